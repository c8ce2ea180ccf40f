// SPDX-License-Identifier: MIT
#include <msp/dates/recurrence.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <tests/support/days.hpp>

namespace {

using msp::Date;
using msp::Month;
using msp::Occurrence;
using msp::Recurrence;
using msp::test::day;

constexpr std::string_view earliest = "1900-01-01";
constexpr std::string_view latest = "2199-12-31";

constexpr std::uint16_t chosen(std::initializer_list<unsigned> months) {
    unsigned mask = 0;
    for (const unsigned month : months)
        mask |= 1U << (month - 1);
    return static_cast<std::uint16_t>(mask);
}

// "0:2026-01-05 1:2026-04-05"
std::string occurrences(const Recurrence& rule, std::string_view first, std::string_view last) {
    std::string text;
    for (const Occurrence& each : msp::occurrences(rule, day(first), day(last)))
        text += (text.empty() ? "" : " ") + std::to_string(each.number) + ":" + msp::iso(each.due);
    return text;
}

std::string next(const Recurrence& rule, std::string_view date) {
    const auto found = msp::next_occurrence(rule, day(date));
    return found ? std::to_string(found->number) + ":" + msp::iso(found->due) : "none";
}

Recurrence every(int step, Month anchor, unsigned on) {
    return {.step = step, .anchor = anchor, .days = msp::on_day(on), .from = day(earliest), .until = {}, .times = {}};
}

Recurrence in_months(std::uint16_t months, Month anchor, unsigned on) {
    return {
        .chosen = months, .anchor = anchor, .days = msp::on_day(on), .from = day(earliest), .until = {}, .times = {}};
}

}  // namespace

TEST_CASE("a quarterly rule falls due on its day") {
    const Recurrence rule = every(3, Month(2026, 1), 5);
    CHECK(occurrences(rule, "2026-01-01", "2026-12-31") == "0:2026-01-05 1:2026-04-05 2:2026-07-05 3:2026-10-05");
    CHECK(occurrences(rule, "2026-04-05", "2026-07-05") == "1:2026-04-05 2:2026-07-05");
    CHECK(occurrences(rule, "2026-04-06", "2026-07-04").empty());
    CHECK(occurrences(rule, "2027-01-01", "2027-01-31") == "4:2027-01-05");
}

TEST_CASE("day 31 is the last of each month, and itself again in the next longer one") {
    CHECK(occurrences(every(1, Month(2027, 12), 31), "2028-01-01", "2028-04-30") ==
          "1:2028-01-31 2:2028-02-29 3:2028-03-31 4:2028-04-30");
    CHECK(occurrences(every(1, Month(2026, 1), 30), "2026-01-01", "2026-03-31") ==
          "0:2026-01-30 1:2026-02-28 2:2026-03-30");
    CHECK(occurrences(every(12, Month(2023, 2), 29), "2023-01-01", "2028-12-31") ==
          "0:2023-02-28 1:2024-02-29 2:2025-02-28 3:2026-02-28 4:2027-02-28 5:2028-02-29");
}

TEST_CASE("a window that ends inside a short month still has its last day") {
    const Recurrence rule = every(1, Month(2026, 1), 31);
    CHECK(occurrences(rule, "2026-02-28", "2026-02-28") == "1:2026-02-28");
    CHECK(occurrences(rule, "2026-02-28", "2026-03-30") == "1:2026-02-28");
    CHECK(occurrences(rule, "2026-03-01", "2026-03-31") == "2:2026-03-31");
}

TEST_CASE("days before from and after until do not occur but keep their number") {
    Recurrence rule = every(1, Month(2026, 1), 10);
    rule.from = day("2026-01-15");
    rule.until = day("2026-04-09");
    CHECK(occurrences(rule, earliest, latest) == "1:2026-02-10 2:2026-03-10");
    rule.from = day("2026-01-10");
    rule.until = day("2026-04-10");
    CHECK(occurrences(rule, earliest, latest) == "0:2026-01-10 1:2026-02-10 2:2026-03-10 3:2026-04-10");
    rule.until = day("2026-01-09");
    CHECK(occurrences(rule, earliest, latest).empty());
}

TEST_CASE("a step of 13 months walks through the calendar") {
    CHECK(occurrences(every(13, Month(2025, 11), 31), "2026-01-01", "2029-12-31") ==
          "1:2026-12-31 2:2028-01-31 3:2029-02-28");
}

