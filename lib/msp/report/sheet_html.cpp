// SPDX-License-Identifier: MIT
#include <msp/report/html_text.hpp>
#include <msp/report/sheet_html.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/report/styled_lines.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace msp {
namespace {

// Light, dark, and on paper: A4 upright, dark on white. Digits of one width, so that decimals stand under each other.
constexpr std::string_view page_look = R"css(
@page { size: A4; margin: 10mm; }
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #5a5f66; --rule: #b8bcc2; --alert: #a4161a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #17191c; --faint: #a9afb7; --rule: #4a5058; --alert: #ff9089; }
}
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 58rem;
  margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.35rem; margin: 0 0 .4rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; }
p, ul { margin: .25rem 0; }
ul { padding-left: 1.2rem; }
.table { overflow-x: auto; margin: .9rem 0; }
.table:focus-visible { outline: 2px solid var(--ink); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .2rem; }
th, td { padding: .15rem .5rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid var(--rule); vertical-align: bottom; }
tbody th { font-weight: 400; }
.figure { text-align: right; }
td.figure { white-space: nowrap; }
.whole { white-space: nowrap; }
.aligned { white-space: pre-wrap; font-family: ui-monospace, monospace; font-size: .9em; }
td.aligned { white-space: pre; }
.ruled > * { border-top: 1px solid var(--rule); }
strong, .strong { font-weight: 600; }
.faint { color: var(--faint); }
.alert { color: var(--alert); }
.in1 { padding-left: 1.5rem; }
.in2 { padding-left: 2.5rem; }
.in3 { padding-left: 3.5rem; }
@media screen and (max-width: 40rem) {
  .table tr:not(.more) > :first-child { position: sticky; left: 0; max-width: 9rem; hyphens: auto;
    background: var(--paper); }
}
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444; --rule: #777; --alert: #000; }
  body { font-size: 8pt; line-height: 1.12; max-width: none; margin: 0; padding: 0; }
  h1 { font-size: 13pt; margin-bottom: .2rem; }
  h2 { font-size: 10pt; margin: .4rem 0 .1rem; break-after: avoid; }
  p, ul { margin: .05rem 0; }
  .table { overflow: visible; margin: .25rem 0; }
  caption { padding-bottom: 0; }
  th, td { padding: 0 .3rem; }
  .wide { font-size: 6pt; }
  :where(.wide) th, :where(.wide) td { padding: 0 .15rem; }
  tr { break-inside: avoid; }
}
)css";

