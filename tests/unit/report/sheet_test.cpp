// SPDX-License-Identifier: MIT
#include <msp/report/sheet_text.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/sheet.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const Period april = {"2026-04-01"_d, "2026-04-30"_d};

// Two rows alike under a title, then what only a page has: a rule and a total.
Sheet sheet() {
    return {"lines",
            columns_of(
                {head::id("line", "Ligne"), head::period("period", "Période").headed(""),
                 head::money("amount", "Montant"), head::money("paid", "Payé").turned(),
                 head::date("date", "Date").to_the_right(), head::count("days", "Jours"),
                 head::word("origin", "Origine"), head::text("note", "Remarque"), head::text("", "Place").for_page()},
                Language::english),
            [](RowSink& rows) {
                rows.begin({"Bail", {"note"}});
                const auto row = [&](Row kind, const Cell& period) {
                    rows.row(kind, {TextCell{"=rent"},
                                    period,
                                    "-12.50"_eur,
                                    "-1234.50"_eur,
                                    "2026-04-15"_d,
                                    std::int64_t{-3},
                                    WordCell{"line", "Ligne"},
                                    {},
                                    TextCell{"a.toml:3"}});
                };
                row({}, PeriodCell{april, Grid::month});
                row({.level = 1}, PeriodCell{april, Grid::month});
                rows.row({RowKind::rule}, {});
                row({RowKind::total, Audience::page}, TextCell{"Total"});
                rows.note("Une remarque.");
            }};
}

std::string csv(CsvDialect dialect, Heading heading, std::string_view file) {
    std::string out;
    Csv csv([&out](std::string_view piece) { out += piece; }, dialect);
    sheet_csv(csv, sheet(), heading, file);
    csv.finish();
    return out;
}

// One row of one sheet.
Sheet single(std::initializer_list<Head> heads, std::vector<Cell> cells) {
    return {"single", columns_of(heads, Language::english), [cells](RowSink& rows) {
                rows.begin({});
                rows.row({}, cells);
            }};
}

std::string json(const Sheet& sheet) {
    std::string out;
    Json json([&out](std::string_view piece) { out += piece; });
    json.begin_object();
    sheet_json(json, sheet);
    json.end_object();
    json.finish();
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n'; });
    return out;
}

std::string excel_row(const Sheet& sheet) {
    std::string out;
    Csv csv([&out](std::string_view piece) { out += piece; }, CsvDialect::excel_fr);
    sheet_csv(csv, sheet, Heading::none, "");
    csv.finish();
    return out;
}

}  // namespace

TEST_CASE("a sheet in CSV is its data under the column ids") {
    const std::string row = "'=rent,2026-04,-12.50,-1234.50,2026-04-15,-3,line,\n";
    CHECK(csv(CsvDialect::rfc4180, Heading::ids, "") == "line,period,amount,paid,date,days,origin,note\n" + row + row);
    CHECK(csv(CsvDialect::rfc4180, Heading::none, "") == row + row);
}

TEST_CASE("with several files the first column names the file") {
    CHECK(csv(CsvDialect::rfc4180, Heading::ids, "a.toml").starts_with("file,line,period"));
    CHECK(csv(CsvDialect::rfc4180, Heading::none, "a.toml").starts_with("a.toml,'=rent,2026-04"));
    CHECK(csv(CsvDialect::rfc4180, Heading::none, "-a.toml").starts_with("'-a.toml,"));
}

TEST_CASE("in excel-fr the same rows have labels, decimal commas and French days") {
    const std::string row = "'=rent;2026-M04;-12,50;-1234,50;15/04/2026;-3;line;\r\n";
    CHECK(csv(CsvDialect::excel_fr, Heading::labels, "") ==
          "\xEF\xBB\xBFLigne;Période;Montant;Payé;Date;Jours;Origine;Remarque\r\n" + row + row);
}

TEST_CASE("a sheet in JSON is an array of objects with the column ids as keys") {
    const std::string row =
        "{\"line\":\"=rent\",\"period\":\"2026-04\",\"amount\":-12.50,\"paid\":-1234.50,\"date\":"
        "\"2026-04-15\",\"days\":-3,\"origin\":\"line\",\"note\":null}";
    CHECK(json(sheet()) == "{\"lines\":[" + row + "," + row + "]}");
}

TEST_CASE("a page has titles, what only it shows, payments positive, and notes") {
    CHECK(sheet_text(sheet(), {Language::english, 0, false}) ==
          "Bail\n"
          "            Montant      Payé        Date  Jours  Origine  Place\n"
          "Apr 2026     -12.50  1,234.50  2026-04-15     -3  Ligne    a.toml:3\n"
          "  Apr 2026   -12.50  1,234.50  2026-04-15     -3  Ligne    a.toml:3\n"
          "───────────────────────────────────────────────────────────────────\n"
          "Total        -12.50  1,234.50  2026-04-15     -3  Ligne    a.toml:3\n"
          "Une remarque.\n\n");
}

TEST_CASE("a sheet without a block says what it has to say") {
    const Sheet none = {"none", {}, [](RowSink&) {}, "Nothing.\n"};
    CHECK(sheet_text(none, {Language::english, 0, false}) == "Nothing.\n");
    CHECK(json(none) == "{\"none\":[]}");
}

TEST_CASE("a period is written in its ISO form") {
    const auto written = [](Grid grid, Period period) {
        return csv_rows(single({head::period("period", "Period")}, {PeriodCell{period, grid}}));
    };
    CHECK(written(Grid::day, {"2026-04-15"_d, "2026-04-15"_d}) == "2026-04-15\n");
    CHECK(written(Grid::month, {"2026-04-15"_d, "2026-04-30"_d}) == "2026-04\n");
    CHECK(written(Grid::quarter, {"2026-04-15"_d, "2026-06-30"_d}) == "2026-Q2\n");
    CHECK(written(Grid::year, {"2026-04-15"_d, "2026-12-31"_d}) == "2026\n");
}

