// SPDX-License-Identifier: MIT
#include <msp/report/rows.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::vector<Column> columns = {{"line", "Ligne"}, {"period", "Période"}, {"amount", "Montant"}, {"date", "Date"},
                                     {"days", "Jours"}, {"origin", "Origine"}, {"note", "Remarque"}};

void fill(Rows& rows) {
    rows.text("=rent");
    rows.period({"2026-04-01"_d, "2026-04-30"_d}, Grid::month);
    rows.money("-12.50"_eur);
    rows.date("2026-04-15"_d);
    rows.integer(-3);
    rows.word("line");
    rows.empty();
    rows.end_row();
}

std::string csv(CsvDialect dialect, Heading heading, std::string_view file) {
    std::string out;
    Csv csv([&out](std::string_view piece) { out += piece; }, dialect);
    Rows rows(csv, columns, heading, file);
    fill(rows);
    fill(rows);
    csv.finish();
    return out;
}

std::string period(Grid grid, Period period) {
    std::string out;
    Csv csv([&out](std::string_view piece) { out += piece; }, CsvDialect::rfc4180);
    Rows rows(csv, {{"period", "Period"}}, Heading::none, "");
    rows.period(period, grid);
    rows.end_row();
    csv.finish();
    return out;
}

}  // namespace

TEST_CASE("rows in CSV are cells under the column ids") {
    const std::string row = "'=rent,2026-04,-12.50,2026-04-15,-3,line,\n";
    CHECK(csv(CsvDialect::rfc4180, Heading::ids, "") == "line,period,amount,date,days,origin,note\n" + row + row);
    CHECK(csv(CsvDialect::rfc4180, Heading::none, "") == row + row);
}

TEST_CASE("with several files the first column names the file") {
    CHECK(csv(CsvDialect::rfc4180, Heading::ids, "a.toml").starts_with("file,line,period"));
    CHECK(csv(CsvDialect::rfc4180, Heading::none, "a.toml").starts_with("a.toml,'=rent,2026-04"));
    CHECK(csv(CsvDialect::rfc4180, Heading::none, "-a.toml").starts_with("'-a.toml,"));
}

TEST_CASE("in excel-fr the same rows have labels, decimal commas and French days") {
    CHECK(csv(CsvDialect::excel_fr, Heading::labels, "") ==
          "\xEF\xBB\xBFLigne;Période;Montant;Date;Jours;Origine;Remarque\r\n"
          "'=rent;2026-M04;-12,50;15/04/2026;-3;line;\r\n'=rent;2026-M04;-12,50;15/04/2026;-3;line;\r\n");
}

TEST_CASE("rows in JSON are objects with the column ids as keys") {
    std::string out;
    Json json([&out](std::string_view piece) { out += piece; });
    json.begin_array();
    Rows rows(json, columns);
    fill(rows);
    json.end_array();
    json.finish();
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(out ==
          "[{\"line\":\"=rent\",\"period\":\"2026-04\",\"amount\":-12.50,\"date\":\"2026-04-15\",\"days\":-3,"
          "\"origin\":\"line\",\"note\":null}]");
}

TEST_CASE("a period is written in its ISO form") {
    CHECK(period(Grid::day, {"2026-04-15"_d, "2026-04-15"_d}) == "2026-04-15\n");
    CHECK(period(Grid::month, {"2026-04-15"_d, "2026-04-30"_d}) == "2026-04\n");
    CHECK(period(Grid::quarter, {"2026-04-15"_d, "2026-06-30"_d}) == "2026-Q2\n");
    CHECK(period(Grid::year, {"2026-04-15"_d, "2026-12-31"_d}) == "2026\n");
}

TEST_CASE("a decimal has its decimals, an exact value two cells, since 1/2 is a date to a spreadsheet") {
    const auto row = [](CsvDialect dialect, const Quotient& value) {
        std::string out;
        Csv csv([&out](std::string_view piece) { out += piece; }, dialect);
        Rows rows(csv, columns_of({{"points", "Points"}, {"points_num", ""}, {"points_den", ""}}, Language::english),
                  Heading::none, "");
        rows.decimal(value, 6);
        rows.exact(value);
        rows.end_row();
        csv.finish();
        return out;
    };
    CHECK(row(CsvDialect::rfc4180, Quotient(1, 2)) == "0.500000,1,2\n");
    CHECK(row(CsvDialect::rfc4180, Quotient(11064, 5)) == "2212.800000,11064,5\n");
    CHECK(row(CsvDialect::excel_fr, Quotient(11064, 5)) == "\ufeff2212,800000;11064;5\r\n");
    // 10^16 + 1 has 17 digits, two more than a spreadsheet keeps of a number.
    CHECK(row(CsvDialect::excel_fr, Quotient(10'000'000'000'000'001)) ==
          "\ufeff10000000000000001,000000;\"=\"\"10000000000000001\"\"\";1\r\n");
}

TEST_CASE("a decimal is a number in JSON") {
    std::string out;
    Json json([&out](std::string_view piece) { out += piece; });
    json.begin_array();
    Rows rows(json, columns_of({{"points", "Points"}, {"points_num", ""}, {"points_den", ""}}, Language::english));
    rows.decimal(Quotient(1, 3), 6);
    rows.exact(Quotient(1, 3));
    rows.end_row();
    json.end_array();
    json.finish();
    CHECK(out == "[\n  {\n    \"points\": 0.333333,\n    \"points_num\": 1,\n    \"points_den\": 3\n  }\n]\n");
}
