// SPDX-License-Identifier: MIT
#include <msp/model/line.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("a delay adds months, then days, then goes to the end of the month") {
    struct Row {
        std::string due;
        Delay delay;
        std::string paid;
    };
    for (const Row& row : {
             Row{"2026-01-31", {.months = 1}, "2026-02-28"},
             Row{"2026-01-31", {.months = 1, .days = 1}, "2026-03-01"},  // not 1 February + 1 month
             Row{"2026-04-30", {.months = 2, .days = 15}, "2026-07-15"},
             Row{"2026-03-31", {.days = 15}, "2026-04-15"},
             Row{"2026-01-10", {.days = 45, .end_of_month = true}, "2026-02-28"},  // 24 February, then its end
             Row{"2026-01-31", {.end_of_month = true}, "2026-01-31"},
             Row{"2026-01-01", {.end_of_month = true}, "2026-01-31"},
             Row{"2026-03-31", {.months = -1}, "2026-02-28"},
             Row{"2026-03-01", {.days = -1}, "2026-02-28"},
             Row{"2028-02-29", {.months = 12}, "2029-02-28"},
             Row{"2026-05-20", {}, "2026-05-20"},
         }) {
        CAPTURE(row.due);
        CHECK(iso(delayed(parse_date(row.due).value(), row.delay)) == row.paid);
    }
}

TEST_CASE("facts that differ only in their places are equal") {
    const SourceId source{1};
    const DatedAmount here = {"2026-01-05"_d, "10.00"_eur, {Span{source, 1, 2}}};
    const DatedAmount there = {"2026-01-05"_d, "10.00"_eur, {Span{source, 8, 9}}};
    const DatedAmount dearer = {"2026-01-05"_d, "10.01"_eur, {Span{source, 1, 2}}};
    CHECK(here == there);
    CHECK_FALSE(here == dearer);
}
