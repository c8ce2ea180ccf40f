// SPDX-License-Identifier: MIT
#include <msp/report/csv.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

using msp::Csv;
using msp::CsvDialect;
using msp::Money;

constexpr std::string_view bom = "\xEF\xBB\xBF";

std::string text_cell(CsvDialect dialect, std::string_view cell) {
    std::string out;
    Csv csv([&](std::string_view piece) { out += piece; }, dialect);
    csv.text(cell);
    csv.finish();
    return dialect == CsvDialect::excel_fr ? out.substr(bom.size()) : out;
}

struct WrittenCell {
    std::string_view text;
    std::string_view written;
};

void check(CsvDialect dialect, const std::vector<WrittenCell>& cells) {
    for (const WrittenCell& cell : cells) {
        CAPTURE(cell.text);
        CHECK(text_cell(dialect, cell.text) == cell.written);
    }
}

// Every kind of cell once, in two rows.
void write_sample(Csv& csv) {
    for (const std::string_view name : {"line", "label", "amount", "date", "month", "count", "note", "period"})
        csv.word(name);
    csv.end_row();
    csv.word("software");
    csv.text("Système partagé");
    csv.money(Money::from_cents(-240000));
    csv.date(*msp::Date::make(2026, 4, 5));
    csv.month(msp::Month(2026, 4));
    csv.integer(-12);
    csv.empty();
    csv.word("2026-Q2");
    csv.end_row();
    csv.finish();
}

std::string sample(CsvDialect dialect) {
    std::string out;
    Csv csv([&](std::string_view piece) { out += piece; }, dialect);
    write_sample(csv);
    return out;
}

// A reader of RFC 4180, section 2, for one row without its line end.
std::vector<std::string> read_row(std::string_view row, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '"' && quoted && i + 1 < row.size() && row[i + 1] == '"')
            cells.back() += row[i++];
        else if (row[i] == '"')
            quoted = !quoted;
        else if (row[i] == separator && !quoted)
            cells.emplace_back();
        else
            cells.back() += row[i];
    }
    return cells;
}

// The text without the apostrophes that the manual says were put in.
std::string unguarded(std::string_view cell) {
    std::string text;
    bool begins = true;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const std::string_view rest = cell.substr(i);
        const std::size_t apostrophes = rest.find_first_not_of('\'');
        const std::size_t first = apostrophes == 0 || apostrophes == std::string_view::npos
                                      ? std::string_view::npos
                                      : rest.find_first_not_of(" \"", apostrophes);
        const bool line_break = begins && i == 0 && first != std::string_view::npos && rest[first] == '\n' &&
                                rest.substr(apostrophes, first - apostrophes).find('"') == std::string_view::npos;
        const bool guard = begins && first != std::string_view::npos &&
                           (std::string_view("=-\t").find(rest[first]) != std::string_view::npos || line_break);
        if (!guard)
            text += cell[i];
        begins = std::string_view(";,\t|\n").find(cell[i]) != std::string_view::npos;
    }
    return text;
}

// What a spreadsheet with this separator makes of lines that another dialect wrote: a quote opens a cell only where one
// begins.
std::vector<std::string> cells_of_lines(std::string_view lines, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    bool begins = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const char c = lines[i];
        if (quoted && c == '"' && i + 1 < lines.size() && lines[i + 1] == '"') {
            cells.back() += lines[i++];
        } else if (c == '"' && (quoted || begins)) {
            quoted = !quoted;
            begins = false;
        } else if (!quoted && (c == separator || c == '\n')) {
            cells.emplace_back();
            begins = true;
        } else {
            cells.back() += c;
            begins = false;
        }
    }
    return cells;
}

bool runs(std::string_view cell) {
    const std::size_t first = cell.find_first_not_of(' ');
    return first != std::string_view::npos && (cell[first] == '=' || cell[first] == '-');
}

}  // namespace

TEST_CASE("rfc4180 is comma, point, ISO dates and LF, without a byte order mark") {
    CHECK(sample(CsvDialect::rfc4180) ==
          "line,label,amount,date,month,count,note,period\n"
          "software,Système partagé,-2400.00,2026-04-05,2026-04,-12,,2026-Q2\n");
}

TEST_CASE("excel-fr is byte order mark, semicolon, comma, JJ/MM/AAAA and CR LF") {
    CHECK(sample(CsvDialect::excel_fr) == std::string(bom) +
                                              "line;label;amount;date;month;count;note;period\r\n"
                                              "software;Système partagé;-2400,00;05/04/2026;2026-M04;-12;;2026-Q2\r\n");
}

