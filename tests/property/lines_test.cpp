// SPDX-License-Identifier: MIT
// Planned lines against the words of the manual, worked out slowly: every month walked, every amount an exact fraction.
#include <msp/dates/business_days.hpp>
#include <msp/lines/lines.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

// The bank of `one_bank` begins on this day.
const Date opening = "2026-01-01"_d;

cpp_rational exact(Rate rate) {
    return cpp_rational(rate.digits()) / rate.denominator();
}

// To the nearest whole, a half away from zero.
cpp_rational rounded(const cpp_rational& value) {
    const bool negative = value < 0;
    const cpp_rational half_more = (negative ? cpp_rational(-value) : value) + cpp_rational(1, 2);
    const cpp_int whole = numerator(half_more) / denominator(half_more);
    return negative ? cpp_rational(-whole) : cpp_rational(whole);
}

bool in_rule(const AnyLine& line, Month month) {
    if (line.chosen != 0)
        return (line.chosen >> (month.month() - 1) & 1U) != 0;
    const Month first = line.from ? Month::of(*line.from) : Month(2000, 1);
    return (month - first) % line.step == 0;
}

struct Due {
    Date date;
    int number;  // of the rule's months since from
};

std::vector<Due> due_days(const AnyLine& line, Date last) {
    std::vector<Due> found;
    int number = 0;
    // Without `from`, cycles of twelve months begin in January.
    for (Month month = line.from ? Month::of(*line.from) : Month(2000, 1); month.first() <= last; month = month + 1) {
        if (!in_rule(line, month))
            continue;
        for (const unsigned day : {line.day, line.second.value_or(0)}) {
            Date due = month.last();
            while (day != 0 && due.fields().day > day)
                due = due - 1;
            if (day != 0 && due >= line.from.value_or(due) && due <= line.until.value_or(due) && due <= last)
                found.push_back({due, number});
            number += day != 0 ? 1 : 0;
        }
    }
    return found;
}

// In cents, of the day it is due.
cpp_rational revised(const AnyLine& line, Date due) {
    cpp_rational amount = line.amount.cents();
    const Date base = line.since.value_or(line.from.value_or(opening));
    for (Date date = base + 1; date <= due; date = date + 1) {
        if (line.yearly && date.fields().month == line.month && date.fields().day == line.month_day)
            amount = rounded(amount * (1 + exact(*line.yearly)));
        for (const auto& [day, rate] : line.steps) {
            if (day == date)
                amount = rounded(amount * (1 + exact(rate)));
        }
    }
    return amount;
}

int per_cycle(const AnyLine& line) {
    int months = line.chosen == 0 ? 12 / line.step : 0;
    for (unsigned month = 0; month < 12; ++month)
        months += static_cast<int>(line.chosen >> month & 1U);
    return line.second ? 2 * months : months;
}

cpp_rational amount_due(const AnyLine& line, const Due& due) {
    cpp_rational amount = revised(line, due.date);
    if (line.annual) {
        const int count = per_cycle(line);
        cpp_rational each = rounded(amount / count);
        const cpp_rational left = amount - each * (count - 1);
        if (left * amount < 0)  // cut toward zero rather than end with the other sign
            each = rounded(amount / count - (amount < 0 ? -1 : 1) * cpp_rational(1, 2));
        amount = due.number % count == count - 1 ? cpp_rational(amount - each * (count - 1)) : each;
    }
    return rounded(amount * exact(line.scale));
}

struct DueAmount {
    Date date;
    Date due;
    cpp_rational cents;
};

std::vector<DueAmount> slowly(const AnyLine& line, Date first, Date last) {
    std::vector<DueAmount> found;
    for (const Due& due : due_days(line, last + 300)) {
        const Date date = roll(delayed(due.date, line.delay), line.roll, Holidays::france);
        if (date >= std::max(first, opening) && date <= last)
            found.push_back({date, due.date, amount_due(line, due)});
    }
    return found;
}

Budget income(const AnyLine& line) {
    return plan_of("[[income]]\ncategory = \"sublet\"\n" + keys(line));
}

