// SPDX-License-Identifier: MIT
#include <msp/report/sheet_text.hpp>
#include <msp/report/summary.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>
#include <tests/support/sheet.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const View two_months = view_of("2026-01-01", "2026-02-28", Grid::month);
const TextStyle plain_english{Language::english, 0, false};

std::string rows_of(const std::vector<SummaryEntry>& entries, bool file) {
    return csv_rows(summary_sheet(entries, Language::english, file));
}

SummaryEntry entry(const std::string& file, Money lowest, bool below, bool overdrawn) {
    SummaryEntry made{.file = file, .scenario = "base", .entity = "main", .name = "MSP"};
    made.headline.ahead.worst.low = {lowest, "2026-02-10"_d};
    made.headline.ahead.lowest = made.headline.ahead.worst.low;
    const Stretch day = {"2026-02-10"_d, "2026-02-10"_d};
    if (below)
        made.headline.ahead.below_floor = {day};
    if (overdrawn)
        made.headline.ahead.overdrawn = {day};
    return made;
}

}  // namespace

TEST_CASE("the columns of a summary are those promised, in their order") {
    CHECK(csv_heading(summary_sheet({}, Language::english, true)) ==
          "file,scenario,entity,from,to,opening,closing,lowest,lowest_on,first_below_floor,days_below_floor,"
          "first_overdrawn,days_overdrawn,distributable,status,bank,lowest_bank,name\n");
}

TEST_CASE("a summary is a row an entity, with its worst account and status") {
    // One account pays 30.00 on the 10th of each month and 40.00 to the other at the end of January: 100.00, 70.00 from
    // 10 January, 30.00 from 31 January, and 0.00 from 10 February, with 40.00 beside it.
    const auto result = result_of(
        budget_of("[entity]\nid = \"sisa\"\nname = \"La SISA\"\n"
                  "[[bank]]\nid = \"current\"\nopening = 100\ndate = 2026-01-01\nfloor = 20\n"
                  "[[bank]]\nid = \"savings\"\nopening = 0\ndate = 2026-01-01\n"
                  "[[expense]]\nid = \"office\"\ncategory = \"rent\"\nbank = \"current\"\namount = 30\nevery = "
                  "\"month\"\nday = 10\n"
                  "[[transfer]]\nid = \"t\"\nbank = \"current\"\npaid_to = \"savings\"\namount = 40\n"
                  "date = 2026-01-31\n"),
        two_months);
    CHECK(rows_of(summary_entries(*result, two_months), false) ==
          "base,sisa,2026-01-01,2026-02-28,100.00,40.00,40.00,2026-02-10,2026-02-10,19,,0,0.00,below-floor,current,"
          "0.00,La SISA\n");
}

TEST_CASE("of a file that cannot be read there is a row that says so") {
    CHECK(rows_of({{.file = "a.toml", .readable = false}}, true) == "a.toml,,,,,,,,,,,,,,error,,,\n");
}

TEST_CASE("the worst comes first: errors, overdrafts, floors, and of equals the lowest balance") {
    std::vector<SummaryEntry> entries = {entry("fine", "-5"_eur, false, false), entry("floor", "10"_eur, true, false),
                                         entry("deep", "-900"_eur, true, true), entry("less", "-1"_eur, true, true),
                                         {.file = "bad", .readable = false},    entry("low", "-90"_eur, true, false)};
    sort_worst_first(entries);
    std::string order;
    for (const SummaryEntry& each : entries)
        order += each.file + ':' + status_of(each) + ' ';
    CHECK(order == "bad:error deep:overdrawn less:overdrawn low:below-floor floor:below-floor fine:ok ");
}

TEST_CASE("the table fits 80 columns, whatever files and entities are called") {
    std::vector<SummaryEntry> entries = {
        entry("/srv/msp/clients/a-very-long-name-without-blanks/budget.toml", "-99999999.99"_eur, true, true),
        {.file = "x/absent.toml", .readable = false}};
    entries[0].name = "Maison de santé pluriprofessionnelle des Tilleuls et du Vieux Moulin";
    for (const Language language : {Language::english, Language::french}) {
        std::istringstream text(sheet_text(summary_sheet(entries, language, true), {language, 0, false}));
        std::size_t lines = 0;
        for (std::string line; std::getline(text, line); ++lines)
            CHECK(display_width(line) <= 80);
        CHECK(lines > 3);
    }
    const std::vector<SummaryEntry> one = {entry("a.toml", "-1"_eur, true, true)};
    CHECK(sheet_text(summary_sheet(one, Language::english, true), plain_english) ==
          "Budget        Lowest          on  Short from  Status\n"
          "MSP (a.toml)   -1.00  2026-02-10  2026-02-10  overdrawn\n\n");
}