TEST_CASE("a cell is quoted for the separator, a quote, a line break and a space at either end") {
    check(CsvDialect::rfc4180, {{"", ""},
                                {"Loyer", "Loyer"},
                                {"a b", "a b"},
                                {"Loyer, parking", "\"Loyer, parking\""},
                                {"Loyer; parking", "\"Loyer; parking\""},
                                {"Loyer\tparking", "\"Loyer\tparking\""},
                                {"Loyer | parking", "\"Loyer | parking\""},
                                {"dit \"le bleu\"", "\"dit \"\"le bleu\"\"\""},
                                {"\"", "\"\"\"\""},
                                {"un\ndeux", "\"un\ndeux\""},
                                {"un\rdeux", "\"un\rdeux\""},
                                {"un\r\ndeux", "\"un\r\ndeux\""},
                                {" un", "\" un\""},
                                {"un ", "\"un \""},
                                {" ", "\" \""}});
    check(CsvDialect::excel_fr, {{"Loyer, parking", "\"Loyer, parking\""}, {"Loyer; parking", "\"Loyer; parking\""}});
}

TEST_CASE("text that a spreadsheet would run as a formula gets an apostrophe in both dialects") {
    const std::vector<WrittenCell> cells = {{"=cmd|'/c calc'!A1", "\"'=cmd|'/c calc'!A1\""},
                                            {"+33 1 23 45 67 89", "'+33 1 23 45 67 89"},
                                            {"-", "'-"},
                                            {"-12,50 remise", "\"'-12,50 remise\""},
                                            {"@SUM(A1)", "'@SUM(A1)"},
                                            {"\t=1", "\"'\t'=1\""},
                                            {"\r=1", "\"'\r'=1\""},
                                            {"\n=1", "\"'\n'=1\""},
                                            {"\nLoyer", "\"'\nLoyer\""},
                                            {"  =1", "\"'  =1\""},
                                            {"\u00A0=1", "'\u00A0=1"},
                                            {"\u202F\u3000=1", "'\u202F\u3000=1"},
                                            {"\uFEFF=1", "'\uFEFF=1"},
                                            {"\v=1", "'\v=1"},
                                            {"＝1", "'＝1"},
                                            {"＋1", "'＋1"},
                                            {"－1", "'－1"},
                                            {"＠A", "'＠A"},
                                            {"=\"a\"", "\"'=\"\"a\"\"\""},
                                            {"un\n=1", "\"un\n'=1\""},
                                            {"un\r\n  @A", "\"un\r\n'  @A\""},
                                            {"Loyer;=1", "\"Loyer;'=1\""},
                                            {"Loyer,+1", "\"Loyer,'+1\""},
                                            {"Loyer\t-1", "\"Loyer\t'-1\""},
                                            {"Loyer|@A", "\"Loyer|'@A\""},
                                            {"Loyer; \u00A0=1;@A", "\"Loyer;' \u00A0=1;'@A\""},
                                            {"Loyer;＝1", "\"Loyer;'＝1\""},
                                            {"Loyer;\"=1\"", "\"Loyer;'\"\"=1\"\"\""},
                                            {"\"=1\"", "\"'\"\"=1\"\"\""},
                                            {"'=1", "''=1"},
                                            {"Loyer;'=1", "\"Loyer;''=1\""},
                                            {"Loyer; charges - eau", "\"Loyer; charges - eau\""},
                                            {"Loyer;;|", "\"Loyer;;|\""},
                                            {"a=b", "a=b"},
                                            {"l'été", "l'été"},
                                            {"rendez-vous", "rendez-vous"},
                                            {"un\ndeux-trois", "\"un\ndeux-trois\""}};
    for (const CsvDialect dialect : {CsvDialect::rfc4180, CsvDialect::excel_fr}) {
        for (const WrittenCell& cell : cells) {
            CAPTURE(cell.text);
            CHECK(text_cell(dialect, cell.text) == cell.written);
        }
    }
}

