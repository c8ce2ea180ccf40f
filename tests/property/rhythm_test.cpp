// SPDX-License-Identifier: MIT
#include <msp/actuals/rhythm.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <map>
#include <vector>

using namespace msp;

namespace {

constexpr MonthsSeen a_year = {Month(2026, 1), Month(2026, 12), true};

std::vector<DayAmount> any_payments() {
    std::map<Date, Money> days;
    const auto count = *rc::gen::inRange(1, 40);
    for (int i = 0; i < count; ++i) {
        const auto day = *rc::gen::inRange<std::int32_t>(0, 365);
        days[a_year.first.first() + day] = Money::from_cents(*rc::gen::inRange<std::int64_t>(-500, 3000));
    }
    std::vector<DayAmount> all;
    for (const auto& [day, amount] : days)
        all.push_back({day, amount});
    return all;
}

Money sum_of_days(const std::vector<DayAmount>& days) {
    Money sum;
    for (const DayAmount& each : days)
        sum += each.amount;
    return sum;
}

Money planned(const Rhythm& rhythm) {
    if (rhythm.step == 0)
        return sum_of_days(rhythm.dated);
    return rhythm.from == AmountFrom::spread ? rhythm.amount : rhythm.amount * (12 / rhythm.step);
}

Date due(const Rhythm& rhythm, int number) {
    return roll((rhythm.first + number * rhythm.step).day(rhythm.day), rhythm.roll, Holidays::france);
}

}  // namespace

TEST_CASE(
    "what is planned for a year is what came in a year, but for prices that changed, what began later and one of "
    "another year") {
    CHECK(rc::check([] {
        const std::vector<DayAmount> came = any_payments();
        const Rhythm rhythm = rhythm_of(came, a_year);
        RC_PRE(rhythm.from != AmountFrom::latest && !rhythm.later && !rhythm.one_more);
        RC_ASSERT(planned(rhythm) == sum_of_days(came));
    }));
}

TEST_CASE("payments made by a rhythm have its days and its amount") {
    CHECK(rc::check([] {
        Rhythm made;
        made.step = *rc::gen::element(1, 2, 3, 6, 12);
        made.first = a_year.first + *rc::gen::inRange(0, made.step);
        made.day = *rc::gen::inRange(4U, 28U);
        made.roll = *rc::gen::element(Roll::none, Roll::next, Roll::previous);
        const Money amount = Money::from_cents(*rc::gen::inRange<std::int64_t>(1, 1'000'000));
        std::vector<DayAmount> came;
        for (int i = 0; i < 12 / made.step; ++i)
            came.push_back({due(made, i), amount});
        const Rhythm found = rhythm_of(came, a_year);
        RC_ASSERT(found.step == made.step);
        RC_ASSERT(found.amount == amount);
        for (int i = 0; i < 12 / made.step; ++i)
            RC_ASSERT(due(found, i) == due(made, i));
    }));
}
