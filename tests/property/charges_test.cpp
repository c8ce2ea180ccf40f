// SPDX-License-Identifier: MIT
// Shares of generated houses against a second computation: day by day, in exact fractions.
#include <msp/charges/settlement.hpp>
#include <msp/charges/shares.hpp>
#include <msp/plan/charged.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;
using boost::multiprecision::cpp_rational;

namespace {

constexpr std::int16_t exercise = 2028;  // a leap year

std::string any_day() {
    return iso(Month(exercise, static_cast<unsigned>(any(1, 12))).day(static_cast<unsigned>(any(1, 31))));
}

std::string any_member(int number) {
    std::string text = "[[member]]\nid = \"m" + std::to_string(number) + "\"\n";
    if (number != 0 && any(0, 2) == 0)  // the first is always there
        text += "in = " + any_day() + "\n";
    if (any(0, 1) == 0)
        text += "surface = " + std::to_string(any(1, 40)) + "." + std::to_string(any(0, 9)) + "\n";
    else
        text += "surface = [{ value = " + std::to_string(any(1, 40)) + " }, { from = " + any_day() +
                ", value = " + std::to_string(any(1, 40)) + " }]\n";
    if (number != 0 && any(0, 3) == 0)
        text += "absent = [{ from = " + any_day() + " }]\n";
    return text;
}

std::string any_charge(int number) {
    static constexpr std::array rhythms = {"every = \"month\"\nday = 5\n", "every = \"quarter\"\nday = \"last\"\n",
                                           "every = { months = [3] }\nday = 1\n", "date = 2028-02-29\n"};
    static constexpr std::array keys = {"equal", "surface", "fixed", "mix"};
    return "[[expense]]\nid = \"x" + std::to_string(number) +
           "\"\ncategory = \"rent\"\namount = " + std::to_string(any(-50, 3000)) + "." + std::to_string(any(10, 99)) +
           "\n" + rhythms.at(static_cast<std::size_t>(any(0, 3))) + "shared = \"" +
           keys.at(static_cast<std::size_t>(any(0, 3))) + "\"\n" + (any(0, 3) == 0 ? "covers = \"exercise\"\n" : "");
}

Budget any_house() {
    const int members = any(1, 5);
    std::string text(one_bank);
    const std::string change = any_day();
    std::string fixed;
    for (int i = 0; i < members; ++i) {
        text += any_member(i);
        fixed += "m" + std::to_string(i) + " = [{ value = \"1/" + std::to_string(members) + "\" }, { from = " + change +
                 ", value = \"" + (i == 0 ? "rest" : "1/" + std::to_string(members + i)) + "\" }], ";
    }
    text +=
        "[[key]]\nid = \"equal\"\nby = \"equal\"\n[[key]]\nid = \"surface\"\nby = \"surface\"\n"
        "[[key]]\nid = \"fixed\"\nfixed = { " +
        fixed.substr(0, fixed.size() - 2) +
        " }\n[[key]]\nid = \"mix\"\nmix = [{ key = \"equal\", share = \"1/3\" }, { key = \"surface\", share = "
        "\"rest\" }]\n";
    for (int lines = any(1, 6); lines > 0; --lines)
        text += any_charge(lines);
    return budget_of(text);
}

bool there(const Member& member, Date day) {
    return (!member.in || *member.in <= day) && (!member.out || day <= *member.out) &&
           std::ranges::none_of(member.absences, [&](const Absence& away) {
               return away.first <= day && (!away.last || day <= *away.last);
           });
}

cpp_rational weight_on(const Budget& budget, std::size_t member, const std::string& key, Date day) {
    if (key == "fixed") {
        const Quotient share = *budget.keys.at(2).entries.at(member).share.on(day);
        return {static_cast<std::int64_t>(share.numerator()), static_cast<std::int64_t>(share.denominator())};
    }
    if (key == "equal")
        return 1;
    const Rate* surface = budget.members[member].counts.front().values.on(day);
    return surface == nullptr ? cpp_rational() : cpp_rational(surface->digits(), surface->denominator());
}

// What each weighs on the days, added up, of what all do.
std::vector<cpp_rational> parts_by(const Budget& budget, const std::string& key, const Window& days) {
    std::vector<cpp_rational> all(budget.members.size());
    cpp_rational sum;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (Date day = days.first; day <= days.last; day = day + 1) {
            if (there(budget.members[i], day))
                all[i] += weight_on(budget, i, key, day);
        }
        sum += all[i];
    }
    for (cpp_rational& part : all)
        part /= sum;
    return all;
}

