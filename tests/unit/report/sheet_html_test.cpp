// SPDX-License-Identifier: MIT
#include <msp/report/sheet_html.hpp>
#include <msp/report/styled_lines.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace msp;

namespace {

std::string body_of(const HtmlPage& page) {
    const std::string document = page.document("otherwise");
    const std::size_t begin = document.find("<body>\n") + 7;
    return document.substr(begin, document.find("</body>") - begin);
}

std::string body_of(const Sheet& sheet, Language language = Language::english) {
    HtmlPage page(language);
    page.lines(heading("Page", endless_style(language)));
    page.sheet(sheet);
    return body_of(page).substr(std::string_view("<h1>Page</h1>\n").size());
}

Sheet two_columns(std::function<void(RowSink&)> rows) {
    return {"", columns_of({head::text("name", "Name"), head::money("amount", "Amount")}, Language::english),
            std::move(rows), "Nothing to show.\n"};
}

std::string table_named(const std::string& name, const std::string& more = {}) {
    return "<div class=\"table" + more + "\" tabindex=\"0\" role=\"group\" aria-label=\"" + name + "\">\n<table>\n";
}

// Names, and figures that count from 1.
Sheet wide(std::size_t figures) {
    Sheet sheet = two_columns({});
    sheet.columns.pop_back();
    for (std::size_t i = 1; i <= figures; ++i) {
        sheet.columns.push_back(columns_of({head::count("", "")}, Language::english).front());
        sheet.columns.back().heading = "c" + std::to_string(i);
    }
    sheet.rows = [figures](RowSink& rows) {
        rows.begin({"Wide", {}});
        std::vector<Cell> cells = {TextCell{"Anne"}};
        for (std::size_t i = 1; i <= figures; ++i)
            cells.emplace_back(static_cast<std::int64_t>(i));
        rows.row({}, cells);
    };
    return sheet;
}

// What begins an element or ends an attribute, in one text.
const std::string hostile = "<script>\"'&</td>\x1b[1m\n\u202e";
const std::string harmless = "&lt;script&gt;&quot;&#39;&amp;&lt;/td&gt;\\x1b[1m\\x0a\\u202e";

}  // namespace

