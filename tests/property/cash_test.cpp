// SPDX-License-Identifier: MIT
// The projection and its views against the plain list of movements.
#include <msp/cash/curve.hpp>
#include <msp/cash/headline.hpp>
#include <msp/cash/line_sums.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;
using boost::multiprecision::cpp_int;

namespace {

constexpr PlanOptions everything = {.count = Count::hoped, .aci_late = {}, .only = {}};

struct Projected {
    Budget budget;
    std::vector<Movement> movements;  // fees as well
    Projection projection;
};

Projected any_projected(const Shape& shape = {}) {
    Projected found;
    found.budget = budget_of(any_budget(shape));
    const Date last = "2026-04-01"_d + *rc::gen::inRange(0, 1'500);
    found.projection = projected(found.budget, last, everything,
                                 [&found](const Movement& movement) { found.movements.push_back(movement); });
    return found;
}

std::vector<BankIndex> all_banks(const Budget& budget) {
    std::vector<BankIndex> banks;
    for (std::size_t i = 0; i < budget.banks.size(); ++i)
        banks.push_back(static_cast<BankIndex>(i));
    return banks;
}

// Of accounts in the evening, from their openings and every movement up to then.
Money balance(const Projected& found, const std::vector<BankIndex>& banks, Date date) {
    Money sum;
    for (const BankIndex bank : banks) {
        if (found.budget.banks[bank].date <= date)
            sum += found.budget.banks[bank].opening;
    }
    for (const Movement& movement : found.movements) {
        if (movement.date <= date && std::ranges::find(banks, movement.bank) != banks.end())
            sum += movement.amount;
    }
    return sum;
}

// Each account, each entity, everything.
struct Group {
    std::vector<BankIndex> banks;
    Series series;
    bool account = false;
};

std::vector<Group> groups(const Projected& found) {
    std::vector<Group> result;
    for (const BankIndex bank : all_banks(found.budget))
        result.push_back({{bank}, found.projection.accounts[bank].series, true});
    for (std::size_t i = 0; i < found.budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        result.push_back({banks_of(found.budget, entity), entity_series(found.budget, found.projection, entity)});
    }
    result.push_back({all_banks(found.budget), group_series(found.budget, found.projection)});
    return result;
}

bool holds(const Group& group, BankIndex bank) {
    return std::ranges::find(group.banks, bank) != group.banks.end();
}

Grid any_grid() {
    return *rc::gen::element(Grid::day, Grid::month, Grid::quarter, Grid::year);
}

std::vector<Period> any_periods(const Projection& projection) {
    const Window& window = projection.window;
    const Date first = window.first + *rc::gen::inRange(0, (window.last - window.first) / 2 + 1);
    return periods(first, window.last, any_grid());
}

}  // namespace

TEST_CASE("the sum of the movements is the change of the balance") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const Window& window = found.projection.window;
        for (const Group& group : groups(found)) {
            for (int i = 0; i < 5; ++i) {
                const Date day = window.first + *rc::gen::inRange(0, window.last - window.first + 1);
                RC_ASSERT(group.series.on(day) == balance(found, group.banks, day));
            }
        }
    }));
}

TEST_CASE("a period begins where the one before ends, and receipts and payments lead from opening to closing") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const std::vector<Period> all = any_periods(found.projection);
        for (const Group& group : groups(found)) {
            Money before = group.series.on(all.front().first - 1);
            for (const Period& period : all) {
                const PeriodSum sum = sum_of(group.series, period);
                Money begun;
                for (const BankIndex bank : group.banks) {
                    const Bank& each = found.budget.banks[bank];
                    if (period.first <= each.date && each.date <= period.last)
                        begun += each.opening;
                }
                RC_ASSERT(sum.opening == before + begun);
                RC_ASSERT(sum.closing == group.series.on(period.last));
                RC_ASSERT(sum.opening + sum.receipts + sum.payments == sum.closing);
                before = sum.closing;
            }
        }
    }));
}

TEST_CASE("receipts and payments are the movements' by side, less what stays within the group on both") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const std::vector<Period> all = any_periods(found.projection);
        const Period period = *rc::gen::elementOf(all);
        for (const Group& group : groups(found)) {
            Money in;
            Money out;
            Money internal_in;
            Money internal_out;
            for (const Movement& movement : found.movements) {
                if (!holds(group, movement.bank) || movement.date < period.first || movement.date > period.last)
                    continue;
                const bool receipt = movement.side == Side::receipts;
                (receipt ? in : out) += movement.amount;
                if (movement.counterpart != no_bank && holds(group, movement.counterpart))
                    (receipt ? internal_in : internal_out) -= movement.amount;
            }
            const PeriodSum sum = sum_of(group.series, period);
            RC_ASSERT(sum.receipts == in - sum.cancelled);
            RC_ASSERT(sum.payments == out + sum.cancelled);
            if (group.account)
                RC_ASSERT(sum.cancelled == Money());
            // What has left and what has come, where it is all there: nothing of it is a receipt or a payment.
            if (internal_in + internal_out == Money())
                RC_ASSERT(sum.cancelled == -internal_in);
        }
    }));
}