std::vector<cpp_rational> parts(const Budget& budget, const std::string& key, const Window& days) {
    if (key != "mix")
        return parts_by(budget, key, days);
    std::vector<cpp_rational> mixed = parts_by(budget, "equal", days);
    const std::vector<cpp_rational> surface = parts_by(budget, "surface", days);
    for (std::size_t i = 0; i < mixed.size(); ++i)
        mixed[i] = mixed[i] / 3 + surface[i] * 2 / 3;
    return mixed;
}

std::int64_t floor_of(const cpp_rational& value) {
    boost::multiprecision::cpp_int quotient = numerator(value) / denominator(value);
    if (value < 0 && quotient * denominator(value) != numerator(value))
        --quotient;
    return static_cast<std::int64_t>(quotient);
}

// Who weighs nothing pays nothing, but in the last month, which takes what the others and the exercise were rounded by.
void check_who_weighs_nothing(const LineShares& line, std::size_t member) {
    const auto weighs_nothing = [&](const Shares& shares) { return shares.exact.numerator(member) == "0"; };
    if (weighs_nothing(line.exercise))
        RC_ASSERT(line.exercise.shares[member] == Money());
    for (std::size_t p = 0; p < line.periods.size(); ++p) {
        if (!weighs_nothing(line.periods[p]))
            continue;
        const bool last = p + 1 == line.periods.size();
        RC_ASSERT(abs(line.periods[p].shares[member].cents()) <=
                  (last ? static_cast<std::int64_t>(line.periods.size()) : 0));
    }
}

cpp_rational exact_cents(const Shares& shares, std::size_t member) {
    const ExactShares::Fraction euros = shares.exact.fraction(member);
    return cpp_rational(boost::multiprecision::cpp_int(euros.numerator),
                        boost::multiprecision::cpp_int(euros.denominator)) *
           100;
}

// What is cut off of a payment; of a refund, of its mirror image.
cpp_rational remainder(const Shares& shares, std::size_t member) {
    const cpp_rational cents = exact_cents(shares, member) * (shares.total.negative() ? -1 : 1);
    return cents - floor_of(cents);
}

ExerciseShares shares(const Budget& budget, const std::vector<Window>& periods) {
    Diagnostics problems;
    const std::vector<ChargedLine> lines = charged_lines(budget, exercise, 0);
    std::optional<ExerciseShares> found = shares_of(budget, lines, periods, problems);
    RC_ASSERT(found.has_value());
    return std::move(*found);
}

}  // namespace

TEST_CASE("shares are those of exact fractions, day by day, with their debts") {
    CHECK(rc::check([] {
        const Budget budget = any_house();
        const std::vector<ChargedLine> lines = charged_lines(budget, exercise, 0);
        const ExerciseShares found = shares(budget, {days_of(budget, exercise, 0)});
        std::vector<cpp_rational> debts(budget.members.size());
        for (std::size_t l = 0; l < lines.size(); ++l) {
            std::vector<cpp_rational> exact(budget.members.size());
            std::int64_t total = 0;
            for (const Charge& charge : lines[l].charges) {
                const std::vector<cpp_rational> each =
                    parts(budget, budget.keys[*lines[l].line->shared].id, charge.covers);
                for (std::size_t i = 0; i < exact.size(); ++i)
                    exact[i] += each[i] * charge.amount.cents();
                total += charge.amount.cents();
            }
            const int sign = total < 0 ? -1 : 1;
            std::int64_t left = total * sign;
            std::vector<std::int64_t> cents(exact.size());
            std::vector<std::size_t> order;
            for (std::size_t i = 0; i < exact.size(); ++i) {
                cents[i] = floor_of(exact[i] * sign);
                left -= cents[i];
                if (exact[i] != 0)
                    order.push_back(i);
            }
            std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
                return debts[a] * sign + exact[a] * sign - cents[a] > debts[b] * sign + exact[b] * sign - cents[b];
            });
            for (std::int64_t k = 0; k < left; ++k)
                ++cents[order[static_cast<std::size_t>(k)]];
            for (std::size_t i = 0; i < exact.size(); ++i) {
                RC_ASSERT(found.lines[l].exercise.shares[i].cents() == sign * cents[i]);
                debts[i] += exact[i] - sign * cents[i];
            }
        }
    }));
}