TEST_CASE("excel-fr keeps a spreadsheet from making a date of a text") {
    for (const std::string_view text : {"2026-04",
                                        "04/2026",
                                        "1/2",
                                        "12-03",
                                        "3 mars",
                                        "mars 2026",
                                        "janv-26",
                                        "janv. 26",
                                        "12.05.2026",
                                        "1.2.3",
                                        "2026-04-01",
                                        "01/04/26",
                                        "lundi 3 mars 2026",
                                        "3/mars",
                                        "FÉVRIER 2026",
                                        "août-26",
                                        "3\u00A0mai",
                                        "MARS1",
                                        "SEPT2",
                                        "March 2026",
                                        "2026-04-01T12:00",
                                        "févr. 26",
                                        "fe\u0301vr. 26"}) {
        CAPTURE(text);
        CHECK(text_cell(CsvDialect::excel_fr, text) == "'" + std::string(text));
        CHECK(text_cell(CsvDialect::rfc4180, text) == text);
    }
}

TEST_CASE("excel-fr keeps a spreadsheet from making a number, a time or a truth value of a text") {
    check(CsvDialect::excel_fr, {{"1e5", "'1e5"},
                                 {"1E-5", "'1E-5"},
                                 {"12,5", "\"'12,5\""},
                                 {"12.5", "'12.5"},
                                 {",5", "\"',5\""},
                                 {"5+", "'5+"},
                                 {"5-", "'5-"},
                                 {"(12,5)", "\"'(12,5)\""},
                                 {"50 %", "'50 %"},
                                 {"12,5 €", "\"'12,5 €\""},
                                 {"1 234,50", "\"'1 234,50\""},
                                 {"'50 %", "''50 %"},
                                 {"1\u202F234", "'1\u202F234"},
                                 {"1 234 567 890", "'1 234 567 890"},
                                 {"1 1/2", "'1 1/2"},
                                 {" 12", "\"' 12\""},
                                 {"12:30", "'12:30"},
                                 {"12:30:15", "'12:30:15"},
                                 {"1 PM", "'1 PM"},
                                 {"3 A", "'3 A"},
                                 {"VRAI", "'VRAI"},
                                 {"faux", "'faux"},
                                 {"True", "'True"},
                                 {" FALSE ", "\"' FALSE \""}});
}

TEST_CASE("excel-fr leaves ordinary words with figures alone") {
    for (const std::string_view text : {"Loyer 2026",
                                        "Dr Martin",
                                        "mars",
                                        "Mai",
                                        "2026-M04",
                                        "2026-Q2",
                                        "T1 2026",
                                        "12e étage",
                                        "1er mars 2026",
                                        "3A",
                                        "12 bis",
                                        "8 rue de mai",
                                        "TVA 20 %",
                                        "75011 Paris",
                                        "FR76 3000 6000 0112 3456 7890 189",
                                        "01 02 03 04",  // as few parts as no date has
                                        "01 02 03 04 05",
                                        "01.02.03.04.05",
                                        "12h30",
                                        "1e",
                                        "e5",
                                        "vraiment",
                                        "VRAI ou FAUX",
                                        "acte n° 12",
                                        "2 €/m²",
                                        "日本 12",
                                        "１２ ans",
                                        "12 septembre-ish"}) {
        CAPTURE(text);
        CHECK(text_cell(CsvDialect::excel_fr, text) == text);
    }
}

TEST_CASE("excel-fr writes digits as a formula that gives their text") {
    check(CsvDialect::excel_fr, {{"0612", "\"=\"\"0612\"\"\""}, {"7", "\"=\"\"7\"\"\""}});
    // Excel refuses a formula with a text of more than 255 characters.
    const std::string longest(255, '9');
    CHECK(text_cell(CsvDialect::excel_fr, longest) == "\"=\"\"" + longest + "\"\"\"");
    CHECK(text_cell(CsvDialect::excel_fr, longest + "9") == "'" + longest + "9");
    CHECK(text_cell(CsvDialect::rfc4180, "0612") == "0612");
}

TEST_CASE("numbers of our own are never guarded") {
    std::string out;
    Csv csv([&](std::string_view piece) { out += piece; }, CsvDialect::excel_fr);
    csv.money(Money::from_cents(-5));
    csv.money(Money());
    csv.money(msp::largest_amount);
    csv.integer(-9'223'372'036'854'775'807 - 1);
    csv.finish();
    CHECK(out == std::string(bom) + "-0,05;0,00;999999999999,99;-9223372036854775808");
}

TEST_CASE("bytes that are not UTF-8 are passed on") {
    check(CsvDialect::excel_fr, {{"\xFF\xC3", "\xFF\xC3"}, {"1\xE2\x82", "1\xE2\x82"}, {"\xC2", "\xC2"}});
}