TEST_CASE("over any time in which all of it arrives, money between accounts leaves the receipts of others") {
    CHECK(rc::check([] {
        const Budget budget = budget_of(
            "entity = [{ id = \"x\" }, { id = \"y\" }]\n"
            "bank = [{ id = \"a\", entity = \"x\", opening = 5, date = 2026-01-01 }, "
            "{ id = \"b\", entity = \"y\", opening = 7, date = 2026-01-01 }]\n"
            "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nbank = \"a\"\npaid_to = \"b\"\namount = " +
            euros(Money::from_cents(*rc::gen::inRange<std::int64_t>(-500, 500))) +
            "\nevery = \"month\"\nday = 10\narrives = \"" + std::to_string(*rc::gen::inRange(0, 18)) + " days\"\n" +
            "[[income]]\nid = \"calls\"\ncategory = \"charges-reimbursed\"\nbank = \"b\"\namount = 3\nevery = "
            "\"month\"\nday = 1\n");
        const Projection projection = projected(budget, "2027-12-31"_d);
        const Series series = group_series(budget, projection);
        for (const Period& period : periods("2026-01-01"_d, "2027-12-31"_d, Grid::month)) {
            RC_ASSERT(sum_of(series, period).receipts == "3"_eur);
            RC_ASSERT(sum_of(series, period).payments == Money());
        }
    }));
}

TEST_CASE("the lowest evening is the one that a slow look finds") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const std::vector<Period> all = any_periods(found.projection);
        const Period period = *rc::gen::elementOf(all);
        for (const Group& group : groups(found)) {
            // Days before the first account begins are no evenings of the group.
            Date begin = period.last;
            for (const BankIndex bank : group.banks)
                begin = std::min(begin, found.budget.banks[bank].date);
            Date lowest = std::max(period.first, begin);
            for (Date date = lowest; date <= period.last; date = date + 1) {
                if (group.series.on(date) < group.series.on(lowest))
                    lowest = date;
            }
            const PeriodSum sum = sum_of(group.series, period);
            RC_ASSERT(sum.lowest_on == lowest);
            RC_ASSERT(sum.lowest == balance(found, group.banks, lowest));
        }
    }));
}

