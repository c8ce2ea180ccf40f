// SPDX-License-Identifier: MIT
#include <msp/report/text_table.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using msp::Align;
using msp::Style;
using msp::TableCell;
using msp::TableColumn;
using msp::TextTable;

std::vector<TableCell> plain(const std::vector<std::string>& texts) {
    std::vector<TableCell> cells;
    for (const std::string& text : texts)
        cells.push_back({text, Style::plain});
    return cells;
}

// Of rows of plain words, under a head where there is one.
TextTable table_of(std::vector<TableColumn> columns, const std::vector<std::string>& head,
                   const std::vector<std::vector<std::string>>& rows) {
    TextTable table(std::move(columns));
    if (!head.empty())
        table.head(head);
    for (const std::vector<std::string>& row : rows)
        table.row(plain(row));
    return table;
}
TextTable table_of(std::vector<TableColumn> columns, const std::vector<std::vector<std::string>>& rows) {
    return table_of(std::move(columns), {}, rows);
}

TableColumn with(bool TableColumn::*quality, TableColumn column) {
    column.*quality = true;
    return column;
}
// What may be broken between words, and by which a row is called, or what is joined to the column before it.
TableColumn of_words() {
    return with(&TableColumn::words, Align::left);
}
TableColumn naming() {
    return with(&TableColumn::name, of_words());
}
TableColumn joined(TableColumn column) {
    return with(&TableColumn::joined, column);
}

TextTable table_of_months() {
    TextTable table({Align::left, Align::right, Align::right, Align::right});
    table.head({"Line", "Jan", "Feb", "Total"});
    table.row(plain({"Rent", "1.00", "20.00", "21.00"}));
    table.rule();
    table.row(plain({"All", "1.00", "20.00", "21.00"}));
    return table;
}

}  // namespace

TEST_CASE("words stand to the left, figures to the right, under their heads") {
    CHECK(table_of_months().render(0, false) ==
          "Line   Jan    Feb  Total\n"
          "Rent  1.00  20.00  21.00\n"
          "────────────────────────\n"
          "All   1.00  20.00  21.00\n");
    // Columns of 4, 4, 5 and 5, three gaps of two.
    CHECK(table_of_months().width() == 24);
}

TEST_CASE("an empty table is no text") {
    CHECK(TextTable({}).render(80, true) == "");
    CHECK(TextTable({Align::left, Align::right}).render(0, false) == "");
    CHECK(TextTable({Align::left, Align::right}).width() == 0);
}

TEST_CASE("one row is one line") {
    const TextTable table = table_of({Align::left, Align::right}, {{"Rent", "1.00"}});
    CHECK(table.render(80, false) == "Rent  1.00\n");
}

TEST_CASE("a short row is filled, a long row widens the table, and no line ends in a space") {
    const TextTable table =
        table_of({Align::left, Align::right},
                 {{"a"}, {"long", "1.00", "a note", "x"}, {}, {"b", "", "note  "}, {"c", "10.00"}, {"", "", ""}});
    CHECK(table.render(0, false) ==
          "a\n"
          "long   1.00  a note  x\n"
          "\n"
          "b            note\n"
          "c     10.00\n"
          "\n");
}

TEST_CASE("accents in either form and wide characters keep the columns straight") {
    const TextTable table = table_of(
        {Align::left, Align::right},
        {{"Système", "1,00"}, {"Syste\u0300me", "1,00"}, {"日本", "1,00"}, {"abcdefg", "12\u202F345,67\u00A0€"}});
    // The first column takes 7 (日本 takes 4), the amount 11.
    CHECK(table.width() == 7 + 2 + 11);
    CHECK(table.render(0, false) ==
          "Système         1,00\n"
          "Syste\u0300me         1,00\n"
          "日本            1,00\n"
          "abcdefg  12\u202F345,67\u00A0€\n");
}

TEST_CASE("a table wider than the limit is cut into blocks that repeat the first column") {
    // 4 + 2 + 4 + 2 + 5 = 17 columns hold two months; the total goes below.
    const std::string cut =
        "Line   Jan    Feb\n"
        "Rent  1.00  20.00\n"
        "─────────────────\n"
        "All   1.00  20.00\n"
        "\n"
        "Line  Total\n"
        "Rent  21.00\n"
        "───────────\n"
        "All   21.00\n";
    CHECK(table_of_months().render(17, false) == cut);
    CHECK(table_of_months().render(23, false) == cut);
    CHECK(table_of_months().render(24, false) == table_of_months().render(0, false));
}