TEST_CASE("a decimal has its decimals, an exact value two cells, since 1/2 is a date to a spreadsheet") {
    const auto points = [](const Quotient& value) {
        return single({head::decimal("points", ""), head::count("points_num", ""), head::count("points_den", "")},
                      {DecimalCell{value, 6}, WholeCell{value.numerator()}, WholeCell{value.denominator()}});
    };
    CHECK(csv_rows(points(Quotient(1, 2))) == "0.500000,1,2\n");
    CHECK(csv_rows(points(Quotient(11064, 5))) == "2212.800000,11064,5\n");
    CHECK(excel_row(points(Quotient(11064, 5))) == "\ufeff2212,800000;11064;5\r\n");
    // 10^16 + 1 has 17 digits, two more than a spreadsheet keeps of a number.
    CHECK(excel_row(points(Quotient(10'000'000'000'000'001))) ==
          "\ufeff10000000000000001,000000;\"=\"\"10000000000000001\"\"\";1\r\n");
    CHECK(json(points(Quotient(1, 3))) ==
          "{\"single\":[{\"points\":0.333333,\"points_num\":\"1\",\"points_den\":\"3\"}]}");
}

namespace {

// The total is of the exact amounts: 0.40 + 0.40 + 0.70 is 1.50, of which the lines show 0, 0 and 1; 400.00 + 400.00 +
// 700.00 is 1,500.00, of which they show 0, 0 and 1 thousand.
Sheet to_be_rounded(const std::vector<Money>& lines, Money total) {
    return {"lines",
            columns_of({head::text("name", "Name").headed(""), head::money("amount", "Amount"),
                        head::money("paid", "Paid").turned(), head::money("gap", "Gap").exact(),
                        head::decimal("rate", "Rate")},
                       Language::english),
            [lines, total](RowSink& rows) {
                rows.begin({"Plan", {}});
                for (const Money amount : lines)
                    rows.row({.sparse = true},
                             {TextCell{"line"}, amount, opposite(amount), "-0.10"_eur, DecimalCell{Quotient(1, 2), 2}});
                rows.row({.kind = RowKind::total}, {TextCell{"Total"}, total, opposite(total), "-0.10"_eur, {}});
            }};
}

std::string rounded_text(const Sheet& sheet, ShownIn amounts, Language language = Language::english) {
    TextStyle style{language};
    style.amounts = amounts;
    return sheet_text(sheet, style);
}

}  // namespace

TEST_CASE("a page in whole euros says so, totals are of the exact amounts, and what keeps its cents says that") {
    const Sheet sheet = to_be_rounded({"0.40"_eur, "0.40"_eur, "0.70"_eur, Money()}, "1.50"_eur);
    CHECK(rounded_text(sheet, ShownIn::euros) ==
          "Plan (in euros, rounded)\n"
          "       Amount  Paid  Gap (€)  Rate\n"
          "line        0     0    -0.10  0.50\n"
          "line        0     0    -0.10  0.50\n"
          "line        1     1    -0.10  0.50\n"
          "line        ·     ·    -0.10  0.50\n"
          "Total       2     2    -0.10\n\n");
    CHECK(rounded_text(sheet, ShownIn::cents).starts_with("Plan\n       Amount  Paid    Gap  Rate\nline     0.40"));
}

TEST_CASE("a page in thousands: no sign before a zero, and columns as wide as what they show") {
    const Sheet sheet = to_be_rounded({"-499.99"_eur, "-500.00"_eur, "123456789012.34"_eur}, "123456788012.35"_eur);
    CHECK(rounded_text(sheet, ShownIn::thousands, Language::french) ==
          "Plan (en k€, arrondis)\n"
          "            Amount         Paid  Gap (€)  Rate\n"
          "line             0            0    -0,10  0,50\n"
          "line            -1           -1    -0,10  0,50\n"
          "line   123\u202f456\u202f789  123\u202f456\u202f789    -0,10  0,50\n"
          "Total  123\u202f456\u202f788  123\u202f456\u202f788    -0,10\n\n");
    TextStyle style{Language::english, 0, true};
    style.amounts = ShownIn::thousands;
    CHECK(figure("-499.99"_eur, style).text == "0");
    CHECK(figure("-499.99"_eur, style).style == Style::alert);  // it is no less below zero
    CHECK(figure("499.99"_eur, style).style == Style::plain);
}

TEST_CASE("a block says what amounts are in where it shows some") {
    const auto block = [](Head shown, const Block& begun) {
        return Sheet{"one", columns_of({head::text("name", "Name"), shown}, Language::english),
                     [begun](RowSink& rows) { rows.begin(begun); }};
    };
    const Head amount = head::money("amount", "Amount");
    CHECK(rounded_text(block(amount, {"", {}}), ShownIn::euros) == "In whole euros, rounded\nName  Amount\n\n");
    CHECK(rounded_text(block(amount, {"", {}}), ShownIn::thousands, Language::french) ==
          "En milliers d'euros (k€), arrondis\nName  Amount\n\n");
    CHECK(rounded_text(block(amount, {"Days", {"amount"}}), ShownIn::euros) == "Days\nName\n\n");
    CHECK(rounded_text(block(amount.for_data(), {"Days", {}}), ShownIn::euros) == "Days\nName\n\n");
    CHECK(rounded_text(block(amount.exact(), {"Gaps", {}}), ShownIn::euros) == "Gaps\nName  Amount (€)\n\n");
    CHECK(rounded_text(block(head::count("n", "Number"), {"", {}}), ShownIn::euros) == "Name  Number\n\n");
}