// Of a page with pictures, and with what its reader opens. Lines are told apart by their dashes too.
constexpr std::string_view picture_look = R"css(
:root { --bar: #9db8d2; --case1: #8a3b00; --case2: #00558a; --case3: #6b2a86; --case4: #1d6b2c; }
@media (prefers-color-scheme: dark) {
  :root { --bar: #3f5f80; --case1: #ffb27a; --case2: #8ecbff; --case3: #dba6f2; --case4: #9adfa6; }
}
details { margin: .9rem 0; }
summary { font-weight: 600; cursor: pointer; }
figure { margin: 1.2rem 0; overflow-x: auto; break-inside: avoid; }
figcaption { margin: 0 0 .3rem; }
figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
figure svg.sample { display: inline; width: 4rem; min-width: 0; }
figure svg.narrow { display: none; min-width: 0; }
@media screen and (max-width: 40rem) {
  figure svg.narrow { display: block; }
  figure svg.narrow + svg { display: none; }
}
svg text { font: 20px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
svg .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; }
svg .faint { fill: var(--faint); }
svg .axis { stroke: var(--rule); fill: none; }
svg .lead { stroke: var(--faint); fill: none; }
svg .zero { stroke: var(--ink); stroke-width: 2; fill: none; }
svg .limit { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 2 5; fill: none; }
svg .curve { stroke: var(--ink); stroke-width: 3; fill: none; stroke-linejoin: round; }
svg .case1 { stroke: var(--case1); stroke-dasharray: 12 6; }
svg .case2 { stroke: var(--case2); stroke-dasharray: 4 4; }
svg .case3 { stroke: var(--case3); stroke-dasharray: 18 5 4 5; }
svg .case4 { stroke: var(--case4); stroke-dasharray: 18 5 4 5 4 5; }
svg .under { fill: var(--alert); fill-opacity: .25; stroke: none; }
svg .dot { fill: var(--ink); stroke: var(--paper); stroke-width: 2; }
svg .bar { fill: var(--bar); stroke: var(--ink); }
svg .missing { fill: none; stroke: var(--ink); stroke-dasharray: 4 3; }
svg .value { pointer-events: all; }
svg .value rect { fill: var(--ink); fill-opacity: 0; }
svg .value text { visibility: hidden; pointer-events: none; stroke-width: 12px; }
svg .value:hover rect, svg .value:focus rect { fill-opacity: .12; }
svg .value:hover text, svg .value:focus text { visibility: visible; }
svg .value:focus { outline: none; }
svg .value:focus rect { stroke: var(--ink); stroke-width: 2; }
@media print {
  :root { --bar: #bbb; --case1: #000; --case2: #000; --case3: #000; --case4: #000; }
  figure { margin: .4rem 0; overflow: visible; }
  figure svg { min-width: 0; }
  details:not([open]) { display: none; }
}
)css";

// Nothing but the style of the page itself: no script, no image, no address that it could load or send to.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

std::string_view class_of(Style style) {
    switch (style) {
        case Style::plain:
            break;
        case Style::strong:
            return "strong";
        case Style::faint:
            return "faint";
        case Style::alert:
            return "alert";
    }
    return {};
}

// One line, its styles as elements.
std::string styled(std::string_view line) {
    std::string out;
    for (const StyledPiece& piece : styled_pieces(line)) {
        if (piece.style != Style::plain)
            out.append("<span class=\"").append(class_of(piece.style)).append("\">");
        append_escaped(out, piece.text);
        out += piece.style == Style::plain ? "" : "</span>";
    }
    return out;
}

// So many columns of figures stand beside each other on a sheet of paper.
constexpr std::size_t most_figures = 12;
constexpr std::size_t widows = 2;         // that rather stand with those before
constexpr std::size_t small_figures = 8;  // more are written small there

// A table of the page. Its first columns name the rows; of a wide block each table has some of the figures.
struct HtmlTable {
    // Where a name in the first column says what it heads, and how many rows it has stood for.
    struct RowHead {
        std::size_t at = 0;
        std::size_t length = 0;
        std::size_t rows = 1;
        std::size_t next = 0;       // where the cell beside it begins
        std::size_t next_ends = 0;  // and where its end tag is
    };

    std::vector<std::size_t> columns;
    std::string out = {};
    std::optional<RowHead> head = {};  // of the rows that are written
};

class Tables : public RowSink {
 public:
    // Under that heading: it names a table without a title to who cannot see where it stands.
    Tables(const Sheet& sheet, const TextStyle& style, const std::string& heading, std::string& out)
        : sheet_(sheet), style_(style), heading_(heading), out_(out) {}

    void begin(const Block& block) override {
        finish();
        open_ = true;
        begun_ = true;
        if (first_title_.empty())
            first_title_ = block.title;
        part(shown_columns(sheet_, block));
        const std::string title = shown_title(sheet_, block, style_);
        for (HtmlTable& table : tables_)
            begin_table(table, &table == &tables_.front() || title.empty()
                                   ? title
                                   : tell({tr("{title}, continued"), {{"title", title}}}, style_));
    }

    void row(Row row, std::span<const Cell> cells) override {
        if (row.audience == Audience::data || row.audience == Audience::recalculated)
            return;
        assert(open_);
        if (row.kind == RowKind::rule) {
            ruled_ = true;
            for (HtmlTable& table : tables_)
                end_group(table);
            return;
        }
        assert(cells.size() == sheet_.columns.size());
        const bool ruled = std::exchange(ruled_, false);
        for (HtmlTable& table : tables_) {
            named_ = false;
            const bool more = goes_on(table, row, cells);
            table.out += more ? "<tr class=\"more\">" : ruled ? "<tr class=\"ruled\">" : "<tr>";
            for (const std::size_t i : std::span(table.columns).subspan(more ? 1 : 0))
                cell(table, row, i, cells[i]);
            table.out += "</tr>\n";
        }
    }

    void note(std::string_view text) override {
        if (!text.empty())
            notes_.emplace_back(text);
    }

    void finish() {
        if (!std::exchange(open_, false))
            return;
        for (HtmlTable& table : tables_) {
            end_group(table);
            out_ += table.out + "</tbody>\n</table>\n</div>\n";
        }
        for (const std::string& note : std::exchange(notes_, {})) {
            out_ += "<p>";
            append_escaped(out_, note);
            out_ += "</p>\n";
        }
    }

    [[nodiscard]] bool begun() const { return begun_; }
    // Of the first block that has one.
    [[nodiscard]] const std::string& first_title() const { return first_title_; }

 private:
    [[nodiscard]] bool is_figure(std::size_t column) const { return sheet_.columns[column].figure; }

    void part(const std::vector<std::size_t>& shown) {
        const auto first = std::ranges::find_if(shown, [&](std::size_t i) { return is_figure(i); });
        const std::vector<std::size_t> names(shown.begin(), first);
        const std::span rest(first, shown.end());
        tables_.clear();
        if (rest.size() <= most_figures + widows ||
            !std::ranges::all_of(rest, [&](std::size_t i) { return is_figure(i); }))
            return void(tables_.push_back({shown}));
        for (std::size_t at = 0; at < rest.size();) {
            const std::size_t left = rest.size() - at;
            const std::size_t taken = left <= most_figures + widows ? left : most_figures;
            HtmlTable& table = tables_.emplace_back(HtmlTable{names});
            table.columns.insert(table.columns.end(), rest.begin() + static_cast<std::ptrdiff_t>(at),
                                 rest.begin() + static_cast<std::ptrdiff_t>(at + taken));
            at += taken;
        }
    }

    // A table that is wider than the page is moved by the keyboard too.
    void begin_table(HtmlTable& table, const std::string& title) {
        const auto figures = std::ranges::count_if(table.columns, [&](std::size_t i) { return is_figure(i); });
        table.out = "<div class=\"table";
        table.out += figures > static_cast<std::ptrdiff_t>(small_figures) ? " wide" : "";
        table.out += &table == &tables_.front() ? "" : " rest";
        table.out += "\" tabindex=\"0\" role=\"group\"";
        if (const std::string& name = title.empty() ? heading_ : title; !name.empty())
            table.out.append(" aria-label=\"").append(escaped(name)).append("\"");
        table.out += ">\n<table>\n";
        if (!title.empty())
            table.out.append("<caption>").append(escaped(title)).append("</caption>\n");
        table.out += "<thead><tr>";
        for (const std::size_t i : table.columns)
            head(table.out, sheet_.columns[i]);
        table.out += "</tr></thead>\n<tbody>\n";
    }

    void head(std::string& out, const Column& column) const {
        if (column.heading.empty()) {
            out += "<td></td>";
            return;
        }
        out += column.figure ? "<th scope=\"col\" class=\"figure\">" : "<th scope=\"col\">";
        append_escaped(out, shown_heading(column, style_));
        out += "</th>";
    }

    // Whether a row has no name of its own but a word in the next column: the name of the one above is for both.
    bool goes_on(HtmlTable& table, const Row& row, std::span<const Cell> cells) const {
        const auto empty = [&](std::size_t i) {
            return shown_cell(sheet_.columns[i], row, style_, cells[i]).text.empty();
        };
        const std::vector<std::size_t>& columns = table.columns;
        const bool more =
            table.head && columns.size() > 1 && !is_figure(columns[1]) && empty(columns[0]) && !empty(columns[1]);
        if (more)
            ++table.head->rows;
        else
            end_group(table);
        return more;
    }

    // The name that has stood for several rows is said to head all of them, and the word beside it the first one.
    static void end_group(HtmlTable& table) {
        if (table.head && table.head->rows > 1) {
            if (table.head->next != 0) {
                table.out.replace(table.head->next_ends, std::string_view("</td>").size(), "</th>");
                table.out.replace(table.head->next, std::string_view("<td").size(), "<th scope=\"row\"");
            }
            table.out.replace(table.head->at, table.head->length,
                              "scope=\"rowgroup\" rowspan=\"" + std::to_string(table.head->rows) + '"');
        }
        table.head.reset();
    }

    // The first word of a row names it, though what it goes on with leaves the columns before it empty.
    void cell(HtmlTable& table, const Row& row, std::size_t column, const Cell& cell) {
        const TableCell shown = shown_cell(sheet_.columns[column], row, style_, cell);
        const bool first = column == table.columns.front();
        const bool names = !shown.text.empty() && !named_ && (first || !is_figure(column));
        named_ = named_ || names || is_figure(column);
        const std::string_view element = names ? "th" : "td";
        std::string classes(class_of(shown.style));
        const auto add = [&](const std::string& one) { classes += (classes.empty() ? "" : " ") + one; };
        if (is_figure(column))
            add("figure");
        if (sheet_.columns[column].type == CellType::period)
            add("whole");
        if (shown.text.find(axis) != std::string::npos)
            add("aligned");
        if (first && row.level != 0)
            add("in" + std::to_string(std::min<unsigned>(row.level, deepest)));
        const bool beside =
            table.head && table.columns.size() > 1 && column == table.columns[1] && !names && !shown.text.empty();
        if (beside)
            table.head->next = table.out.size();
        table.out.append("<").append(element);
        if (names) {
            constexpr std::string_view scope = "scope=\"row\"";
            table.out += ' ';
            if (first)
                table.head = HtmlTable::RowHead{.at = table.out.size(), .length = scope.size()};
            table.out += scope;
        }
        if (!classes.empty())
            table.out.append(" class=\"").append(classes).append("\"");
        table.out += '>';
        append_escaped(table.out, shown.text);
        if (beside)
            table.head->next_ends = table.out.size();
        table.out.append("</").append(element).append(">");
    }

    static constexpr unsigned deepest = 3;         // that the look knows
    static constexpr std::string_view axis = "│";  // of bars on both sides of it

    const Sheet& sheet_;
    const TextStyle& style_;
    const std::string& heading_;
    std::string& out_;
    std::vector<HtmlTable> tables_;  // of the block
    std::vector<std::string> notes_;
    bool open_ = false;
    bool begun_ = false;
    bool ruled_ = false;
    bool named_ = false;  // the row that is written
    std::string first_title_;
};

// The bytes of a file name that an address has as they are.
bool stands_in_address(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || byte == '.';
}

// Of a file in the same folder: "./", so that no name reads as an address of another kind.
std::string address(std::string_view file) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "./";
    for (const char byte : file) {
        const auto value = static_cast<unsigned char>(byte);
        if (stands_in_address(byte))
            out += byte;
        else
            out.append({'%', digits[value >> 4U], digits[value & 15U]});
    }
    return out;
}

}  // namespace