TEST_CASE("a single column is never cut, however narrow the terminal") {
    TextTable table({Align::left, Align::right, Align::right});
    const std::string label(300, 'x');
    table.row(plain({label, "1.00", "2.00"}));
    CHECK(table.render(20, false) == label + "  1.00\n\n" + label + "  2.00\n");

    const TextTable alone = table_of({Align::left}, {{label}});
    CHECK(alone.render(20, false) == label + "\n");
}

TEST_CASE("colour wraps the words only and never moves them") {
    TextTable table({Align::left, Align::right});
    table.head({"Day", "Low"});
    table.row({{"5 Apr", Style::faint}, {"-1.00", Style::alert}});
    table.row({{"", Style::alert}, {"0.00", Style::strong}});
    table.rule();
    CHECK(table.render(0, true) ==
          "\x1b[1mDay\x1b[0m      \x1b[1mLow\x1b[0m\n"
          "\x1b[2m5 Apr\x1b[0m  \x1b[31m-1.00\x1b[0m\n"
          "        \x1b[1m0.00\x1b[0m\n"
          "\x1b[2m────────────\x1b[0m\n");
    CHECK(table.render(0, false) ==
          "Day      Low\n"
          "5 Apr  -1.00\n"
          "        0.00\n"
          "────────────\n");
}

TEST_CASE("a label cannot break the line or command the terminal") {
    const TextTable table = table_of({Align::left, Align::left}, {{"two\nlines\t\r\n", "\x1b[2Jx"}});
    CHECK(table.render(0, false) == "two lines  \\x1b[2Jx\n");
}

TEST_CASE("a table that is too wide breaks the words of its first column") {
    TextTable table = table_of({Align::left, Align::right}, {{"  Opening hours and care", "800.00"}});
    table.rule();
    table.row(plain({"Total", "800.00"}));
    table.narrow(100, 5);
    CHECK(table.width() == 32);  // 24 + 2 + 6
    table.narrow(25, 5);         // 17 are left for the words
    CHECK(table.render(0, false) ==
          "  Opening hours  800.00\n"
          "    and care\n"
          "───────────────────────\n"
          "Total            800.00\n");
    table.narrow(10, 11);  // never narrower than asked for
    CHECK(table.render(0, false) ==
          "  Opening   800.00\n"
          "    hours\n"
          "    and\n"
          "      care\n"
          "──────────────────\n"
          "Total       800.00\n");
}

TEST_CASE("what goes on in a name never begins a line, where it could pass for one of ours") {
    TextTable table = table_of({Align::left, Align::right}, {{"Rent of it\nerror: forged", "800.00"}});
    table.narrow(23, 13);
    CHECK(table.render(0, false) ==
          "Rent of it       800.00\n"
          "  error: forged\n");
}

TEST_CASE("columns that are joined go to the next block together") {
    const TextTable table =
        table_of({Align::left, Align::right, Align::right, joined(Align::right)}, {{"May", "1.00", "2.00", "1.00"}});
    // 3 + 2 + 4 + 2 + 4 = 15 columns would hold the third one without its difference.
    CHECK(table.render(15, false) ==
          "May  1.00\n"
          "\n"
          "May  2.00  1.00\n");
    CHECK(table.render(21, false) == "May  1.00  2.00  1.00\n");
}

TEST_CASE("a table that is too wide breaks the words of another column too") {
    TextTable table =
        table_of({Align::left, Align::left, Align::right}, {{"30 Jun", "Lease: last day of notice", "7.00"}});
    table.narrow(29, 5, 1);  // 6 + 2 + 2 + 4 leave 15
    CHECK(table.render(0, false) ==
          "30 Jun  Lease: last day  7.00\n"
          "          of notice\n");
}