TEST_CASE("a longer horizon never changes an earlier day") {
    CHECK(rc::check([] {
        const Budget budget = budget_of(any_budget({}));
        const Date near = "2026-04-01"_d + *rc::gen::inRange(0, 500);
        const Projection shorter = projected(budget, near, everything);
        const Projection longer = projected(budget, near + *rc::gen::inRange(1, 1'500), everything);
        for (const BankIndex bank : all_banks(budget)) {
            const Series& one = shorter.accounts[bank].series;
            const Series& other = longer.accounts[bank].series;
            for (Date date = shorter.window.first; date <= near; date = date + 1) {
                RC_ASSERT(one.on(date) == other.on(date));
                RC_ASSERT(one.receipts[one.index(date)] == other.receipts[other.index(date)]);
            }
        }
    }));
}

TEST_CASE("overdraft fees are slow arithmetic's") {
    CHECK(rc::check([] {
        const std::int64_t rate = *rc::gen::inRange<std::int64_t>(1, 250);  // tenths of a percent
        const std::int64_t opening = *rc::gen::inRange<std::int64_t>(-300'000, 100'000);
        AnyLine line = any_line();
        const Budget budget = budget_of("[bank]\nopening = " + euros(Money::from_cents(opening)) +
                                        "\ndate = 2026-01-01\noverdraft_rate = \"" + percent(Rate(rate, 3)) +
                                        "\"\n[[expense]]\ncategory = \"rent\"\n" + keys(line));
        const Date last = "2027-12-31"_d;
        std::vector<Money> moved(730);
        movements({budget, Law()}, {}, {"2026-01-01"_d, last}, [&moved](const Movement& movement) {
            moved.at(static_cast<std::size_t>(movement.date - "2026-01-01"_d)) += movement.amount;
        });
        std::vector<std::pair<Date, Money>> expected;
        cpp_int evening = opening;
        cpp_int overdrawn = 0;
        for (int day = 0; day < 730; ++day) {
            const Date date = "2026-01-01"_d + day;
            evening += moved[static_cast<std::size_t>(day)].cents();
            overdrawn += evening < 0 ? cpp_int(-evening) : cpp_int(0);
            const Date tomorrow = date + 1;
            if (tomorrow.fields().day != 1 || tomorrow.fields().month % 3 != 1)
                continue;
            // overdrawn x rate / 1000 / 365, half up
            const cpp_int fee = (overdrawn * rate * 2 + 365'000) / 730'000;
            if (fee != 0)
                expected.emplace_back(date, Money::from_cents(-static_cast<std::int64_t>(fee)));
            evening -= fee;
            overdrawn = 0;
        }
        std::vector<Movement> fees;
        const Projection projection = projected(budget, last, {}, [&fees](const Movement& movement) {
            if (movement.origin == Origin::fee)
                fees.push_back(movement);
        });
        RC_CLASSIFY(!expected.empty());
        RC_ASSERT(fees.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            RC_ASSERT(fees[i].date == expected[i].first);
            RC_ASSERT(fees[i].amount == expected[i].second);
        }
        RC_ASSERT(projection.accounts[0].series.on(last).cents() == static_cast<std::int64_t>(evening));
    }));
}

TEST_CASE("a plan's rows sum to the balance's receipts and payments, period by period") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const std::vector<Period> all = any_periods(found.projection);
        LineSums sums(found.budget, all);
        for (const Movement& movement : found.movements)
            sums.add(movement);
        const auto agree = [&](const std::vector<LineSum>& rows, const Series& series) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                Money receipts;
                Money payments;
                for (const LineSum& row : rows)
                    (row.side == Side::receipts ? receipts : payments) += row.periods[i];
                const PeriodSum sum = sum_of(series, all[i]);
                RC_ASSERT(receipts - sum.cancelled == sum.receipts);
                RC_ASSERT(payments + sum.cancelled == sum.payments);
            }
        };
        for (std::size_t i = 0; i < found.budget.entities.size(); ++i) {
            const auto entity = static_cast<EntityIndex>(i);
            agree(sums.entity(entity), entity_series(found.budget, found.projection, entity));
        }
        agree(sums.all(), group_series(found.budget, found.projection));
    }));
}

TEST_CASE("accounts without their unsure receipts are those of a plan without them, fees included, and back again") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const Projection certain = amended(found.budget, found.projection, found.projection.unsure, {});
        const Projection anew = projected(found.budget, found.projection.window.last, certain_plan(everything));
        const Projection back = amended(found.budget, certain, {}, found.projection.unsure);
        RC_CLASSIFY(!found.projection.unsure.empty());
        const auto agree = [&](const Projection& one, const Projection& other) {
            for (const BankIndex bank : all_banks(found.budget)) {
                RC_ASSERT(one.accounts[bank].series.receipts == other.accounts[bank].series.receipts);
                RC_ASSERT(one.accounts[bank].series.payments == other.accounts[bank].series.payments);
                RC_ASSERT(one.accounts[bank].series.balance == other.accounts[bank].series.balance);
            }
        };
        agree(certain, anew);
        agree(back, found.projection);
    }));
}

TEST_CASE("the most that can be paid out is the most: one cent more breaks the floor or the zero") {
    CHECK(rc::check([] {
        const std::string text = any_budget({.entities = 1, .banks = 1, .late = false, .fees = false});
        const Budget budget = budget_of(text);
        const Date day = "2026-01-01"_d + *rc::gen::inRange(0, 300);
        const HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-12-31"_d}, "2026-01-01"_d, day);
        const Headline headline =
            headlines({budget, Law()}, projected(budget, horizon({budget, Law()}, options)), options).at(0);
        // What is left at worst once `amount` is paid out on the day.
        const auto worst = [&](Money amount, Date last) {
            const Budget paying = budget_of(
                text + "[[expense]]\nid = \"payout\"\ncategory = \"distribution\"\nbank = \"e0b0\"\namount = " +
                euros(amount) + "\ndate = " + iso(day) + "\n");
            return sum_of(projected(paying, last).accounts[0].series, {day, last}).lowest;
        };
        const Money cent = Money::from_cents(1);
        const Money floor = budget.banks[0].floor;
        const Date end = "2026-12-31"_d;
        if (headline.payout.amount({Until::end, Limit::floor}) > Money())
            RC_ASSERT(worst(headline.payout.amount({Until::end, Limit::floor}), end) >= floor);
        RC_ASSERT(worst(headline.payout.amount({Until::end, Limit::floor}) + cent, end) < floor);
        const Date before = headline.payout.next_aci ? *headline.payout.next_aci - 1 : end;
        RC_CLASSIFY(headline.payout.next_aci.has_value());
        if (headline.payout.amount({Until::next_aci, Limit::zero}) > Money())
            RC_ASSERT(worst(headline.payout.amount({Until::next_aci, Limit::zero}), before) >= Money());
        RC_ASSERT(worst(headline.payout.amount({Until::next_aci, Limit::zero}) + cent, before) < Money());
    }));
}

