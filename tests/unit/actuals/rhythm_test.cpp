// SPDX-License-Identifier: MIT
#include <msp/actuals/rhythm.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <tests/support/budget.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// "2026-01-05 100, ...": euros.
std::vector<DayAmount> payments(const std::string& text) {
    std::vector<DayAmount> all;
    std::istringstream in(text);
    std::string day;
    int euros = 0;
    while (in >> day >> euros)
        all.push_back({parse_date(day).value(), Money::from_cents(euros * 100)});
    return all;
}

constexpr MonthsSeen whole_year = {Month(2026, 1), Month(2026, 12), true};

// "every 3 from 2026-01 on 15: 100", with "next" or "previous" behind the day; "annual 1200" where it is spread.
std::string rhythm(const std::string& text, const MonthsSeen& seen = whole_year) {
    const Rhythm of = rhythm_of(payments(text), seen);
    std::string out;
    if (of.step == 0) {
        for (const DayAmount& each : of.dated)
            out += (out.empty() ? "" : " ") + iso(each.date) + ' ' + std::to_string(each.amount.cents() / 100);
        return out;
    }
    out = "every " + std::to_string(of.step) + " from " + iso(of.first) + " on " + std::to_string(of.day);
    out += of.roll == Roll::next ? " next" : of.roll == Roll::previous ? " previous" : "";
    out += of.from == AmountFrom::spread ? ": annual " : of.from == AmountFrom::latest ? ": latest " : ": ";
    return out + plain(of.amount);
}

}  // namespace

TEST_CASE("payments on one day of each month have a rhythm, whatever business days make of them") {
    // 1 February, 1 March and 1 November 2026 are Sundays, 1 August is a Saturday, 1 January and 1 May are holidays.
    const std::string rents =
        "2026-01-02 250 2026-02-02 250 2026-03-02 250 2026-04-01 250 2026-05-04 250 2026-06-01 250 2026-07-01 250 "
        "2026-08-03 250 2026-09-01 250 2026-10-01 250 2026-11-02 250 2026-12-01 250";
    CHECK(rhythm(rents) == "every 1 from 2026-01 on 1 next: 250.00");
    // 31 January and 28 February 2026 are Saturdays, 31 May and 31 October are not worked either.
    CHECK(rhythm("2026-01-30 10 2026-02-27 10 2026-03-31 10 2026-04-30 10 2026-05-29 10 2026-06-30 10",
                 {Month(2026, 1), Month(2026, 6), true}) == "every 1 from 2026-01 on 31 previous: 10.00");
}

TEST_CASE("a payment that comes early is that of its due day") {
    CHECK(rhythm("2026-01-05 250 2026-02-05 250 2026-03-05 250 2026-03-31 250 2026-05-05 250 2026-06-05 250",
                 {Month(2026, 1), Month(2026, 6), true}) == "every 1 from 2026-01 on 5: 250.00");
}

TEST_CASE("one payment more is of the month before or after") {
    const MonthsSeen four = {Month(2026, 1), Month(2026, 4), true};
    // The rent of May comes on 30 April, since 1 May is a holiday; that of December came on 2 January.
    CHECK(rhythm("2026-01-02 250 2026-02-02 250 2026-03-02 250 2026-04-01 250 2026-04-30 250", four) ==
          "every 1 from 2026-01 on 1 next: 250.00");
    CHECK(rhythm("2026-01-02 250 2026-01-30 250 2026-02-27 250 2026-03-31 250 2026-04-30 250", four) ==
          "every 1 from 2025-12 on 31 previous: 250.00");
}

TEST_CASE("quarters, halves and single payments are told from the months between them") {
    CHECK(rhythm("2026-01-15 90 2026-04-15 90 2026-07-15 90 2026-10-15 90") == "every 3 from 2026-01 on 15: 90.00");
    CHECK(rhythm("2026-06-30 90 2026-12-30 90") == "every 6 from 2026-06 on 30: 90.00");
    CHECK(rhythm("2026-03-17 90") == "every 12 from 2026-03 on 17: 90.00");
    CHECK(rhythm("2026-02-10 90 2026-04-10 90 2026-06-10 90 2026-08-10 90 2026-10-12 90 2026-12-10 90") ==
          "every 2 from 2026-02 on 10 next: 90.00");
}

TEST_CASE("a rhythm may begin later, where payments show it") {
    CHECK(rhythm("2026-10-05 90 2026-11-05 90 2026-12-04 90") == "every 1 from 2026-10 on 5 previous: 90.00");
    CHECK(rhythm("2026-07-15 90 2026-10-15 90") == "every 3 from 2026-07 on 15: 90.00");
    // Two of different amounts show nothing, and what has ended does not come back by the month.
    CHECK(rhythm("2026-07-15 90 2026-10-15 80") == "2027-07-15 90 2027-10-15 80");
    CHECK(rhythm("2026-01-05 90 2026-02-05 90 2026-03-05 90") == "2027-01-05 90 2027-02-05 90 2027-03-05 90");
}

TEST_CASE("an amount that changed is the latest one, one that varies is spread") {
    const MonthsSeen half = {Month(2026, 1), Month(2026, 6), true};
    CHECK(rhythm("2026-01-05 100 2026-02-05 100 2026-03-05 100 2026-04-05 104 2026-05-05 104 2026-06-05 104", half) ==
          "every 1 from 2026-01 on 5: latest 104.00");
    // 600 in six months are 1,200 in twelve. More than a quarter less is a season, and no price.
    CHECK(rhythm("2026-01-05 150 2026-02-05 150 2026-03-05 75 2026-04-05 75 2026-05-05 75 2026-06-05 75", half) ==
          "every 1 from 2026-01 on 5: annual 1200.00");
    CHECK(rhythm("2026-01-15 90 2026-04-15 90 2026-07-15 90 2026-10-15 91") ==
          "every 3 from 2026-01 on 15: annual 361.00");
}

TEST_CASE("payments without days are spread where most months have some, else come a year later") {
    // 10 + 30 on the 3rd or before, of 120 in all; by the 12th 90 have come: the middle is the 12th.
    CHECK(rhythm("2026-01-03 30 2026-01-12 50 2026-02-28 10 2026-03-03 10 2026-03-28 20",
                 {Month(2026, 1), Month(2026, 4), true}) == "every 1 from 2026-01 on 12: annual 360.00");
    CHECK(rhythm("2026-01-05 24 2026-04-07 14 2026-05-29 10 2026-07-06 24") ==
          "2027-01-05 24 2027-04-07 14 2027-05-29 10 2027-07-06 24");
}

TEST_CASE("a last month that is not over may lack its payment") {
    CHECK(rhythm("2026-01-20 90 2026-02-20 90 2026-03-20 90", {Month(2026, 1), Month(2026, 4), false}) ==
          "every 1 from 2026-01 on 20: 90.00");
    CHECK(rhythm("2026-01-20 90 2026-02-20 90 2026-03-20 90", {Month(2026, 1), Month(2026, 4), true}) ==
          "every 1 from 2026-01 on 20: annual 810.00");  // 270 in four months, 810 in twelve
}