TEST_CASE("a table that is too wide sets the words of its head under each other") {
    TextTable table = table_of({Align::left, Align::right, Align::right}, {"", "A second post: closing", "lowest"},
                               {{"May", "1,000.00", "2.00"}});
    table.fit(35);
    CHECK(table.width() == 35);  // 3 + 2 + 22 + 2 + 6
    table.fit(34);
    // No narrower than the figures below, or a word.
    CHECK(table.render(0, false) ==
          "     A second\n"
          "        post:\n"
          "      closing  lowest\n"
          "May  1,000.00    2.00\n");
}

TEST_CASE("a head has at most four lines, and the head of a block begins with its own") {
    TextTable table({Align::left, Align::right});
    table.head({"", "One two six ten and all"});
    table.row(plain({"May", "1.00"}));
    table.fit(27);  // 3 + 2 + 23 would be 28; six lines of one word, or three of two
    CHECK(table.render(27, false) ==
          "     One two\n"
          "     six ten\n"
          "     and all\n"
          "May     1.00\n");
    TextTable cut({Align::left, Align::right, Align::right});
    cut.head({"", "A second post: closing", "lowest"});
    cut.row(plain({"May", "1,000.00", "2.00"}));
    cut.row(plain({"Jun", "3.00", "4.00"}));
    cut.fit(20);  // 3 + 2 + 8 + 2 + 6 are 21
    CHECK(cut.render(20, false) ==
          "     A second\n"
          "        post:\n"
          "      closing\n"
          "May  1,000.00\n"
          "Jun      3.00\n"
          "\n"
          "     lowest\n"
          "May    2.00\n"
          "Jun    4.00\n");
}

TEST_CASE("a long head is broken on a page without a width") {
    TextTable table({Align::left, Align::right, Align::right});
    table.head({"", "A second post: closing", "lowest"});
    table.row(plain({"May", "1,000.00", "2.00"}));
    table.break_heads(22);
    CHECK(table.width() == 35);  // 3 + 2 + 22 + 2 + 6
    table.break_heads(21);
    CHECK(table.render(0, false) ==
          "     A second post:\n"
          "            closing  lowest\n"
          "May        1,000.00    2.00\n");
}

TEST_CASE("a narrow page has brief words before it has anything else") {
    TextTable table({Align::left, Align::right, Align::right});
    table.head({"", "Receipts", "on"}, {"", "In", ""});
    table.row({{"May"}, {"1.00"}, {"2026-05-31", Style::plain, "31 May"}});
    table.row({{"All"}, {"1.00"}, {"2026-05-31"}});
    CHECK(table.fit(25).empty());  // 3 + 2 + 8 + 2 + 10
    CHECK(table.render(25, false) ==
          "     Receipts          on\n"
          "May      1.00  2026-05-31\n"
          "All      1.00  2026-05-31\n");
    CHECK(table.fit(24).empty());
    CHECK(table.render(24, false) ==
          "       In          on\n"
          "May  1.00      31 May\n"
          "All  1.00  2026-05-31\n");
}

TEST_CASE("columns of words are broken to one width, and those without a text left out, before a table is cut") {
    TextTable table =
        table_of({of_words(), of_words(), of_words(), Align::right}, {"Subject", "Confidence", "Rests on it", "Sum"},
                 {{"Rent of the house", "", "what the law says", "1.00"}, {"Tax", "", "typed", "20.00"}});
    CHECK(table.fit(33).empty());  // 33 - 2 - 2 - 5 leave 24 for two columns of 17
    CHECK(table.render(33, false) ==
          "Subject      Rests on it     Sum\n"
          "Rent of the  what the law   1.00\n"
          "  house        says\n"
          "Tax          typed         20.00\n");
}

TEST_CASE("what others of a row say is left out before a table is cut, and that is said") {
    const auto made = [] {
        return table_of(
            {Align::left, Align::right, Align::right, with(&TableColumn::spare, Align::right), Align::right},
            {"", "In", "Out", "Net", "Left"},
            {{"May", "10.00", "9.00", "1.00", "1.00"}, {"Jun", "2.00", "2.00", "0.00", "1.00"}});
    };
    TextTable table = made();  // 3 + 5 + 4 + 4 + 4, and four gaps
    CHECK(table.fit(28).empty());
    CHECK(table.fit(27) == std::vector<std::string>{"Net"});
    CHECK(table.render(27, false) ==
          "        In   Out  Left\n"
          "May  10.00  9.00  1.00\n"
          "Jun   2.00  2.00  1.00\n");
    TextTable cut = made();  // 22 without it
    CHECK(cut.fit(21).empty());
    CHECK(cut.render(21, false) ==
          "        In   Out\n"
          "May  10.00  9.00\n"
          "Jun   2.00  2.00\n"
          "\n"
          "      Net  Left\n"
          "May  1.00  1.00\n"
          "Jun  0.00  1.00\n");
}