TEST_CASE("chosen months are counted from the anchor on") {
    const Recurrence rule = in_months(chosen({1, 6}), Month(2026, 3), 15);
    CHECK(occurrences(rule, "2025-01-01", "2027-12-31") == "0:2026-06-15 1:2027-01-15 2:2027-06-15");
    CHECK(occurrences(rule, "2028-01-01", "2028-03-01") == "3:2028-01-15");
    CHECK(occurrences(in_months(chosen({6}), Month(2026, 6), 31), "2026-01-01", "2027-12-31") ==
          "0:2026-06-30 1:2027-06-30");
    CHECK(occurrences(in_months(chosen({12}), Month(2027, 1), 31), "2026-01-01", "2028-12-31") ==
          "0:2027-12-31 1:2028-12-31");
    CHECK(occurrences(in_months(chosen({2, 9, 12}), Month(2026, 9), 1), "2026-12-01", "2027-11-30") ==
          "1:2026-12-01 2:2027-02-01 3:2027-09-01");
}

TEST_CASE("all twelve months chosen are the same as every month") {
    const Recurrence all = in_months(0xFFF, Month(2026, 5), 31);
    CHECK(occurrences(all, "2026-01-01", "2029-12-31") ==
          occurrences(every(1, Month(2026, 5), 31), "2026-01-01", "2029-12-31"));
}

TEST_CASE("nothing falls due before the anchor") {
    const Recurrence rule = every(2, Month(2026, 5), 1);
    CHECK(occurrences(rule, "2020-01-01", "2026-04-30").empty());
    CHECK(occurrences(rule, "2020-01-01", "2026-05-01") == "0:2026-05-01");
    CHECK(msp::count_occurrences(rule, day("2020-01-01"), day("2026-04-30")) == 0);
    CHECK(occurrences(rule, "2026-05-02", "2026-05-01").empty());
    CHECK(occurrences(rule, "2027-05-02", "2026-05-01").empty());
}

TEST_CASE("no date goes past 2199") {
    const Recurrence rule = every(5, Month(2199, 3), 31);
    const Date beyond = Date::from_days(std::numeric_limits<std::int32_t>::max() / 2);
    std::string seen;
    for (const Occurrence& each : msp::occurrences(rule, day("2199-01-01"), beyond))
        seen += msp::iso(each.due) + " ";
    CHECK(seen == "2199-03-31 2199-08-31 ");
    CHECK(msp::count_occurrences(rule, day("2199-01-01"), beyond) == 2);
    CHECK(next(rule, "2199-09-01") == "none");
    CHECK(next(every(1, Month(1900, 1), 31), latest) == "3599:2199-12-31");
}

TEST_CASE("a step longer than time falls due once") {
    const Recurrence rule = every(std::numeric_limits<int>::max(), Month(2026, 5), 1);
    CHECK(occurrences(rule, earliest, latest) == "0:2026-05-01");
    CHECK(msp::count_occurrences(rule, day(earliest), day(latest)) == 1);
    CHECK(next(rule, "2026-05-02") == "none");
}

TEST_CASE("occurrences are counted without walking") {
    CHECK(msp::count_occurrences(every(1, Month(1900, 1), 31), day(earliest), day(latest)) == 3'600);
    // January 2026 to December 2199 is 174 years of 4 quarters.
    CHECK(msp::count_occurrences(every(3, Month(2026, 1), 5), day(earliest), day(latest)) == 696);
    // 15 June 2026 to 15 June 2199 is 174 days in June, and 173 in January.
    CHECK(msp::count_occurrences(in_months(chosen({1, 6}), Month(2026, 3), 15), day(earliest), day(latest)) == 347);
    CHECK(msp::count_occurrences(every(1, Month(2026, 1), 31), day("2026-02-28"), day("2026-03-30")) == 1);
    CHECK(msp::count_occurrences(every(1, Month(2026, 1), 31), day("2026-03-01"), day("2026-03-30")) == 0);
}

TEST_CASE("the next occurrence is the first on or after the day") {
    Recurrence rule = every(3, Month(2026, 1), 5);
    CHECK(next(rule, "2020-06-01") == "0:2026-01-05");
    CHECK(next(rule, "2026-01-05") == "0:2026-01-05");
    CHECK(next(rule, "2026-01-06") == "1:2026-04-05");
    CHECK(next(rule, "2026-03-31") == "1:2026-04-05");
    rule.from = day("2026-02-01");
    rule.until = day("2026-07-04");
    CHECK(next(rule, "2020-06-01") == "1:2026-04-05");
    CHECK(next(rule, "2026-04-06") == "none");
    CHECK(next(in_months(chosen({1, 6}), Month(2026, 3), 31), "2026-07-01") == "1:2027-01-31");
}

TEST_CASE("a rule without months is refused") {
    const Recurrence no_step = every(0, Month(2026, 1), 1);
    CHECK_THROWS_AS((void)msp::occurrences(no_step, day(earliest), day(latest)), std::invalid_argument);
    CHECK_THROWS_AS((void)msp::count_occurrences(no_step, day(earliest), day(latest)), std::invalid_argument);
    CHECK_THROWS_AS((void)msp::next_occurrence(in_months(0xF000, Month(2026, 1), 1), day(earliest)),
                    std::invalid_argument);
}