TEST_CASE("a longer look never allows more to be paid out, and no account gives what it does not hold that evening") {
    CHECK(rc::check([] {
        const Budget budget = budget_of(any_budget({}));
        const Date day = budget.first_day() + *rc::gen::inRange(0, 150);
        const auto found = [&](Date end) {
            const HeadlineOptions options = headline_options({budget.first_day(), end}, budget.first_day(), day);
            return headlines({budget, Law()}, projected(budget, horizon({budget, Law()}, options)), options);
        };
        const std::vector<Headline> year = found("2026-12-31"_d);
        const std::vector<Headline> three = found("2028-12-31"_d);
        for (std::size_t i = 0; i < year.size(); ++i) {
            const Payout& payout = year[i].payout;
            Money held;
            for (const BankIndex bank : year[i].banks) {
                if (budget.banks[bank].date <= day)
                    held += std::max(projected(budget, day).accounts[bank].series.on(day), Money());
            }
            RC_CLASSIFY(
                std::ranges::any_of(year[i].banks, [&](BankIndex bank) { return budget.banks[bank].date > day; }));
            for (const Limit above : {Limit::floor, Limit::zero}) {
                const Money until_end = payout.amount({Until::end, above});
                RC_ASSERT(until_end <= held);
                RC_ASSERT(three[i].payout.amount({Until::end, above}) <= until_end);
                const Money until_aci = payout.amount({Until::next_aci, above});
                RC_ASSERT(until_aci <= held);
                const bool aci_first = payout.last(Until::next_aci) <= payout.end;
                RC_ASSERT((aci_first ? until_end <= until_aci : until_aci <= until_end));
            }
        }
    }));
}

TEST_CASE("short days are those of a slow look, for one bank or for any of them") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const Period days = {found.projection.window.first, found.projection.window.last};
        const std::vector<BankIndex> banks = all_banks(found.budget);
        for (const Limit limit : {Limit::floor, Limit::zero}) {
            std::int64_t slow = 0;
            for (Date date = days.first; date <= days.last; date = date + 1) {
                slow += std::ranges::any_of(banks, [&](BankIndex bank) {
                    const Money least = limit == Limit::floor ? found.budget.banks[bank].floor : Money();
                    return date >= found.budget.banks[bank].date &&
                           found.projection.accounts[bank].series.on(date) < least;
                });
            }
            const std::vector<Stretch> stretches = stretches_below(found.budget, found.projection, banks, limit, days);
            RC_ASSERT(Shortage::days(stretches) == slow);
            for (std::size_t i = 1; i < stretches.size(); ++i)
                RC_ASSERT(stretches[i].first > stretches[i - 1].last + 1);
        }
    }));
}

TEST_CASE("a curve is the balances of its evenings, its points are those of the periods, its plateaus all of it") {
    CHECK(rc::check([] {
        const Projected found = any_projected();
        const Period days = {found.projection.window.first + *rc::gen::inRange(0, 60),
                             found.projection.window.last - *rc::gen::inRange(0, 30)};
        RC_PRE(days.first <= days.last);
        const std::vector<Period> months = periods(days.first, days.last, Grid::month);
        for (const Holding& holding : holdings(found.budget, found.projection, {})) {
            const Curve drawn = curve(found.budget, holding, days);
            RC_ASSERT(drawn.empty() == (holding.series.opened > days.last));
            if (drawn.empty())
                continue;
            for (Date day = drawn.first; day <= drawn.last(); day = day + *rc::gen::inRange(1, 40))
                RC_ASSERT(drawn.on(day) == balance(found, holding.accounts, day));
            for (const CurvePoint& point : curve_points(drawn, months)) {
                const PeriodSum sum = sum_of(holding.series, point.period);
                RC_ASSERT(point.lowest.amount == sum.lowest);
                RC_ASSERT(point.lowest.date == sum.lowest_on);
                RC_ASSERT(point.closing == sum.closing);
            }
            Date next = drawn.first;
            for (const Plateau& one : plateaus(drawn, {drawn.first, drawn.last()})) {
                RC_ASSERT(one.days.first == next);
                RC_ASSERT(one.amount == drawn.on(one.days.last));
                next = one.days.last + 1;
            }
            RC_ASSERT(next == drawn.last() + 1);
        }
    }));
}