TEST_CASE("a name gives way where its table has fewer blocks then, no further than it takes") {
    TextTable table =
        table_of({of_words(), Align::right, Align::right, Align::right}, {"", "January", "February", "March"},
                 {{"Rent of the old house", "10000.00", "20000.00", "30000.00"}, {"Tax", "1.00", "2.00", "3.00"}});
    // As it is, one month a block, 21 + 2 + 8: three blocks of three lines. Beside 15 there are two, of four lines.
    table.fit(35);
    CHECK(table.render(35, false) ==
          "                  January  February\n"
          "Rent of the old  10000.00  20000.00\n"
          "  house\n"
          "Tax                  1.00      2.00\n"
          "\n"
          "                    March\n"
          "Rent of the old  30000.00\n"
          "  house\n"
          "Tax                  3.00\n");
    TextTable tall = table_of(
        {of_words(), Align::right, Align::right}, {"", "January", "February"},
        {{"Rent of the old house", "10000.00", "20000.00"}, {"Care of the new house", "10000.00", "20000.00"}});
    // Two blocks of three lines, 21 + 2 + 8; one, beside 12, would have five of them.
    tall.fit(31);
    CHECK(tall.render(31, false) ==
          "                        January\n"
          "Rent of the old house  10000.00\n"
          "Care of the new house  10000.00\n"
          "\n"
          "                       February\n"
          "Rent of the old house  20000.00\n"
          "Care of the new house  20000.00\n");
}

TEST_CASE("heads of a block stay in one line where all of them can") {
    TextTable table = table_of({Align::left, Align::right, Align::right, Align::right},
                               {"", "Jan 2026", "Feb 2026", "Mar 2026"}, {{"Rent", "1.00", "20.00", "3.00"}});
    table.fit(25);  // 4 + 2 + 8 + 2 + 8 leave the third month to a block of its own; in two lines all fit
    CHECK(table.render(25, false) ==
          "       Jan    Feb   Mar\n"
          "      2026   2026  2026\n"
          "Rent  1.00  20.00  3.00\n");
    TextTable wide =
        table_of({Align::left, Align::right, Align::right, Align::right}, {"", "Jan 2026", "Feb 2026", "Mar 2026"},
                 {{"Rent", "1,234.00", "1,234.0", "1,234.00"}, {"Tax", "1.00", "1.00", "1.00"}});
    wide.fit(25);  // the second column would do with 7 of the 8
    CHECK(wide.render(25, false) ==
          "      Jan 2026  Feb 2026\n"
          "Rent  1,234.00   1,234.0\n"
          "Tax       1.00      1.00\n"
          "\n"
          "      Mar 2026\n"
          "Rent  1,234.00\n"
          "Tax       1.00\n");
}

TEST_CASE("totals stand where they have something in the columns of a block") {
    TextTable table =
        table_of({Align::left, Align::right, Align::right}, {"", "Key", "Share"}, {{"Rent", "0.5", "1.00"}});
    table.rule();
    table.row(plain({"Total", "", "1.00"}));
    CHECK(table.render(12, false) ==
          "       Key\n"
          "Rent   0.5\n"
          "\n"
          "       Share\n"
          "Rent    1.00\n"
          "────────────\n"
          "Total   1.00\n");
    CHECK(table.render(17, false) ==
          "       Key  Share\n"
          "Rent   0.5   1.00\n"
          "─────────────────\n"
          "Total        1.00\n");
}