TEST_CASE("nothing is lost: members sum to the line, months to the year, each within a cent of its exact share") {
    CHECK(rc::check([] {
        const Budget budget = any_house();
        std::vector<Window> months;
        for (unsigned month = 1; month <= 12; ++month)
            months.push_back({Month(exercise, month).first(), Month(exercise, month).last()});
        for (const LineShares& line : shares(budget, months).lines) {
            std::vector<Money> by_month(budget.members.size());
            for (const Shares& month : line.periods) {
                Money sum;
                for (std::size_t i = 0; i < by_month.size(); ++i) {
                    by_month[i] += month.shares[i];
                    sum += month.shares[i];
                }
                RC_ASSERT(sum == month.total);
            }
            RC_ASSERT(by_month == line.exercise.shares);
            for (std::size_t i = 0; i < by_month.size(); ++i) {
                check_who_weighs_nothing(line, i);
                RC_ASSERT(abs(exact_cents(line.exercise, i) - line.exercise.shares[i].cents()) <= 1);
            }
        }
    }));
}

TEST_CASE("calls sum to the budget, and a budget that came as it was voted is settled at zero") {
    CHECK(rc::check([] {
        Budget budget = any_house();
        CallTerms terms = call_terms_of(budget, 0);
        terms.rhythm = any(0, 1) == 0 ? CallRhythm::month : CallRhythm::quarter;
        terms.rounding = static_cast<CallRounding>(any(0, 2));
        terms.day = static_cast<unsigned>(any(1, 31));
        budget.call_terms = {terms};
        const Window days = days_of(budget, exercise, 0);
        const ExerciseShares found = shares(budget, {days});
        const std::vector<Call> calls = calls_of(budget, found, 0, days);
        std::vector<std::vector<Money>> called(found.lines.size(), std::vector<Money>(budget.members.size()));
        for (const Call& call : calls) {
            RC_ASSERT(call.date >= days.first && call.date <= days.last);
            if (call.line)
                called[*call.line][call.member] += call.amount;
        }
        for (std::size_t l = 0; l < called.size(); ++l)
            RC_ASSERT(called[l] == found.lines[l].exercise.shares);
        const Settlement settlement = settle(budget, calls, found, 0, exercise);
        Money share;
        for (const MemberSettlement& member : settlement.members) {
            if (terms.rounding == CallRounding::cent)
                RC_ASSERT(member.total.balance() == Money());
            RC_ASSERT(member.total.paid == member.total.called);
            share += member.total.share;
        }
        Money total;
        for (const LineShares& line : found.lines)
            total += line.exercise.total;
        RC_ASSERT(share == total);
    }));
}

namespace {

// Of a line of the return; where only the total of the exercise is known each of them is the total's part, to the cent.
std::map<std::string, Money> sums_by_tax_line(const Budget& budget, const std::vector<TaxShares>& taxes) {
    std::map<std::string, Money> sums;
    for (const TaxShares& tax : taxes) {
        for (const Money share : tax.shares)
            sums[budget.categories[tax.category].tax_line] += share;
    }
    return sums;
}

std::map<std::string, Money> amounts_by_tax_line(const Budget& budget, const ChargedLine& line) {
    std::map<std::string, Money> amounts;
    Money sum;
    for (const Charge& charge : line.charges) {
        amounts[budget.categories[charge.category].tax_line] += charge.amount;
        sum += charge.amount;
    }
    if (!line.total)
        return amounts;
    // The largest takes the difference, the first of equals.
    std::string largest;
    Money most = Money::from_cents(-1);
    for (const Charge& charge : line.charges) {
        const std::string& name = budget.categories[charge.category].tax_line;
        if (absolute(amounts[name]) > most) {
            most = absolute(amounts[name]);
            largest = name;
        }
    }
    Money rest = *line.total;
    for (auto& [name, amount] : amounts) {
        if (name == largest)
            continue;
        // A half away from zero.
        const cpp_rational part = cpp_rational(amount.cents()) * line.total->cents() / sum.cents();
        const cpp_rational doubled = boost::multiprecision::abs(part) * 2 + 1;
        const auto cents = static_cast<std::int64_t>(numerator(doubled) / (denominator(doubled) * 2));
        amount = Money::from_cents(part < 0 ? -cents : cents);
        rest -= amount;
    }
    amounts[largest] = rest;
    return amounts;
}

}  // namespace