std::vector<Movement> all(const Budget& budget, Date first, Date last) {
    std::vector<Movement> found;
    movements({budget, Law()}, {}, {first, last}, [&found](const Movement& movement) { found.push_back(movement); });
    return found;
}

bool same_entry(const Movement& a, const Movement& b) {
    return a.amount == b.amount && a.date == b.date && a.due == b.due && a.item == b.item && a.bank == b.bank &&
           a.occurrence == b.occurrence && a.side == b.side && a.part == b.part && a.exercise == b.exercise;
}

void sort(std::vector<Movement>& found) {
    std::ranges::sort(found, {}, [](const Movement& each) {
        return std::tuple(each.date, each.item, each.part, each.bank, each.occurrence, each.amount);
    });
}

// A line of which nothing shifts or changes the occurrences.
AnyLine bare_line() {
    AnyLine line = any_line();
    line.delay = {};
    line.roll = Roll::none;
    return line;
}

}  // namespace

TEST_CASE("a line's movements are those of its words: days, delays, business days, revisions, instalments, scale") {
    CHECK(rc::check([] {
        const AnyLine line = any_line();
        const Date last = opening + *rc::gen::inRange(0, 2'500);
        const std::vector<DueAmount> expected = slowly(line, opening, last);
        const std::vector<Movement> found = all(income(line), opening, last);
        RC_CLASSIFY(!expected.empty());
        RC_CLASSIFY(line.yearly.has_value() || !line.steps.empty(), "indexed");
        RC_CLASSIFY(line.annual, "annual");
        RC_ASSERT(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            RC_ASSERT(found[i].date == expected[i].date);
            RC_ASSERT(found[i].due == expected[i].due);
            RC_ASSERT(cpp_rational(found[i].amount.cents()) == expected[i].cents);
        }
    }));
}

TEST_CASE("the number of occurrences is the closed formula's") {
    CHECK(rc::check([] {
        const AnyLine line = bare_line();
        const Date first = opening + *rc::gen::inRange(0, 1'000);
        const Date last = first + *rc::gen::inRange(0, 3'000);
        const Budget budget = income(line);
        RC_ASSERT(static_cast<std::int64_t>(all(budget, first, last).size()) ==
                  count_occurrences(budget.lines[0].rule, first, last));
    }));
}

TEST_CASE("twelve months and the 48 after them are sixty months") {
    CHECK(rc::check([] {
        const Budget budget = budget_of(any_budget({}));
        const Month start("2026-01"_m);
        std::vector<Movement> whole = all(budget, start.first(), (start + 59).last());
        std::vector<Movement> parts = all(budget, start.first(), (start + 11).last());
        const std::vector<Movement> later = all(budget, (start + 12).first(), (start + 59).last());
        parts.insert(parts.end(), later.begin(), later.end());
        sort(whole);
        sort(parts);
        RC_CLASSIFY(!later.empty());
        RC_ASSERT(std::ranges::equal(whole, parts, same_entry));
    }));
}

TEST_CASE("no movement is due outside from and until") {
    CHECK(rc::check([] {
        const AnyLine line = any_line();
        for (const Movement& movement : all(income(line), opening, opening + 4'000)) {
            RC_ASSERT(movement.due >= line.from.value_or(movement.due));
            RC_ASSERT(movement.due <= line.until.value_or(movement.due));
        }
    }));
}

TEST_CASE("a rule that starts in the future fires then") {
    CHECK(rc::check([] {
        AnyLine line = bare_line();
        line.from = opening + *rc::gen::inRange(1, 1'500);
        line.until = std::nullopt;
        line.steps.clear();
        line.second = std::nullopt;
        const std::vector<Movement> found = all(income(line), opening, opening + 4'000);
        RC_ASSERT(!found.empty());
        // The first month of the rule from then on, or the next one where its day in that month is past.
        Month month = Month::of(*line.from);
        while (!in_rule(line, month) || month.day(line.day) < *line.from)
            month = month + 1;
        RC_ASSERT(found.front().date == month.day(line.day));
    }));
}

TEST_CASE("a line is refused exactly where it never falls due") {
    CHECK(rc::check([] {
        AnyLine line = bare_line();
        line.from = any_date_near();
        line.until = *line.from + *rc::gen::inRange(0, 400);
        line.steps.clear();
        if (line.annual && line.chosen == 0)
            line.step = 12;
        const bool fires = !due_days(line, *line.until).empty();
        RC_CLASSIFY(fires);
        const Reading reading = read(std::string(one_bank) + "[[income]]\ncategory = \"sublet\"\n" + keys(line));
        RC_ASSERT(reading.budget.has_value() == fires);
        RC_ASSERT(fires || reading.problems().starts_with("line.never@4:1"));
    }));
}

TEST_CASE("the instalments of an annual amount sum to it in each cycle") {
    CHECK(rc::check([] {
        AnyLine line = bare_line();
        line.annual = true;
        line.step = *rc::gen::element(1, 2, 3, 4, 6, 12);
        // From the first of a month, so that no occurrence of the first cycle is left out.
        line.from = (Month::of(opening) + *rc::gen::inRange(0, 30)).first();
        line.until = std::nullopt;
        line.yearly = std::nullopt;
        line.steps.clear();
        line.scale = Rate(1, 0);
        const Month first = Month::of(*line.from);
        const std::vector<Movement> found = all(income(line), opening, (first + 47).last());
        const auto count = static_cast<std::size_t>(per_cycle(line));
        RC_ASSERT(found.size() == 4 * count);
        for (std::size_t cycle = 0; cycle < 4; ++cycle) {
            Money sum;
            for (std::size_t i = 0; i < count; ++i) {
                const Money amount = found[cycle * count + i].amount;
                RC_ASSERT(amount.negative() == line.amount.negative() || amount == Money());
                RC_ASSERT(i + 1 == count || amount == found[cycle * count].amount);
                sum += amount;
            }
            RC_ASSERT(sum == line.amount);
        }
    }));
}

TEST_CASE("the instalments of a grant sum to it whatever its shares") {
    CHECK(rc::check([] {
        const Money amount = Money::from_cents(*rc::gen::inRange<std::int64_t>(1, 9'000'000));
        const int parts = *rc::gen::inRange(1, 6);
        const int rest = *rc::gen::inRange(0, parts + 1);  // parts: none takes the rest
        std::string list;
        int left = 10'000;  // hundredths of a percent
        for (int i = 0; i < parts; ++i) {
            const bool last = i + 1 == parts;
            const int share = last && rest == parts ? left : *rc::gen::inRange(1, left - (parts - i) + 1);
            left -= share;
            list += "{ share = \"" + (i == rest ? "rest" : percent(Rate(share, 4))) +
                    "\", date = " + iso(opening + *rc::gen::inRange(0, 1'000)) + " }, ";
        }
        const Budget budget =
            plan_of("[[grant]]\nid = \"g\"\namount = " + euros(amount) + "\ninstalments = [" + list + "]\n");
        Money sum;
        for (const Movement& movement : all(budget, opening, opening + 1'000))
            sum += movement.amount;
        RC_ASSERT(sum == amount);
    }));
}

TEST_CASE("both legs of a payment between our accounts cancel to the cent") {
    CHECK(rc::check([] {
        AnyLine line = any_line();
        line.amount = std::max(line.amount, -line.amount);
        const Budget budget = budget_of(
            "bank = [{ id = \"a\", opening = 0, date = 2026-01-01 }, { id = \"b\", opening = 0, date = 2026-01-01 }]\n"
            "[[transfer]]\nbank = \"a\"\npaid_to = \"b\"\narrives = \"" +
            std::to_string(*rc::gen::inRange(0, 60)) + " days\"\n" + keys(line));
        std::vector<Movement> found = all(budget, opening, opening + 2'000);
        for (const Movement& out : found) {
            if (out.side != Side::payments)
                continue;
            const auto in = std::ranges::find_if(found, [&out](const Movement& other) {
                return other.side == Side::receipts && other.occurrence == out.occurrence;
            });
            if (in == found.end()) {
                RC_ASSERT(out.date > opening + 1'900);
                continue;
            }
            RC_ASSERT(in->amount == -out.amount);
            RC_ASSERT(in->bank == out.counterpart);
            RC_ASSERT(out.bank == in->counterpart);
        }
    }));
}