TEST_CASE("a long word goes on behind one of its parts where its table fits then, an amount or a date never") {
    // With the last two, records would have as many lines.
    TextTable table = table_of({of_words(), of_words()}, {"Place", "Value"},
                               {{"msp-mediane-poste.toml:162:7", "2026-04-15"},
                                {"equipe.coordination", "-1,234,567.89"},
                                {"rent", "1.00"},
                                {"tax", "2.00"}});
    table.fit(29);  // 14 for each, of which 13 are taken by the amount
    CHECK(table.render(29, false) ==
          "Place           Value\n"
          "msp-mediane-    2026-04-15\n"
          "  poste.toml:\n"
          "  162:7\n"
          "equipe.         -1,234,567.89\n"
          "  coordination\n"
          "rent            1.00\n"
          "tax             2.00\n");
}

TEST_CASE("the path of a file goes on behind the last folder that fits") {
    TextTable table = table_of({Align::left, Align::right}, {"File", "Sum"}, {{"books/msp-2026/export.txt", "1.00"}});
    table.narrow(22, 5);  // 2 + 4 leave 16, of which "books/msp-2026/" takes 15
    CHECK(table.render(0, false) ==
          "File              Sum\n"
          "books/msp-2026/  1.00\n"
          "  export.txt\n");
}

TEST_CASE("a table of words that has no room becomes a record for each row, its name and value in one line") {
    const auto made = [] {
        TextTable table({of_words(), naming(), joined(of_words()), of_words(), of_words()});
        table.head({"Subject", "Assumption", "Value", "Rests on", "Place"});
        table.row(plain({"2025", "patients", "3480 patients", "typed", "budget.toml:21:14"}));
        table.row(plain({"", "day of payment", "the latest one that the text has", "by default", ""}));
        table.rule();
        table.row(plain({"2026", "sum", "", "law", ""}));
        return table;
    };
    // 7 + 14 + 32 + 10 + 17 and four gaps of two take 88.
    TextTable table = made();
    CHECK(table.fit(88).empty());
    CHECK(table.render(88, false) ==
          "Subject  Assumption      Value                             Rests on    Place\n"
          "2025     patients        3480 patients                     typed       budget.toml:21:14\n"
          "         day of payment  the latest one that the text has  by default\n"
          "────────────────────────────────────────────────────────────────────────────────────────\n"
          "2026     sum                                               law\n");
    // 40 has no room for five columns of 7, 12, 12, 10 and 12.
    CHECK(table.fit(40, " = ").empty());
    CHECK(table.render(40, false) ==
          "2025 – patients = 3480 patients\n"
          "    Rests on = typed\n"
          "    Place = budget.toml:21:14\n"
          "day of payment = the latest one that the\n"
          "  text has\n"
          "    Rests on = by default\n"
          "────────────────────────────────────────\n"
          "2026 – sum\n"
          "    Rests on = law\n");
    // 54 has not either, but 4 + 16 + 2 + 25 = 47 stand beside one another.
    table = made();
    CHECK(table.fit(54, " = ").empty());
    CHECK(table.render(54, false) ==
          "2025 – patients = 3480 patients\n"
          "    Rests on = typed  Place = budget.toml:21:14\n"
          "day of payment = the latest one that the text has\n"
          "    Rests on = by default\n"
          "─────────────────────────────────────────────────\n"
          "2026 – sum\n"
          "    Rests on = law\n");
}

TEST_CASE("words are records where that takes fewer lines than columns of broken words") {
    const auto made = [](const char* said) {
        return table_of({of_words(), of_words(), of_words()}, {"Rule", "Text", "Source"},
                        {{"advance", said, "Journal officiel"}});
    };
    TextTable few = made("sixty in a hundred");  // two lines of it, the head above: three, as the record would have
    few.fit(40);
    CHECK(few.render(40, false) ==
          "Rule     Text        Source\n"
          "advance  sixty in a  Journal\n"
          "           hundred     officiel\n");
    TextTable many = made("sixty in a hundred of what the year before was paid in all");  // five lines, or four
    many.fit(40);
    CHECK(many.render(40, false) ==
          "advance\n"
          "    Text: sixty in a hundred of what the\n"
          "      year before was paid in all\n"
          "    Source: Journal officiel\n");
}

