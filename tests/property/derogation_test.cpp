// SPDX-License-Identifier: MIT
// Exemptions, ramps, absences that pay, caps, floors and targets of generated houses, against a second computation: day
// by day in exact fractions, and between bounds by trying each of them.
#include <msp/charges/shares.hpp>
#include <msp/plan/charged.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;
using boost::multiprecision::cpp_rational;

namespace derogations {
namespace {

constexpr std::int16_t leap_year = 2028;

std::string any_day_of_it() {
    return iso(Month(leap_year, static_cast<unsigned>(any(1, 12))).day(static_cast<unsigned>(any(1, 28))));
}

std::string any_part() {
    return std::to_string(any(0, 99)) + "." + std::to_string(any(0, 9)) + " %";
}

// The first member is always there and never exempt.
std::string any_house_text() {
    const int members = any(1, 5);
    std::string text(one_bank);
    std::string exempt;
    for (int i = 0; i < members; ++i) {
        const std::string id = "m" + std::to_string(i);
        text += "[[member]]\nid = \"" + id + "\"\nsurface = " + std::to_string(any(1, 40)) + "." +
                std::to_string(any(0, 9)) + "\n";
        if (i == 0)
            continue;
        if (any(0, 1) == 0)
            text += "in = " + any_day_of_it() + "\n";
        if (any(0, 2) == 0)
            text += "absent = [{ from = " + any_day_of_it() +
                    (any(0, 1) == 0 ? ", pays = \"" + any_part() + "\"" : "") + " }]\n";
        if (any(0, 1) == 0)
            exempt += "{ member = \"" + id + "\", from = " + any_day_of_it() + ", pays = \"" + any_part() + "\" }, ";
    }
    text += "[[key]]\nid = \"k\"\nby = \"surface\"\n";
    if (!exempt.empty())
        text += "exempt = [" + exempt + "]\n";
    if (any(0, 1) == 0)
        text += "newcomer = [{ months = " + std::to_string(any(1, 9)) + ", pays = \"" + any_part() +
                "\" }, { months = " + std::to_string(any(1, 9)) + ", pays = \"" + any_part() + "\" }]\n";
    if (any(0, 1) == 0)
        text += "absent_pays = \"" + any_part() + "\"\n";
    return text;
}

std::string any_line(int number) {
    static constexpr std::array rhythms = {"every = \"month\"\nday = 5\n", "every = \"quarter\"\nday = \"last\"\n",
                                           "date = 2028-02-29\n"};
    return "[[expense]]\nid = \"x" + std::to_string(number) +
           "\"\ncategory = \"rent\"\namount = " + std::to_string(any(1, 3000)) + "." + std::to_string(any(10, 99)) +
           "\n" + rhythms.at(static_cast<std::size_t>(any(0, 2))) + "shared = \"k\"\n";
}

cpp_rational fraction(Rate rate) {
    return {rate.digits(), rate.denominator()};
}

// What the member weighs on a day.
cpp_rational weight(const Budget& budget, std::size_t index, Date day, bool relieved) {
    const ShareKey& key = budget.keys.front();
    const Member& member = budget.members[index];
    if ((member.in && day < *member.in) || (member.out && *member.out < day))
        return 0;
    cpp_rational sum = fraction(*member.counts.front().values.on(day));
    for (const Absence& away : member.absences) {
        if (away.first <= day && (!away.last || day <= *away.last))
            sum *= fraction(away.pays.value_or(key.absent_pays.value_or(Rate())));
    }
    if (!relieved)
        return sum;
    for (const Exemption& exempt : key.exempt) {
        if (exempt.member == index && exempt.first <= day && day <= exempt.last)
            sum *= fraction(exempt.pays);
    }
    if (!member.in)
        return sum;
    Date begin = *member.in;
    int months = 0;
    for (const NewcomerStep& step : key.newcomer) {
        months += step.months;
        const Date end = add_months(*member.in, months);
        if (begin <= day && day < end)
            sum *= fraction(step.pays);
        begin = end;
    }
    return sum;
}

std::vector<cpp_rational> exact(const Budget& budget, const ChargedLine& line, bool relieved) {
    std::vector<cpp_rational> all(budget.members.size());
    for (const Charge& charge : line.charges) {
        std::vector<cpp_rational> weights(all.size());
        cpp_rational sum;
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (Date day = charge.covers.first; day <= charge.covers.last; day = day + 1)
                weights[i] += weight(budget, i, day, relieved);
            sum += weights[i];
        }
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] += weights[i] / sum * charge.amount.cents();
    }
    return all;
}

cpp_rational found_exact(const ExactShares& shares, std::size_t member) {
    const ExactShares::Fraction found = shares.fraction(member);
    return cpp_rational(boost::multiprecision::cpp_int(found.numerator),
                        boost::multiprecision::cpp_int(found.denominator)) *
           100;
}

ExerciseShares shares_in(const Budget& budget, const std::vector<ChargedLine>& lines) {
    const Window days = days_of(budget, leap_year, 0);
    Diagnostics problems;
    std::optional<ExerciseShares> found = shares_of(budget, lines, {&days, 1}, problems);
    RC_ASSERT(found.has_value());
    return std::move(*found);
}

// The shares at a rate of the weights, none above its most or below its least.
std::vector<cpp_rational> clamped(const std::vector<cpp_rational>& weights, const std::vector<cpp_rational>& least,
                                  const std::vector<cpp_rational>& most, const cpp_rational& rate) {
    std::vector<cpp_rational> all;
    for (std::size_t i = 0; i < weights.size(); ++i)
        all.push_back(weights[i] == 0 ? weights[i]
                                      : std::clamp<cpp_rational>(cpp_rational(weights[i] * rate), least[i], most[i]));
    return all;
}