HtmlPage::HtmlPage(Language language, ShownIn amounts) : style_(endless_style(language)) {
    style_.amounts = amounts;
}

void HtmlPage::about(std::vector<std::string> owners) {
    owners_ = std::move(owners);
}

void HtmlPage::lines(std::string_view text) {
    constexpr std::string_view dash = "- ";
    constexpr std::size_t longest_aligned = 100;
    bool listed = false;
    const auto list = [&](bool begins) {
        if (begins != std::exchange(listed, begins))
            body_ += begins ? "<ul>\n" : "</ul>\n";
    };
    for (const StyledLine& line : styled_lines(text)) {
        list(!line.heading && line.text.starts_with(dash));
        const bool first = title_.empty() && first_table_.empty();
        const std::string_view element = listed ? "li" : !line.heading ? "p" : first ? "h1" : "h2";
        // Blanks that make columns of several lines, where these are not broken.
        const bool aligned = !line.heading && line.text.find("  ") != std::string_view::npos &&
                             display_width(line.text) <= longest_aligned;
        body_.append("<").append(element).append(aligned ? " class=\"aligned\">" : ">");
        const std::string title = first ? title_with_owners(line.text, owners_) : std::string(line.text);
        // Over what is of one entity alone stands that one.
        if (line.heading)
            append_escaped(body_, names_any(line.text, owners_) ? line.text : title);
        else
            body_ += styled(line.text.substr(listed ? dash.size() : 0));
        body_.append("</").append(element).append(">\n");
        if (line.heading)
            heading_ = line.text;
        if (line.heading && first)
            title_ = title;
    }
    list(false);
}