TEST_CASE("a block is a table with its title, heads that have a scope, and a head for each row") {
    const std::string made = body_of(two_columns([](RowSink& rows) {
        rows.begin({"Calls", {}});
        rows.row({}, {TextCell{"Anne"}, Money::from_cents(123'456)});
        rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
        rows.row({.kind = RowKind::total}, {TextCell{"Total"}, Money::from_cents(-500)});
        rows.note("A note.");
    }));
    CHECK(made ==
          table_named("Calls") +
              "<caption>Calls</caption>\n"
              "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"figure\">Amount</th></tr></thead>\n"
              "<tbody>\n<tr><th scope=\"row\">Anne</th><td class=\"figure\">1,234.56</td></tr>\n"
              "<tr class=\"ruled\"><th scope=\"row\" class=\"strong\">Total</th>"
              "<td class=\"alert figure\">-5.00</td></tr>\n"
              "</tbody>\n</table>\n</div>\n<p>A note.</p>\n");
}

TEST_CASE("columns that a block leaves out, rows for programs and sheets without a block") {
    CHECK(body_of(two_columns([](RowSink& rows) {
              rows.begin({{}, {"amount"}});
              rows.row({.audience = Audience::data}, {TextCell{"hidden"}, Money()});
              rows.row({.level = 2}, {TextCell{"set in"}, Money()});
          })) == table_named("Page") +
                     "<thead><tr><th scope=\"col\">Name</th></tr></thead>\n<tbody>\n"
                     "<tr><th scope=\"row\" class=\"in2\">set in</th></tr>\n</tbody>\n</table>\n</div>\n");
    CHECK(body_of(two_columns([](RowSink&) {})) == "<p>Nothing to show.</p>\n");
}

TEST_CASE("a row that goes on with the one above is named by its first word") {
    const Sheet sheet = {
        "",
        columns_of({head::text("name", "Name"), head::text("case", "Case"), head::money("amount", "Amount")},
                   Language::english),
        [](RowSink& rows) {
            rows.begin({});
            rows.row({}, {TextCell{"Time"}, TextCell{"low"}, Money::from_cents(100)});
            rows.row({}, {{}, TextCell{"high"}, Money::from_cents(200)});
            rows.row({}, {{}, {}, Money::from_cents(300)});
        },
        {}};
    const std::string made = body_of(sheet);
    CHECK(made.find("<tr><th scope=\"rowgroup\" rowspan=\"2\">Time</th><th scope=\"row\">low</th>"
                    "<td class=\"figure\">1.00</td></tr>\n"
                    "<tr class=\"more\"><th scope=\"row\">high</th><td class=\"figure\">2.00</td></tr>\n"
                    "<tr><td></td><td></td><td class=\"figure\">3.00</td></tr>\n") != std::string::npos);
}

TEST_CASE("a table that is wider than a sheet of paper goes on below, under the same names") {
    CHECK(body_of(wide(8)).starts_with(table_named("Wide")));
    const std::string whole = body_of(wide(14));
    CHECK(whole.starts_with(table_named("Wide", " wide")));
    CHECK(whole.find("continued") == std::string::npos);
    const std::string made = body_of(wide(15));  // 12 and 3
    CHECK(made.starts_with(table_named("Wide", " wide") + "<caption>Wide</caption>\n"));
    CHECK(made.find("class=\"figure\">12</td></tr>\n</tbody>\n</table>\n</div>\n" +
                    table_named("Wide, continued", " rest") +
                    "<caption>Wide, continued</caption>\n<thead><tr><th scope=\"col\">Name</th>"
                    "<th scope=\"col\" class=\"figure\">c13</th>") != std::string::npos);
    CHECK(
        made.ends_with("<tbody>\n<tr><th scope=\"row\">Anne</th><td class=\"figure\">13</td>"
                       "<td class=\"figure\">14</td><td class=\"figure\">15</td></tr>\n"
                       "</tbody>\n</table>\n</div>\n"));
}

TEST_CASE("lines that begin with a dash are a list, and columns of blanks stay columns") {
    HtmlPage page(Language::english);
    page.lines("Before\n- one\n- two\nAfter\nRent    3.00\n");
    CHECK(body_of(page) ==
          "<h1>otherwise</h1>\n<p>Before</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>After</p>\n"
          "<p class=\"aligned\">Rent    3.00</p>\n");
}

TEST_CASE("a heading under the first table is not that of the page") {
    HtmlPage page(Language::english);
    page.sheet(two_columns([](RowSink& rows) { rows.begin({"Years", {}}); }));
    page.lines(heading("2026", endless_style(Language::english)));
    CHECK(body_of(page).starts_with("<h1>Years</h1>\n"));
    CHECK(body_of(page).ends_with("<h2>2026</h2>\n"));
}

TEST_CASE("a page without a heading is headed by its first table's title") {
    HtmlPage page(Language::english);
    page.sheet(two_columns([](RowSink& rows) { rows.begin({"Calls", {}}); }));
    CHECK(body_of(page).starts_with("<h1>Calls</h1>\n" + table_named("Calls")));
    CHECK(page.document("x").find("<title>Calls</title>") != std::string::npos);
    CHECK(body_of(HtmlPage(Language::english)) == "<h1>otherwise</h1>\n");
}

TEST_CASE("the first heading is that of the page, lines are paragraphs, blank ones nothing") {
    HtmlPage page(Language::french);
    const TextStyle style = endless_style(Language::french);
    page.lines(heading("Premier", style) + wrapped("Une phrase.", 2, page_width(style)) + "\n" +
               heading("Second", style));
    CHECK(body_of(page) == "<h1>Premier</h1>\n<p>Une phrase.</p>\n<h2>Second</h2>\n");
    CHECK(page.document("x").find("<html lang=\"fr\">") != std::string::npos);
    CHECK(page.document("x").find("<title>Premier</title>") != std::string::npos);
    CHECK(HtmlPage(Language::english).document("a<b").find("<title>a&lt;b</title>") != std::string::npos);
}

TEST_CASE("styles within a line are elements, and are closed") {
    HtmlPage page(Language::english);
    page.lines("a \x1b[31mlow\x1b[0m b \x1b[1mstrong");
    CHECK(body_of(page) ==
          "<h1>otherwise</h1>\n<p>a <span class=\"alert\">low</span> b <span class=\"strong\">strong</span></p>\n");
}

TEST_CASE("the files that a page leads to can be read back, whatever they are called") {
    HtmlPage page(Language::english);
    const std::string odd = "100%2B <\"' é.html";
    const std::vector<HtmlPage::Link> links = {{"sisa-2026.html", "<a href=\"./other.html\">"}, {odd, "Anne"}};
    page.links(links);
    CHECK(linked_files(page.document("")) == std::vector<std::string>{"sisa-2026.html", odd});
    CHECK(linked_files("<li><a href=\"./a%.html\"><li><a href=\"./%zz\"><li><a href=\"./b") ==
          std::vector<std::string>{"a%.html", "%zz", "b"});
    CHECK(linked_files("no list").empty());
}

TEST_CASE("whatever a text holds, it is text") {
    HtmlPage page(Language::english);
    const TextStyle style = endless_style(Language::english);
    page.lines(heading(hostile, style));
    page.lines(wrapped(hostile, 0, page_width(style)));
    const std::vector<HtmlPage::Link> links = {{"javascript:alert(1)<\"' é.html", hostile}};
    page.links(links);
    Sheet sheet = two_columns([](RowSink& rows) {
        rows.begin({hostile, {}});
        rows.row({}, {TextCell{hostile}, WordCell{"", hostile}});
        rows.note(hostile);
    });
    sheet.columns[1].heading = hostile;
    page.sheet(sheet);
    CHECK(body_of(page) == "<h1>" + harmless + "</h1>\n<p>" + harmless +
                               "</p>\n<ul>\n<li><a href=\"./javascript%3Aalert%281%29%3C%22%27%20%C3%A9.html\">" +
                               harmless + "</a></li>\n</ul>\n" + table_named(harmless) + "<caption>" + harmless +
                               "</caption>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"figure\">" +
                               harmless + "</th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">" + harmless +
                               "</th><td class=\"figure\">" + harmless + "</td></tr>\n</tbody>\n</table>\n</div>\n<p>" +
                               harmless + "</p>\n");
    CHECK(page.document("").find("<title>" + harmless + "</title>") != std::string::npos);
    // A code that no style of ours has, in a line that was not made by heading() or wrapped().
    HtmlPage raw(Language::english);
    raw.lines("\x1b]0;x\x07<b>");
    CHECK(body_of(raw) == "<h1>otherwise</h1>\n<p>\\x1b]0;x\\x07&lt;b&gt;</p>\n");
}

TEST_CASE("a page loads, runs and sends nothing") {
    const std::string document = HtmlPage(Language::english).document("");
    CHECK(document.find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                        "'unsafe-inline'; base-uri 'none'; form-action 'none'\">") != std::string::npos);
    for (const char* word : {"<script", "<link", "<img", "@import", "url(", "http:", "https:", "src="})
        CHECK(document.find(word) == std::string::npos);
}

// 1,234.56 is nearer to 1,235 than to 1,234; -0.40 is nearer to nothing, and an alert
// all the same.
TEST_CASE("a page in whole euros says so in the caption of a table, and shows no amount below them") {
    HtmlPage page(Language::english, ShownIn::euros);
    page.sheet(two_columns([](RowSink& rows) {
        rows.begin({});
        rows.row({}, {TextCell{"Anne"}, Money::from_cents(123'456)});
        rows.row({}, {TextCell{"Bea"}, Money::from_cents(-40)});
    }));
    CHECK(body_of(page) ==
          "<h1>otherwise</h1>\n" + table_named("In whole euros, rounded") +
              "<caption>In whole euros, rounded</caption>\n"
              "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"figure\">Amount</th></tr></thead>\n"
              "<tbody>\n<tr><th scope=\"row\">Anne</th><td class=\"figure\">1,235</td></tr>\n"
              "<tr><th scope=\"row\">Bea</th><td class=\"alert figure\">0</td></tr>\n</tbody>\n</table>\n</div>\n");
}