TEST_CASE("in a record, an indented row stays so, and an alert is one") {
    TextTable table({of_words(), of_words(), Align::right, joined(Align::right)});
    table.head({"Bank", "State", "Lowest", "on"});
    table.row({{"All accounts", Style::strong}});
    table.row({{"  Main"}, {"overdrawn"}, {"-1,000.00", Style::alert}, {"31 May"}});
    table.fit(30);  // words of 12 and 9, figures of 9 and 6, three gaps: 42
    CHECK(table.render(30, true) ==
          "\x1b[1mAll accounts\x1b[0m\n"
          "\x1b[1m  Main\x1b[0m\n"
          "      State: overdrawn\n"
          "\x1b[31m      Lowest: -1,000.00\x1b[0m\n"
          "      on: 31 May\n");
}

TEST_CASE("in a record, what looks otherwise has a line of its own") {
    TextTable table({of_words(), Align::right, Align::right, of_words(), of_words()});
    table.head({"Bank", "Lowest", "Floor", "on", "Place"});
    table.row({{"A most profitable current account"},
               {"-1.00", Style::alert},
               {"5.00"},
               {"31 May"},
               {"a.toml:1", Style::faint}});
    table.fit(30);
    CHECK(table.render(30, true) ==
          "\x1b[1mA most profitable current\x1b[0m\n"
          "\x1b[1m  account\x1b[0m\n"
          "\x1b[31m    Lowest: -1.00\x1b[0m\n"
          "    Floor: 5.00  on: 31 May\n"
          "\x1b[2m    Place: a.toml:1\x1b[0m\n");
}

TEST_CASE("in a record, only a value in words stands behind the name without its head") {
    const auto made = [](const TableColumn& joined_one, const char* value) {
        TextTable table = table_of({of_words(), joined_one, of_words()}, {"Assumption", "Value", "Source"},
                                   {{"days until a payment arrives", value, "what the law says"}});
        table.fit(30);  // neither the two words nor a figure of 10 leave room for 12 twice
        return table.render(30, false);
    };
    CHECK(made(joined(of_words()), "30 to 60") ==
          "days until a payment arrives:\n"
          "  30 to 60\n"
          "    Source: what the law says\n");
    CHECK(made(joined(Align::right), "123,456.78") ==
          "days until a payment arrives\n"
          "    Value: 123,456.78\n"
          "    Source: what the law says\n");
}

TEST_CASE("without a limit a table stays as it is") {
    TextTable table = table_of({of_words(), of_words()}, {"Place", "Value"}, {{"what the law says", "typed"}});
    CHECK(table.fit(0).empty());
    CHECK(table.render(0, false) ==
          "Place              Value\n"
          "what the law says  typed\n");
}

TEST_CASE("rows without a head fit too") {
    TextTable table = table_of({of_words(), joined(Align::right), of_words()},
                               {{"    the whole grant", "1,500.00", "budget.toml:78:10"}});
    CHECK(table.fit(48).empty());  // 19 + 8 + 17, and two gaps
    CHECK(table.render(48, false) == "    the whole grant  1,500.00  budget.toml:78:10\n");
    table.fit(30);  // no words are narrower than 12: 12 + 8 + 12, and two gaps
    CHECK(table.render(30, false) ==
          "    the whole grant: 1,500.00\n"
          "        budget.toml:78:10\n");
}

TEST_CASE("a block leaves out rows that have nothing in its columns, and lines of other columns") {
    TextTable table({of_words(), Align::right, Align::right, Align::right, of_words()});
    table.head({"", "January", "February", "March", "Note"});
    table.row({{"Payments", Style::strong}});
    table.row(plain({"  Rent", "10000.00", "20000.00", "", "from the new lease on"}));
    table.row(plain({"  Tax", "", "2.00", "3.00", ""}));
    table.row({{"Nothing yet", Style::strong}});
    table.fit(30);  // 11 for the names, 8, and 5 to the right of it: 28
    CHECK(table.render(30, false) ==
          "              January\n"
          "Payments\n"
          "  Rent       10000.00\n"
          "Nothing yet\n"
          "\n"
          "             February  March\n"
          "Payments\n"
          "  Rent       20000.00\n"
          "  Tax            2.00   3.00\n"
          "\n"
          "             Note\n"
          "Payments\n"
          "  Rent       from the new\n"
          "               lease on\n");
}