TEST_CASE("a reader of RFC 4180 finds each text again behind the guard") {
    const std::vector<std::string> texts = {"a,b",    "a;b", "\"a\"",   "\"\"", "a\"",
                                            "a\r\nb", " a ", "é,\"è\"", ",",    ";\n"};
    std::string out;
    Csv csv([&](std::string_view piece) { out += piece; }, CsvDialect::rfc4180);
    for (const std::string& text : texts)
        csv.text(text);
    csv.finish();
    CHECK(read_row(out, ',') == texts);
}

TEST_CASE("cut at any separator, no piece of a cell is a formula, and the text comes back from the guard") {
    // Every text of up to four of these characters: 11 + 121 + 1,331 + 14,641.
    constexpr std::string_view alphabet = "=-\"';,\t|\n a";
    std::vector<std::string> texts = {""};
    for (std::size_t i = 0; i < 1 + 11 + 121 + 1'331; ++i) {
        for (const char c : alphabet)
            texts.push_back(texts[i] + c);
    }
    CHECK(texts.size() == 1 + 11 + 121 + 1'331 + 14'641);
    for (const std::string& text : texts) {
        CAPTURE(text);
        const std::string row = text_cell(CsvDialect::rfc4180, text);
        const std::string cell = read_row(row, ',').front();
        CHECK(unguarded(cell) == text);
        for (const char separator : {';', '\t', '|'}) {
            for (const std::string& piece : cells_of_lines("x," + row + ",y", separator))
                CHECK_FALSE(runs(piece));
        }
    }
}

TEST_CASE("a person at a terminal sees what would command it") {
    std::string out;
    Csv csv([&](std::string_view piece) { out += piece; }, CsvDialect::rfc4180, msp::CsvReader::person);
    csv.text("a\x1b[31m\nb\u0085\u202e\u2028\x7f");
    csv.finish();
    CHECK(out == R"(a\x1b[31m\x0ab\u0085\u202e\u2028\x7f)");
}

TEST_CASE("a table that goes on has no second byte order mark") {
    std::string out;
    Csv csv([&](std::string_view piece) { out += piece; }, CsvDialect::excel_fr, msp::CsvReader::program, true);
    csv.text("Loyer");
    csv.finish();
    CHECK(out == "Loyer");
}

TEST_CASE("pieces are whole rows of about 64 KiB, and together the whole text") {
    std::vector<std::size_t> sizes;
    std::string out;
    Csv csv(
        [&](std::string_view piece) {
            sizes.push_back(piece.size());
            out += piece;
        },
        CsvDialect::rfc4180);
    std::string expected;
    for (int i = 0; i < 30'000; ++i) {
        csv.text("Loyer");
        csv.money(Money::from_cents(100));
        csv.end_row();
        expected += "Loyer,1.00\n";
    }
    csv.finish();
    CHECK(out == expected);
    // 30,000 rows of 11 bytes are 330,000 bytes: 5 pieces of 5,958 rows (65,538 bytes, the first multiple of 11 from
    // 65,536 on) and 2,310 bytes left.
    CHECK(sizes == std::vector<std::size_t>{65'538, 65'538, 65'538, 65'538, 65'538, 2'310});
}

TEST_CASE("without rows rfc4180 is nothing and excel-fr the byte order mark") {
    for (const CsvDialect dialect : {CsvDialect::rfc4180, CsvDialect::excel_fr}) {
        std::string out;
        Csv csv([&](std::string_view piece) { out += piece; }, dialect);
        csv.finish();
        CHECK(out == (dialect == CsvDialect::excel_fr ? bom : ""));
    }
}

TEST_CASE("a text is written as it would be alone, whatever stands above it") {
    constexpr auto cells = std::to_array<std::string_view>(
        {"rent", "rent", "=rent", "rent", "=rent", "=rent", "", "", "a;b", "a;b", "12", "12", "rents", "rent", "=ren"});
    constexpr int times = 2000;  // more than is written at once
    for (const CsvDialect dialect : {CsvDialect::rfc4180, CsvDialect::excel_fr}) {
        std::string out;
        Csv csv([&](std::string_view piece) { out += piece; }, dialect);
        std::string alone(dialect == CsvDialect::excel_fr ? bom : "");
        for (int i = 0; i < times; ++i) {
            for (const std::string_view cell : cells) {
                csv.text(cell);
                csv.text("beside");
                csv.end_row();
                alone += text_cell(dialect, cell);
                alone += dialect == CsvDialect::excel_fr ? ";beside\r\n" : ",beside\n";
            }
        }
        csv.finish();
        CHECK((out == alone));
    }
}
