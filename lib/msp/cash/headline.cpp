// SPDX-License-Identifier: MIT
#include <msp/cash/headline.hpp>

#include <algorithm>
#include <iterator>

namespace msp {
namespace {

constexpr std::int64_t tenths = 10;

Low lowest_of(const Series& series, const Period& days) {
    const PeriodSum sum = sum_of(series, days);
    return {sum.lowest, sum.lowest_on};
}

std::vector<BankIndex> banks_below(const Budget& budget, const Projection& projection,
                                   const std::vector<BankIndex>& banks, Limit limit, const Period& days) {
    std::vector<BankIndex> found;
    std::ranges::copy_if(banks, std::back_inserter(found), [&](BankIndex bank) {
        const auto low = lowest(projection.accounts[bank].series, days.first, days.last);
        return low && low->amount < limit_of(budget.banks[bank], limit);
    });
    return found;
}

Shortage shortage(const Budget& budget, const Projection& projection, const Series& series,
                  const std::vector<BankIndex>& banks, const Period& days) {
    return {lowest_of(series, days),
            worst_account(budget, projection, banks, days),
            stretches_below(budget, projection, banks, Limit::floor, days),
            stretches_below(budget, projection, banks, Limit::zero, days),
            banks_below(budget, projection, banks, Limit::floor, days),
            banks_below(budget, projection, banks, Limit::zero, days)};
}

// Nothing where one of the accounts goes below its limit anyway. One that opens after the first day has no money on it
// that could be paid out.
Money spare(const Budget& budget, const Projection& projection, const std::vector<BankIndex>& banks, Limit limit,
            Date first, Date last) {
    Money sum;
    for (const BankIndex bank : banks) {
        const Money least = limit_of(budget.banks[bank], limit);
        const auto low = lowest(projection.accounts[bank].series, first, last);
        if (low && low->amount < least)
            return {};
        if (low && budget.banks[bank].date <= first)
            sum += low->amount - least;
    }
    return sum;
}

std::optional<std::int64_t> cash_days(const Series& series, Date as_of) {
    const Money paid = -sum_of(series, {as_of + 1, as_of + cash_days_window}).paid();
    const Money money = series.on(as_of);
    if (paid <= Money() || money < Money())
        return std::nullopt;
    return (money * (cash_days_window * tenths)).cents() / paid.cents();
}

std::vector<Movement> aci_of(const Case& of, PlanOptions plan, const Window& window) {
    std::vector<Movement> found;
    plan.only = of.budget.aci->item;
    movements(of, plan, window, [&](const Movement& movement) { found.push_back(movement); });
    return found;
}

// The base with the ACI late. It is projected anew only to go on beyond the days of the base.
Projection late_projection(const Case& of, const Projection& base, const PlanOptions& plan, Date until) {
    const PlanOptions late = late_plan(plan);
    if (until > base.window.last)
        return project(of, late, {base.window.first, until});
    return amended(of.budget, base, aci_of(of, plan, base.window), aci_of(of, late, base.window));
}

// The ACI comes to one account.
struct AciToCome {
    std::optional<Date> next;      // the first day on which some comes, from the day after the one to pay out on
    std::optional<Date> expected;  // the same of what has not been received yet, after the as-of day
};

// Of the whole budget: its years end, and so does this.
AciToCome aci_to_come(const Case& of, const HeadlineOptions& options) {
    const Budget& budget = of.budget;
    AciToCome found;
    if (!budget.aci || !options.selection.holds(budget, budget.aci->bank))
        return found;
    const auto note = [](std::optional<Date>& first, Date day) { first = std::min(first.value_or(day), day); };
    const Date after = std::min(options.distributable, options.as_of);
    for (const Movement& movement : aci_of(of, options.plan, {after + 1, last_plan_day()})) {
        if (movement.amount <= Money())
            continue;
        if (movement.date > options.distributable)
            note(found.next, movement.date);
        if (movement.date > options.as_of && !movement.actual)
            note(found.expected, movement.date);
    }
    return found;
}

// The third line looks to the eve of the day on which the next ACI comes if it is late.
Date late_end(const AciToCome& aci, const Period& view) {
    return aci.expected ? std::max(view.last, delayed(*aci.expected, late_aci_delay) - 1) : view.last;
}

// All projections that headlines are read from.
struct Outlook {
    const Projection& plan;
    std::optional<Projection> certain;  // where that is not the plan
    std::optional<Projection> late;     // where ACI is awaited
    AciToCome aci;
    Date late_until;