TEST_CASE("each block begins with all columns by which a row is called") {
    TextTable table =
        table_of({of_words(), naming(), Align::right, Align::right, Align::right}, {"", "", "2026", "2027", "2028"},
                 {{"Result", "low", "-100.00", "-200.00", "-300.00"}, {"", "high", "100.00", "200.00", "300.00"}});
    table.fit(30);  // 6 + 4 + 7, 7 and two gaps each
    CHECK(table.render(30, false) ==
          "                 2026     2027\n"
          "Result  low   -100.00  -200.00\n"
          "        high   100.00   200.00\n"
          "\n"
          "                 2028\n"
          "Result  low   -300.00\n"
          "        high   300.00\n");
}

TEST_CASE("a row whose only name stands above it has that above it in each block, or beside it") {
    TextTable table = table_of({Align::left, naming(), Align::right, Align::right}, {"Who", "Role", "Hours", "Total"},
                               {{"Ann", "meeting", "70.00", ""},
                                {"", "protocol", "2.00", "4,380.00"},
                                {"Bob", "meeting", "40.00", ""},
                                {"", "protocol", "1.00", ""}});
    table.fit(23);  // 3 + 8, 5 or 8, and two gaps
    CHECK(table.render(23, false) ==
          "Who  Role      Hours\n"
          "Ann  meeting   70.00\n"
          "     protocol   2.00\n"
          "Bob  meeting   40.00\n"
          "     protocol   1.00\n"
          "\n"
          "Who  Role         Total\n"
          "Ann  protocol  4,380.00\n");
}

TEST_CASE("a name in several lines goes down to the first row of a block that it calls, past a row left out") {
    TextTable table = table_of({of_words(), naming(), Align::right, Align::right, Align::right},
                               {"Who", "Role", "Hours", "Sums", "Rest"},
                               {{"Nurses of the house", "meeting", "10,000.00", "", ""},
                                {"", "protocol", "2.00", "", ""},
                                {"", "care", "", "40,000.00", ""},
                                {"", "doctor", "", "1.00", ""},
                                {"Bob", "care", "1.00", "2.00", "5.00"}});
    table.fit(33);  // 11 and 8 for the names, 9, and two gaps are 32: the next figures are for another block
    CHECK(table.render(33, false) ==
          "Who          Role          Hours\n"
          "Nurses of    meeting   10,000.00\n"
          "  the house\n"
          "             protocol       2.00\n"
          "Bob          care           1.00\n"
          "\n"
          "Who          Role           Sums\n"
          "Nurses of    care      40,000.00\n"
          "  the house\n"
          "             doctor         1.00\n"
          "Bob          care           2.00\n"
          "\n"
          "Who          Role      Rest\n"
          "Bob          care      5.00\n");
}

TEST_CASE("in a block of its own, a sum of several rows is called by what they have in common") {
    const auto made = [](const char* hours) {
        TextTable table =
            table_of({Align::left, naming(), Align::right, Align::right, with(&TableColumn::sums, Align::right)},
                     {"Who", "Role", hours, "Amount", "Total"},
                     {{"Ann", "meeting", "70.00", "3,780.00", ""},
                      {"", "protocol", "2.00", "600.00", "4,380.00"},
                      {"Bob", "meeting", "40.00", "2,160.00", "2,160.00"}});
        table.rule();
        table.row(plain({"Total", "", "", "", "6,540.00"}));
        return table;
    };
    TextTable apart = made("Hours");
    apart.fit(36);  // 5 + 8 + 5 + 8 and three gaps are 32, and 42 with the sums
    CHECK(apart.render(36, false) ==
          "Who    Role      Hours    Amount\n"
          "Ann    meeting   70.00  3,780.00\n"
          "       protocol   2.00    600.00\n"
          "Bob    meeting   40.00  2,160.00\n"
          "\n"
          "Who       Total\n"
          "Ann    4,380.00\n"
          "Bob    2,160.00\n"
          "───────────────\n"
          "Total  6,540.00\n");
    // Beside an amount it stands where the whole table has it.
    TextTable beside = made("Participations");
    beside.fit(36);  // 5 + 8 + 14 and two gaps are 31, and 41 with the amounts; 5 + 8 + 8 + 8 and three gaps are 35
    CHECK(beside.render(36, false) ==
          "Who    Role      Participations\n"
          "Ann    meeting            70.00\n"
          "       protocol            2.00\n"
          "Bob    meeting            40.00\n"
          "\n"
          "Who    Role        Amount     Total\n"
          "Ann    meeting   3,780.00\n"
          "       protocol    600.00  4,380.00\n"
          "Bob    meeting   2,160.00  2,160.00\n"
          "───────────────────────────────────\n"
          "Total                      6,540.00\n");
}