void HtmlPage::sheet(const Sheet& sheet, std::string_view folded) {
    pictured_ = pictured_ || !folded.empty();
    if (!folded.empty())
        body_ += "<details>\n<summary>" + escaped(folded) + "</summary>\n";
    Tables tables(sheet, style_, heading_, body_);
    sheet.rows(tables);
    tables.finish();
    if (first_table_.empty() && !tables.first_title().empty())
        first_table_ = title_with_owners(tables.first_title(), owners_);
    if (!tables.begun())
        lines(sheet.nothing);
    body_ += folded.empty() ? "" : "</details>\n";
}

void HtmlPage::picture(const Picture& picture) {
    body_ += picture.html();
    pictured_ = true;
}

void HtmlPage::links(std::span<const Link> links) {
    body_ += "<ul>\n";
    for (const Link& link : links) {
        body_.append("<li><a href=\"").append(address(link.file)).append("\">");
        append_escaped(body_, link.name);
        body_ += "</a></li>\n";
    }
    body_ += "</ul>\n";
}

std::vector<std::string> linked_files(std::string_view document) {
    constexpr std::string_view begin = "<li><a href=\"./";
    std::vector<std::string> files;
    for (std::size_t at = document.find(begin); at != std::string_view::npos; at = document.find(begin, at)) {
        at += begin.size();
        const std::string_view written = document.substr(at, document.find('"', at) - at);
        std::string& file = files.emplace_back();
        for (std::size_t i = 0; i < written.size(); ++i) {
            unsigned value = 0;
            const char* const digits = written.data() + i + 1;
            if (written[i] == '%' && written.size() - i > 2 &&
                std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
                file += static_cast<char>(value);
                i += 2;
            } else {
                file += written[i];
            }
        }
    }
    return files;
}

std::string HtmlPage::document(std::string_view otherwise) const {
    std::string out = "<!DOCTYPE html>\n<html lang=\"";
    out.append(style_.language == Language::french ? "fr" : "en").append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(policy).append("\">\n");
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    const std::string_view shown = title().empty() ? otherwise : title();
    append_escaped(out, shown);
    out.append("</title>\n<style>")
        .append(page_look)
        .append(pictured_ ? picture_look : "")
        .append("</style>\n</head>\n<body>\n");
    if (title_.empty()) {
        out += "<h1>";
        append_escaped(out, shown);
        out += "</h1>\n";
    }
    return out.append(body_).append("</body>\n</html>\n");
}

}  // namespace msp
