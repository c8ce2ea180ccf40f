// SPDX-License-Identifier: MIT
#include <msp/cash/period.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string grid(std::string_view first, std::string_view last, Grid grid) {
    std::string text;
    for (const Period& period : periods(parse_date(first).value(), parse_date(last).value(), grid))
        text += (text.empty() ? "" : " ") + period_id(period, grid) + ':' + iso(period.first).substr(5) + '/' +
                iso(period.last).substr(5);
    return text;
}

}  // namespace

TEST_CASE("periods are those of the calendar, the first and the last one cut") {
    CHECK(grid("2026-01-15", "2026-03-10", Grid::month) ==
          "2026-01:01-15/01-31 2026-02:02-01/02-28 2026-03:03-01/03-10");
    CHECK(grid("2025-12-15", "2026-07-01", Grid::quarter) ==
          "2025-Q4:12-15/12-31 2026-Q1:01-01/03-31 2026-Q2:04-01/06-30 2026-Q3:07-01/07-01");
    CHECK(grid("2025-12-31", "2027-01-01", Grid::year) == "2025:12-31/12-31 2026:01-01/12-31 2027:01-01/01-01");
    CHECK(grid("2028-02-28", "2028-03-01", Grid::day) ==
          "2028-02-28:02-28/02-28 2028-02-29:02-29/02-29 2028-03-01:03-01/03-01");
}

TEST_CASE("a day alone is a period of every grid") {
    for (const Grid each : {Grid::day, Grid::month, Grid::quarter, Grid::year})
        CHECK(periods("2026-12-31"_d, "2026-12-31"_d, each).size() == 1);
}

TEST_CASE("each month belongs to its quarter") {
    std::string ids;
    for (unsigned month = 1; month <= 12; ++month)
        ids += period_id({Month(2026, month).first(), Month(2026, month).last()}, Grid::quarter).substr(5);
    CHECK(ids == "Q1Q1Q1Q2Q2Q2Q3Q3Q3Q4Q4Q4");
}