    Outlook(const Case& of, const Projection& base, const HeadlineOptions& options)
        : plan(base), aci(aci_to_come(of, options)), late_until(late_end(aci, options.view)) {
        if (!base.unsure.empty())
            certain = amended(of.budget, base, base.unsure, {});
        if (aci.expected)
            late = late_projection(of, base, options.plan, late_until);
    }
};

bool has(const std::vector<BankIndex>& banks, const std::optional<Aci>& aci) {
    return aci && std::ranges::find(banks, aci->bank) != banks.end();
}

Payout payout(const Budget& budget, const Outlook& outlook, const std::vector<BankIndex>& banks,
              const HeadlineOptions& options) {
    Payout found;
    found.day = options.distributable;
    found.end = std::max(options.view.last, options.distributable);
    if (has(banks, budget.aci))
        found.next_aci = outlook.aci.next;
    for (const Until until : {Until::next_aci, Until::end}) {
        for (const Limit above : {Limit::floor, Limit::zero})
            found.most.at(static_cast<std::size_t>(until)).at(static_cast<std::size_t>(above)) =
                spare(budget, outlook.plan, banks, above, found.day, found.last(until));
    }
    return found;
}

// Among the days that the amounts to pay out look at.
std::optional<Gap> unplanned_aci(const Case& of, const Payout& payout) {
    const Date last = std::max(payout.end, payout.last(Until::next_aci));
    const std::vector<Gap> missing = aci_gaps(of, {payout.day + 1, last});
    return missing.empty() ? std::nullopt : std::optional(missing.front());
}

Headline headline_of(const Budget& budget, const Outlook& outlook, EntityIndex entity,
                     const std::vector<BankIndex>& banks, const HeadlineOptions& options) {
    const auto series_in = [&](const Projection& projection) {
        return entity_series(budget, projection, entity, options.selection);
    };
    const Series series = series_in(outlook.plan);
    const PeriodSum sum = sum_of(series, options.view);
    Headline headline;
    headline.entity = entity;
    headline.banks = banks;
    headline.opening = sum.opening;
    headline.closing = sum.closing;
    headline.receipts = sum.received();
    headline.payments = sum.paid();
    headline.in_transit = sum.in_transit;
    headline.plan = shortage(budget, outlook.plan, series, banks, options.view);
    const Date today = std::clamp(options.as_of, options.view.first, options.view.last);
    headline.ahead = today == options.view.first
                         ? headline.plan
                         : shortage(budget, outlook.plan, series, banks, {today, options.view.last});
    headline.uncertain = outlook.plan.uncertain;
    headline.certain = headline.plan.lowest;
    headline.certain_worst = headline.plan.worst;
    if (outlook.certain) {
        headline.certain = lowest_of(series_in(*outlook.certain), options.view);
        headline.certain_worst = worst_account(budget, *outlook.certain, banks, options.view);
    }
    headline.late_until = options.view.last;
    headline.late = headline.plan;
    if (outlook.late && has(banks, budget.aci)) {
        headline.awaits_aci = true;
        headline.late_until = outlook.late_until;
        headline.late =
            shortage(budget, *outlook.late, series_in(*outlook.late), banks, {options.view.first, outlook.late_until});
    }
    headline.payout = payout(budget, outlook, banks, options);
    headline.as_of = options.as_of;
    headline.as_of_closing = series.on(options.as_of);
    headline.cash_days_tenths = cash_days(series, options.as_of);
    return headline;
}

}  // namespace

std::string Headline::cash_days() const {
    return std::to_string(*cash_days_tenths / tenths) + '.' + std::to_string(*cash_days_tenths % tenths);
}

std::int64_t Shortage::days(const std::vector<Stretch>& stretches) {
    std::int64_t sum = 0;
    for (const Stretch& stretch : stretches)
        sum += stretch.last - stretch.first + 1;
    return sum;
}

AccountLow worst_account(const Budget& budget, const Projection& projection, const std::vector<BankIndex>& banks,
                         const Period& days) {
    struct Standing {
        int degree;  // 0 overdrawn, 1 below the floor, 2 neither
        Money left;
        auto operator<=>(const Standing&) const = default;
    };
    const auto standing = [&](const Bank& bank, Money low) {
        if (low.negative())
            return Standing{0, low + bank.overdraft};
        return Standing{low < bank.floor ? 1 : 2, low - bank.floor};
    };
    std::optional<Standing> worst;
    AccountLow found = {banks.front(), lowest_of(projection.accounts[banks.front()].series, days)};
    for (const BankIndex bank : banks) {
        const auto low = lowest(projection.accounts[bank].series, days.first, days.last);
        if (!low)
            continue;
        const Standing here = standing(budget.banks[bank], low->amount);
        if (!worst || here < *worst) {
            worst = here;
            found = {bank, *low};
        }
    }
    return found;
}

PlanOptions certain_plan(PlanOptions plan) {
    plan.count = Count::certain;
    return plan;
}

PlanOptions late_plan(PlanOptions plan) {
    plan.aci_late = late_aci_delay;
    return plan;
}

Date Payout::last(Until until) const {
    return until == Until::next_aci && next_aci ? *next_aci - 1 : end;
}

Money Payout::amount(PayoutQuestion question) const {
    return most.at(static_cast<std::size_t>(question.until)).at(static_cast<std::size_t>(question.above));
}

Date horizon(const Case& of, const HeadlineOptions& options) {
    const AciToCome aci = aci_to_come(of, options);
    return std::max({options.view.last, options.as_of + cash_days_window, options.distributable, options.watch_until,
                     aci.next ? *aci.next - 1 : options.view.last});
}

std::vector<Headline> headlines(const Case& of, const Projection& base, const HeadlineOptions& options) {
    const Budget& budget = of.budget;
    const Outlook outlook(of, base, options);
    std::vector<Headline> found;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        const std::vector<BankIndex> banks = banks_of(budget, entity, options.selection);
        if (banks.empty())
            continue;
        found.push_back(headline_of(budget, outlook, entity, banks, options));
        if (has(banks, budget.aci))
            found.back().unplanned_aci = unplanned_aci(of, found.back().payout);
    }
    return found;
}

}  // namespace msp