TEST_CASE("joined columns are parted where a name leaves no room for both") {
    const TextTable table = table_of({Align::left, Align::right, joined(Align::right)},
                                     {{"Pluriprofessionnelle", "17,353.00", "8,116.16"}});
    CHECK(table.render(32, false) ==
          "Pluriprofessionnelle  17,353.00\n"
          "\n"
          "Pluriprofessionnelle  8,116.16\n");
    CHECK(table.render(41, false) == "Pluriprofessionnelle  17,353.00  8,116.16\n");
}

TEST_CASE("a table of figures too is records where not even one of them has room beside its name") {
    TextTable table = table_of({Align::left, Align::right, Align::right}, {"Figure", "Low", "High"},
                               {{"Net present value", "not within these exercises", "Jul 2026 (month 7)"}});
    table.fit(40);  // 17 + 2 + 26
    CHECK(table.render(40, false) ==
          "Net present value\n"
          "    Low: not within these exercises\n"
          "    High: Jul 2026 (month 7)\n");
}

TEST_CASE("one row of figures that has no room is a record, and not a block for each of them") {
    const auto made = [] {
        return table_of({of_words(), Align::right, Align::left, Align::right}, {"File", "Sum", "Until", "Not mapped"},
                        {{"books-of-2026.txt", "44,658.33", "30/09/2026", "1,188.00"}});
    };
    TextTable table = made();
    table.fit(54);  // 17 + 9 + 10 + 10 and three gaps are 52
    CHECK(table.render(54, false) ==
          "File                     Sum  Until       Not mapped\n"
          "books-of-2026.txt  44,658.33  30/09/2026    1,188.00\n");
    table = made();
    table.fit(40);  // 4 + 14 + 2 + 17 = 37 for two of them
    CHECK(table.render(40, false) ==
          "books-of-2026.txt\n"
          "    Sum: 44,658.33  Until: 30/09/2026\n"
          "    Not mapped: 1,188.00\n");
    // Two rows stand under each other.
    table = made();
    table.row(plain({"books-of-2025.txt", "1.00", "31/12/2025", "0.00"}));
    table.fit(40);
    CHECK(table.render(40, false) ==
          "File                     Sum  Until\n"
          "books-of-2026.txt  44,658.33  30/09/2026\n"
          "books-of-2025.txt       1.00  31/12/2025\n"
          "\n"
          "File               Not mapped\n"
          "books-of-2026.txt    1,188.00\n"
          "books-of-2025.txt        0.00\n");
}

TEST_CASE("in a record, a value whose head is what the row is called stands behind that name") {
    TextTable table({of_words(), naming(), Align::right, Align::right, of_words()});
    table.head({"", "", "Amount", "Balance", "Place"});
    table.row(plain({"Opening", "", "", "100.00", ""}));
    table.row(plain({"  5 April", "Rent of the house", "-150.00", "-50.00", "budget.toml:59:1"}));
    table.row({{"Balance"}, {""}, {""}, {"-50.00", Style::alert}, {"in the evening"}});
    table.row(plain({"Balance", "lowest", "", "-50.00", ""}));
    table.fit(24);
    CHECK(table.render(24, true) ==
          "\x1b[1mOpening\x1b[0m\n"
          "    Balance: 100.00\n"
          "\x1b[1m  5 April – Rent of the\x1b[0m\n"
          "\x1b[1m    house\x1b[0m\n"
          "      Amount: -150.00\n"
          "      Balance: -50.00\n"
          "      Place:\n"
          "        budget.toml:59:1\n"
          "\x1b[31mBalance: -50.00\x1b[0m\n"
          "    Place: in the\n"
          "      evening\n"
          "\x1b[1mBalance – lowest\x1b[0m\n"
          "    Balance: -50.00\n");
}