TEST_CASE("whatever was spent and paid, a settlement loses no cent") {
    CHECK(rc::check([] {
        Budget budget = any_house();
        for (std::size_t i = 0; i < budget.lines.size(); ++i) {
            if (any(0, 2) != 0)
                budget.spent.push_back(
                    {budget.lines[i].item, 0, {}, exercise, Money::from_cents(any(-50'000, 500'000)), {}});
        }
        budget.paid.push_back({0, 0, CallKind::reserve, days_of(budget, exercise, 0).last, {}, {}, {}});
        for (int payments = any(0, 10); payments > 0; --payments) {
            const auto member = static_cast<std::size_t>(any(0, static_cast<int>(budget.members.size()) - 1));
            budget.paid.push_back({member,
                                   0,
                                   CallKind::charge,
                                   days_of(budget, exercise, 0).first,
                                   Money::from_cents(any(-10'000, 300'000)),
                                   {},
                                   {}});
        }
        const Window days = days_of(budget, exercise, 0);
        ExerciseCharges charges = exercise_charges(budget, exercise, 0);
        for (ChargedLine& line : charges.real) {
            for (Charge& charge : line.charges)
                charge.category = static_cast<CategoryIndex>(any(0, static_cast<int>(budget.categories.size()) - 1));
        }
        Diagnostics problems;
        const auto voted = shares_of(budget, charges.voted, {&days, 1}, problems);
        const auto real = shares_of(budget, charges.real, {&days, 1}, problems);
        RC_PRE(voted.has_value() && real.has_value());
        const Settlement found = settle(budget, calls_of(budget, *voted, 0, days), *real, 0, exercise);
        Money cost;
        for (const LineShares& line : real->lines)
            cost += line.exercise.total;
        Money paid;
        for (const MemberPayment& payment : budget.paid)
            paid += payment.amount;
        RC_ASSERT(found.total.share == cost);
        RC_ASSERT(found.total.paid == paid);
        for (std::size_t l = 0; l < real->lines.size(); ++l)
            RC_ASSERT(sums_by_tax_line(budget, real->lines[l].taxes) == amounts_by_tax_line(budget, charges.real[l]));
        for (const MemberSettlement& member : found.members) {
            for (std::size_t l = 0; l < member.lines.size(); ++l) {
                std::vector<SettledAmounts> parts;
                for (const SettledTax& part : member.taxes[l])
                    parts.push_back(part.amounts);
                RC_ASSERT(total_of(parts) == member.lines[l]);
            }
            SettledAmounts sum;
            for (const SettledAmounts& line : member.lines) {
                sum.called += line.called;
                sum.paid += line.paid;
                sum.share += line.share;
                sum.deductible += line.deductible;
            }
            RC_ASSERT(sum.called == member.total.called);
            RC_ASSERT(sum.share == member.total.share);
            RC_ASSERT(sum.paid == member.total.paid || sum.paid == Money());
            RC_ASSERT(sum.deductible == member.total.deductible || sum.deductible == Money());
            RC_ASSERT(member.total.deductible <= member.total.share);
        }
    }));
}

namespace {

std::vector<std::vector<Money>> cents_of(const Budget& budget, const std::vector<ChargedLine>& lines) {
    const Window days = days_of(budget, exercise, 0);
    Diagnostics problems;
    const ExerciseShares found = shares_of(budget, lines, {&days, 1}, problems).value();
    std::vector<std::vector<Money>> all;
    for (const LineShares& line : found.lines)
        all.push_back(line.exercise.shares);
    return all;
}

Rate times_seven(Rate rate) {
    return {rate.digits() * 7, rate.scale()};
}

}  // namespace