cpp_rational sum_of(const std::vector<cpp_rational>& all) {
    cpp_rational sum;
    for (const cpp_rational& one : all)
        sum += one;
    return sum;
}

}  // namespace

TEST_CASE("exact and charged shares are those of exact fractions, day by day") {
    CHECK(rc::check([] {
        std::string text = any_house_text();
        for (int lines = any(1, 3); lines > 0; --lines)
            text += any_line(lines);
        const Budget budget = budget_of(text);
        const std::vector<ChargedLine> lines = charged_lines(budget, leap_year, 0);
        const ExerciseShares found = shares_in(budget, lines);
        for (std::size_t l = 0; l < lines.size(); ++l) {
            const Shares& shares = found.lines[l].exercise;
            const std::vector<cpp_rational> charged = exact(budget, lines[l], true);
            const std::vector<cpp_rational> plain_shares = exact(budget, lines[l], false);
            RC_ASSERT(shares.plain.has_value() == budget.keys.front().relieves());
            Money sum;
            for (std::size_t i = 0; i < charged.size(); ++i) {
                RC_ASSERT(found_exact(shares.exact, i) == charged[i]);
                RC_ASSERT(abs(charged[i] - shares.shares[i].cents()) <= 1);
                if (shares.plain) {
                    RC_ASSERT(found_exact(shares.plain->exact, i) == plain_shares[i]);
                    RC_ASSERT(abs(plain_shares[i] - shares.plain->shares[i].cents()) < 1);
                    sum += shares.plain->shares[i];
                }
            }
            RC_ASSERT(!shares.plain || sum == shares.total);
        }
    }));
}

TEST_CASE("between cap and floor all others pay one rate of their weights") {
    CHECK(rc::check([] {
        std::string text = any_house_text();
        const int cap = any(0, 2) == 0 ? 1'000'000 : any(100, 2000);
        const int floor = any(0, 2) == 0 ? 0 : any(0, 100);
        text += "cap = " + std::to_string(cap) + ".00\nfloor = " + std::to_string(floor) + ".00\n";
        const Budget budget = budget_of(text + any_line(1));
        std::vector<ChargedLine> lines = charged_lines(budget, leap_year, 0);
        const Window days = days_of(budget, leap_year, 0);
        const std::vector<cpp_rational> weights = exact(budget, lines[0], true);
        std::vector<cpp_rational> least;
        std::vector<cpp_rational> most;
        cpp_rational all_least;
        cpp_rational all_most;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const Member& member = budget.members[i];
            const cpp_rational part(days.last - std::max(days.first, member.in.value_or(days.first)) + 1, 366);
            least.emplace_back(part * floor * 100);
            most.emplace_back(part * cap * 100);
            all_least += weights[i] == 0 ? cpp_rational() : least.back();
            all_most += weights[i] == 0 ? cpp_rational() : most.back();
        }
        Diagnostics problems;
        const std::optional<ExerciseShares> found = shares_of(budget, lines, {&days, 1}, problems);
        const cpp_rational total = sum_of(weights);
        RC_ASSERT(found.has_value() == (all_least <= total && total <= all_most));
        if (!found)
            return;
        // The rates at which somebody meets a bound: the one that is looked for lies between two of them.
        std::vector<cpp_rational> rates = {0};
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] != 0) {
                rates.emplace_back(least[i] / weights[i]);
                rates.emplace_back(most[i] / weights[i]);
            }
        }
        std::ranges::sort(rates);
        cpp_rational rate = rates.back();
        for (std::size_t r = 0; r + 1 < rates.size(); ++r) {
            const cpp_rational low = sum_of(clamped(weights, least, most, rates[r]));
            const cpp_rational high = sum_of(clamped(weights, least, most, rates[r + 1]));
            if (low <= total && total <= high) {
                rate = low == high ? rates[r] : rates[r] + (rates[r + 1] - rates[r]) * (total - low) / (high - low);
                break;
            }
        }
        const std::vector<cpp_rational> expected = clamped(weights, least, most, rate);
        for (std::size_t i = 0; i < weights.size(); ++i)
            RC_ASSERT(found_exact(found->lines[0].exercise.exact, i) == expected[i]);
        // A refund is the mirror.
        for (Charge& charge : lines[0].charges)
            charge.amount = opposite(charge.amount);
        const ExerciseShares mirrored = shares_in(budget, lines);
        for (std::size_t i = 0; i < weights.size(); ++i)
            RC_ASSERT(mirrored.lines[0].exercise.shares[i] == opposite(found->lines[0].exercise.shares[i]));
    }));
}

TEST_CASE("a third party pays what all lines of a key cost above its target, to the cent a line") {
    CHECK(rc::check([] {
        std::string text = any_house_text();
        const int target = any(0, 20'000);
        text.insert(text.find("[[key]]"),
                    "[[third_party]]\nid = \"town\"\n[[key]]\nid = \"town\"\nfixed = { town = \"100 %\" }\n");
        text += "target = { amount = " + std::to_string(target) + ".00, above = \"town\" }\n";
        const int number = any(1, 4);
        for (int lines = 1; lines <= number; ++lines)
            text += any_line(lines);
        const Budget budget = budget_of(text);
        const ExerciseShares found = shares_in(budget, charged_lines(budget, leap_year, 0));
        cpp_rational above;
        Money total;
        for (const LineShares& line : found.lines) {
            above += found_exact(line.exercise.exact, budget.members.size());
            total += line.exercise.total;
        }
        RC_ASSERT(above == std::max<std::int64_t>(total.cents() - std::int64_t{100} * target, 0));
    }));
}

}  // namespace derogations
