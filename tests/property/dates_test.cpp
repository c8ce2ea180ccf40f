// SPDX-License-Identifier: MIT
#include <msp/dates/business_days.hpp>
#include <msp/dates/date.hpp>
#include <msp/dates/recurrence.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace {

using msp::Date;
using msp::Month;
using msp::Occurrence;
using msp::Recurrence;

const Date earliest = Month(1900, 1).first();
const Date latest = Month(2199, 12).last();

Date any_date() {
    return Date::from_days(*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(earliest.days(), latest.days() + 1)));
}

// Near the anchors of `any_rule`, so that windows cut rules more often than not.
Date near_date() {
    const Date middle = Month(2026, 1).first();
    return Date::from_days(
        *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(middle.days() - 1'500, middle.days() + 3'000)));
}

Date some_date() {
    return *rc::gen::inRange(0, 4) == 0 ? any_date() : near_date();
}

Recurrence any_rule() {
    Recurrence rule;
    rule.step = *rc::gen::oneOf(rc::gen::inRange(1, 14), rc::gen::inRange(1, 500));
    if (*rc::gen::arbitrary<bool>())
        rule.chosen = static_cast<std::uint16_t>(*rc::gen::inRange(1, 0x1000));
    rule.anchor = Month::of(some_date());
    rule.days = msp::on_day(*rc::gen::oneOf(rc::gen::inRange(1U, 32U), rc::gen::inRange(28U, 32U)));
    for (int more = *rc::gen::inRange(0, 3); more > 0; --more)
        rule.days |= msp::on_day(*rc::gen::inRange(1U, 32U));
    rule.from = *rc::gen::arbitrary<bool>() ? earliest : some_date();
    if (*rc::gen::inRange(0, 4) == 0)
        rule.interval = *rc::gen::oneOf(rc::gen::element(7, 14, 28), rc::gen::inRange(1, 1'000));
    if (*rc::gen::arbitrary<bool>())
        rule.until = some_date();
    if (*rc::gen::arbitrary<bool>())
        rule.times = *rc::gen::inRange(1, 40);
    return rule;
}

bool same_occurrence(Occurrence a, Occurrence b) {
    return a.due == b.due && a.number == b.number;
}

// Every day of the rule with its number, word for word: every month from the anchor, or every day from `from`, to the
// end of time.
std::vector<Occurrence> all_days(const Recurrence& rule) {
    std::vector<Occurrence> found;
    std::int32_t number = 0;
    if (rule.interval != 0) {
        for (Date due = rule.from; due <= latest; due = due + rule.interval)
            found.push_back({due, number++});
        return found;
    }
    for (Month month = rule.anchor; month <= Month::of(latest); month = month + 1) {
        const bool in_rule =
            rule.chosen != 0 ? (rule.chosen >> (month.month() - 1) & 1) != 0 : (month - rule.anchor) % rule.step == 0;
        for (unsigned day = 1; in_rule && day <= 31; ++day) {
            if ((rule.days >> (day - 1) & 1) == 0)
                continue;
            Date due = month.last();
            while (due.fields().day > day)
                due = due - 1;
            found.push_back({due, number++});
        }
    }
    return found;
}

std::vector<Occurrence> slowly(const Recurrence& rule, Date first, Date last) {
    std::vector<Occurrence> found;
    std::int32_t times = 0;
    for (const Occurrence& each : all_days(rule)) {
        if (each.due < rule.from || each.due > rule.until.value_or(latest))
            continue;
        if (rule.times && times++ == *rule.times)
            break;
        if (each.due >= first && each.due <= last)
            found.push_back(each);
    }
    return found;
}

}  // namespace

TEST_CASE("a recurrence has the occurrences of its definition") {
    CHECK(rc::check([] {
        const Recurrence rule = any_rule();
        const Date first = some_date();
        const Date last = some_date();
        const auto expected = slowly(rule, first, last);
        const auto found = msp::occurrences(rule, first, last);
        RC_ASSERT(std::ranges::equal(found, expected, same_occurrence));
        RC_ASSERT(msp::count_occurrences(rule, first, last) == static_cast<std::int64_t>(expected.size()));
    }));
}

TEST_CASE("two windows side by side have the occurrences of both together") {
    CHECK(rc::check([] {
        const Recurrence rule = any_rule();
        std::vector<Date> days = {some_date(), some_date(), some_date()};
        std::ranges::sort(days);
        auto halves = msp::occurrences(rule, days[0], days[1]);
        const auto second = msp::occurrences(rule, days[1] + 1, days[2]);
        halves.insert(halves.end(), second.begin(), second.end());
        RC_ASSERT(std::ranges::equal(halves, msp::occurrences(rule, days[0], days[2]), same_occurrence));
    }));
}

TEST_CASE("the next occurrence is the first of those that follow") {
    CHECK(rc::check([] {
        const Recurrence rule = any_rule();
        const Date date = some_date();
        const auto following = slowly(rule, date, latest);
        const auto next = msp::next_occurrence(rule, date);
        RC_ASSERT(next.has_value() == !following.empty());
        RC_ASSERT((!next || same_occurrence(*next, following.front())));
    }));
}

TEST_CASE("months later agrees with std::chrono, cut to the end of the month") {
    CHECK(rc::check([] {
        using namespace std::chrono;
        const Date date = any_date();
        const int to_first = Month(1900, 1) - Month::of(date);
        const int to_last = Month(2199, 12) - Month::of(date);
        const int count = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(to_first, to_last + 1));
        auto expected = year_month_day(sys_days(days(date.days()))) + months(count);
        if (!expected.ok())
            expected = expected.year() / expected.month() / last;
        RC_ASSERT(msp::add_months(date, count).days() == sys_days(expected).time_since_epoch().count());
    }));
}

TEST_CASE("a date and a month survive being printed and read") {
    CHECK(rc::check([] {
        const Date date = any_date();
        RC_ASSERT(msp::parse_date(msp::iso(date)) == date);
        RC_ASSERT(msp::parse_month(msp::iso(Month::of(date))) == Month::of(date));
    }));
}

TEST_CASE("rolling stops at the first business day") {
    CHECK(rc::check([] {
        const Date date = any_date();
        const auto holidays = *rc::gen::element(msp::Holidays::france, msp::Holidays::alsace_moselle);
        const Date next = msp::roll(date, msp::Roll::next, holidays);
        const Date previous = msp::roll(date, msp::Roll::previous, holidays);
        RC_ASSERT(msp::is_business_day(next, holidays));
        RC_ASSERT(msp::is_business_day(previous, holidays));
        for (Date between = previous + 1; between < next; between = between + 1)
            RC_ASSERT((between == date || !msp::is_business_day(between, holidays)));
        RC_ASSERT((msp::is_business_day(date, holidays) == (next == date && previous == date)));
        RC_ASSERT(next - previous <= 5);  // Good Friday to Easter Monday, in Alsace-Moselle, is four days off
    }));
}
