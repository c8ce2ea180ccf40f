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
#include <optional>
#include <set>
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

// A value, or a list of some with their days, the first maybe with one too.
template <typename Maker>
std::string any_dated(Maker value) {
    if (any(0, 1) == 0)
        return value();
    std::set<std::string> days;
    for (int steps = any(1, 3); steps > 0; --steps)
        days.insert(any_day_of_it());
    std::string text = any(0, 1) == 0 ? "{ value = " + value() + " }, " : "";
    for (const std::string& day : days)
        text += "{ from = " + day + ", value = " + value() + " }, ";
    return "[" + text + "]";
}

std::string any_limit(int least, int most) {
    return any(0, 4) == 0 ? "\"none\"" : std::to_string(any(least, most)) + ".00";
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
        text += "absent_pays = " + any_dated([] { return '"' + any_part() + '"'; }) + "\n";
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
            sum *= fraction(away.pays ? *away.pays : key.absent_pays.on(day) ? *key.absent_pays.on(day) : Rate());
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

// What of a member's share falls on days with the same bounds.
struct Piece {
    std::size_t member;
    cpp_rational share;
    cpp_rational least;
    cpp_rational most;
};

// A day at a time; of whom no cap holds the most is more than everything.
std::vector<Piece> pieces(const Budget& budget, const std::vector<cpp_rational>& shares, const Window& days) {
    const ShareKey& key = budget.keys.front();
    constexpr std::int64_t everything = 1'000'000'000'000;
    std::vector<Piece> all;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Date first = std::max(days.first, budget.members[i].in.value_or(days.first));
        std::optional<Money> cap;
        std::optional<Money> floor;
        for (Date day = first; day <= days.last && shares[i] != 0; day = day + 1) {
            const auto on_day = [&](const Limits& limits) { return limits.on(day) ? *limits.on(day) : std::nullopt; };
            if (day == first || on_day(key.cap) != cap || on_day(key.floor) != floor) {
                cap = on_day(key.cap);
                floor = on_day(key.floor);
                all.push_back({i, 0, 0, 0});
            }
            all.back().share += shares[i] / (days.last - first + 1);
            all.back().least += cpp_rational(floor.value_or(Money()).cents(), days.last - days.first + 1);
            all.back().most += cpp_rational(cap ? cap->cents() : everything, days.last - days.first + 1);
        }
    }
    return all;
}

TEST_CASE("between cap and floor all others pay one rate of their weights, on the days of each") {
    CHECK(rc::check([] {
        std::string text = any_house_text();
        const int cap = any(0, 2) == 0 ? 1'000'000 : 100;
        const int floor = any(0, 2) == 0 ? 0 : 100;
        text += "cap = " + any_dated([&] { return any_limit(cap, cap + 2000); }) +
                "\nfloor = " + any_dated([&] { return any_limit(0, floor); }) + "\n";
        const Budget budget = budget_of(text + any_line(1));
        std::vector<ChargedLine> lines = charged_lines(budget, leap_year, 0);
        const Window days = days_of(budget, leap_year, 0);
        const std::vector<cpp_rational> shares = exact(budget, lines[0], true);
        std::vector<cpp_rational> weights;
        std::vector<cpp_rational> least;
        std::vector<cpp_rational> most;
        const std::vector<Piece> parted = pieces(budget, shares, days);
        for (const Piece& piece : parted) {
            weights.push_back(piece.share);
            least.push_back(piece.least);
            most.push_back(piece.most);
        }
        Diagnostics problems;
        const std::optional<ExerciseShares> found = shares_of(budget, lines, {&days, 1}, problems);
        const cpp_rational total = sum_of(weights);
        RC_ASSERT(found.has_value() == (sum_of(least) <= total && total <= sum_of(most)));
        if (!found)
            return;
        // The rates at which somebody meets a bound: the one that is looked for lies between two of them.
        std::vector<cpp_rational> rates = {0};
        for (std::size_t i = 0; i < weights.size(); ++i) {
            rates.emplace_back(least[i] / weights[i]);
            rates.emplace_back(most[i] / weights[i]);
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
        std::vector<cpp_rational> expected(shares.size());
        const std::vector<cpp_rational> borne = clamped(weights, least, most, rate);
        for (std::size_t i = 0; i < parted.size(); ++i)
            expected[parted[i].member] += borne[i];
        for (std::size_t i = 0; i < shares.size(); ++i)
            RC_ASSERT(found_exact(found->lines[0].exercise.exact, i) == expected[i]);
        // A refund is the mirror.
        for (Charge& charge : lines[0].charges)
            charge.amount = opposite(charge.amount);
        const ExerciseShares mirrored = shares_in(budget, lines);
        for (std::size_t i = 0; i < shares.size(); ++i)
            RC_ASSERT(mirrored.lines[0].exercise.shares[i] == opposite(found->lines[0].exercise.shares[i]));
    }));
}

TEST_CASE("a third party pays what all lines of a key cost above its target, to the cent a line") {
    CHECK(rc::check([] {
        std::string text = any_house_text();
        const std::string target = any_dated([] { return any_limit(0, 20'000); });
        text.insert(text.find("[[key]]"),
                    "[[third_party]]\nid = \"town\"\n[[key]]\nid = \"town\"\nfixed = { town = \"100 %\" }\n");
        text += "target = { amount = " + target + ", above = \"town\" }\n";
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
        // Each day has its part of the cost, and of the target that holds on it.
        cpp_rational expected;
        const Limits& amounts = budget.keys.back().target->amount;
        const Window days = days_of(budget, leap_year, 0);
        for (Date day = days.first; day <= days.last; day = day + 1) {
            const std::optional<Money>* amount = amounts.on(day);
            if (amount != nullptr && *amount && **amount < total)
                expected += cpp_rational((total - **amount).cents(), 366);
        }
        RC_ASSERT(above == expected);
    }));
}

}  // namespace derogations