TEST_CASE("a refund mirrors the payment, and the weights' unit changes nothing") {
    CHECK(rc::check([] {
        Budget budget = any_house();
        std::vector<ChargedLine> lines = charged_lines(budget, exercise, 0);
        const std::vector<std::vector<Money>> plain_cents = cents_of(budget, lines);
        for (ChargedLine& line : lines) {
            for (Charge& charge : line.charges)
                charge.amount = opposite(charge.amount);
        }
        std::vector<std::vector<Money>> mirrored = cents_of(budget, lines);
        for (std::vector<Money>& line : mirrored)
            std::ranges::transform(line, line.begin(), opposite);
        RC_ASSERT(mirrored == plain_cents);
        for (Member& member : budget.members) {
            for (MemberCount& count : member.counts) {
                for (auto& step : count.values.steps)
                    step.value = times_seven(step.value);
            }
        }
        RC_ASSERT(cents_of(budget, charged_lines(budget, exercise, 0)) == plain_cents);
    }));
}

TEST_CASE("who leaves and is back on the next day bears what who stays does") {
    CHECK(rc::check([] {
        Budget budget = any_house();
        const Window days = days_of(budget, exercise, 0);
        const ExerciseShares stays = shares(budget, {days});
        const auto who = static_cast<std::size_t>(any(0, static_cast<int>(budget.members.size()) - 1));
        const Date last = std::max(days.first + any(0, 364), budget.members[who].in.value_or(days.first));
        Member second = budget.members[who];
        second.id += "-again";
        second.first_stay = who;
        second.in = last + 1;
        budget.members[who].out = last;
        budget.members.push_back(second);
        const ExerciseShares comes_back = shares(budget, {days});
        for (std::size_t l = 0; l < stays.lines.size(); ++l) {
            const Shares& one = stays.lines[l].exercise;
            const Shares& two = comes_back.lines[l].exercise;
            for (std::size_t i = 0; i < one.shares.size(); ++i) {
                RC_ASSERT(one.shares[i] == two.shares[i]);
                RC_ASSERT(one.exact.decimal(i, 6) == two.exact.decimal(i, 6));
            }
            RC_ASSERT(two.shares.back() == Money());
        }
        RC_ASSERT(!comes_back.pays.back());
    }));
}

TEST_CASE("one more member raises nobody's share of a split by more than a cent") {
    CHECK(rc::check([] {
        Budget budget = any_house();
        const Money amount = Money::from_cents(any(0, 1'000'000));
        const auto key = static_cast<KeyIndex>(any(0, 1));  // equally, by surface
        const Window days = days_of(budget, exercise, 0);
        const std::vector<Money> before = parted(budget, amount, key, 0, days);
        Member more = budget.members.front();
        more.id = "more";
        budget.members.push_back(more);
        const std::vector<Money> after = parted(budget, amount, key, 0, days);
        for (std::size_t i = 0; i < before.size(); ++i)
            RC_ASSERT(after[i] <= before[i] + Money::from_cents(1));
    }));
}

TEST_CASE("the order of members changes no exact share, and of the first line cents of equal remainders only") {
    CHECK(rc::check([] {
        Budget budget = any_house();
        const Window days = days_of(budget, exercise, 0);
        const ExerciseShares found = shares(budget, {days});
        std::ranges::reverse(budget.members);
        const ExerciseShares reversed = shares(budget, {days});
        const std::size_t count = budget.members.size();
        for (std::size_t l = 0; l < found.lines.size(); ++l) {
            for (std::size_t i = 0; i < count; ++i) {
                const Shares& one = found.lines[l].exercise;
                const Shares& other = reversed.lines[l].exercise;
                RC_ASSERT(exact_cents(one, i) == exact_cents(other, count - 1 - i));
                if (l != 0 || one.shares[i] == other.shares[count - 1 - i])
                    continue;
                int equal = 0;
                for (std::size_t j = 0; j < count; ++j)
                    equal += remainder(one, j) == remainder(one, i) ? 1 : 0;
                RC_ASSERT(equal > 1);
            }
        }
    }));
}
