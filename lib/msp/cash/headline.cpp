// SPDX-License-Identifier: MIT
#include <msp/cash/headline.hpp>

#include <algorithm>
#include <map>

namespace msp {
namespace {

constexpr std::int32_t cash_days_window = 90;
constexpr std::int64_t tenths = 10;

Low lowest_of(const Series& series, const Period& days) {
    const PeriodSum sum = sum_of(series, days);
    return {sum.lowest, sum.lowest_on};
}

Shortage shortage(const Budget& budget, const Projection& projection, EntityIndex entity, const Period& days) {
    const std::vector<BankIndex> banks = banks_of(budget, entity);
    return {lowest_of(entity_series(budget, projection, entity), days),
            stretches_below(budget, projection, banks, Limit::floor, days),
            stretches_below(budget, projection, banks, Limit::zero, days)};
}

// What the entity's accounts can each spare above their limit on every evening from `first` to `last`; nothing where
// one of them goes below it anyway.
Money spare(const Budget& budget, const Projection& projection, EntityIndex entity, Limit limit, Date first,
            Date last) {
    Money sum;
    for (const BankIndex bank : banks_of(budget, entity)) {
        const Money least = limit == Limit::floor ? budget.banks[bank].floor : Money();
        const auto low = lowest(projection.accounts[bank].series, first, last);
        if (low && low->amount < least)
            return {};
        if (low)
            sum += low->amount - least;
    }
    return sum;
}

std::optional<std::int64_t> cash_days(const Series& series, Date as_of) {
    Money paid;
    for (Date date = as_of + 1; date <= as_of + cash_days_window; date = date + 1)
        paid -= series.payments[series.index(date)];
    // Money within the entity goes nowhere.
    const Period days = {as_of + 1, as_of + cash_days_window};
    paid -= sum_of(series, days).cancelled;
    const Money money = series.on(as_of);
    if (paid <= Money() || money < Money())
        return std::nullopt;
    return (money * (cash_days_window * tenths)).cents() / paid.cents();
}

PlanOptions with(PlanOptions plan, Count count) {
    plan.count = count;
    return plan;
}

using AciDays = std::map<EntityIndex, Date>;

struct AciToCome {
    AciDays next;      // the first day on which some comes to an entity, from the day after the one to pay out on
    AciDays expected;  // the same of what has not been received yet, after the as-of day
};

// Of the whole budget: its years end, and so does this.
AciToCome aci_to_come(const Budget& budget, const Law& law, const HeadlineOptions& options) {
    AciToCome found;
    if (!budget.aci)
        return found;
    PlanOptions only = options.plan;
    only.only = budget.aci->item;
    const auto note = [](AciDays& days, EntityIndex entity, Date day) {
        const auto [place, fresh] = days.try_emplace(entity, day);
        place->second = std::min(place->second, day);
    };
    const Date after = std::min(options.distributable, options.as_of);
    movements(budget, law, only, {after + 1, last_plan_day()}, [&](const Movement& movement) {
        if (movement.amount <= Money())
            return;
        const EntityIndex entity = budget.banks[movement.bank].entity;
        if (movement.date > options.distributable)
            note(found.next, entity, movement.date);
        if (movement.date > options.as_of && !movement.actual)
            note(found.expected, entity, movement.date);
    });
    return found;
}

std::optional<Date> day_for(const AciDays& days, EntityIndex entity) {
    const auto found = days.find(entity);
    return found == days.end() ? std::nullopt : std::optional(found->second);
}

// The third line looks to the eve of the day on which the next ACI comes if it is late.
Date late_end(Date expected, const Period& view) {
    return std::max(view.last, delayed(expected, late_aci) - 1);
}

}  // namespace

std::int64_t Shortage::days(const std::vector<Stretch>& stretches) {
    std::int64_t sum = 0;
    for (const Stretch& stretch : stretches)
        sum += stretch.last - stretch.first + 1;
    return sum;
}

Date horizon(const Budget& budget, const Law& law, const HeadlineOptions& options) {
    Date last =
        std::max({options.view.last, options.as_of + cash_days_window, options.distributable, options.watch_until});
    for (const auto& [entity, day] : aci_to_come(budget, law, options).next)
        last = std::max(last, day - 1);
    return last;
}

std::vector<Headline> headlines(const Budget& budget, const Law& law, const Projection& base,
                                const HeadlineOptions& options) {
    const AciToCome aci = aci_to_come(budget, law, options);
    std::optional<Projection> certain;
    if (base.uncertain)
        certain = project(budget, law, with(options.plan, Count::certain), {base.window.first, options.view.last});
    PlanOptions later = options.plan;
    later.aci_late = late_aci;
    Date latest = options.view.last;
    for (const auto& [entity, day] : aci.expected)
        latest = std::max(latest, late_end(day, options.view));
    std::optional<Projection> late;
    if (!aci.expected.empty())
        late = project(budget, law, later, {base.window.first, latest});

    std::vector<Headline> found;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        const Series series = entity_series(budget, base, entity);
        const PeriodSum sum = sum_of(series, options.view);
        Headline headline;
        headline.opening = sum.opening;
        headline.closing = sum.closing;
        headline.receipts = sum.receipts;
        headline.payments = sum.payments;
        headline.plan = shortage(budget, base, entity, options.view);
        headline.uncertain = base.uncertain;
        headline.certain =
            certain ? lowest_of(entity_series(budget, *certain, entity), options.view) : headline.plan.lowest;
        const std::optional<Date> expected = day_for(aci.expected, entity);
        headline.awaits_aci = expected.has_value();
        headline.late_until = expected ? late_end(*expected, options.view) : options.view.last;
        headline.late =
            expected ? shortage(budget, *late, entity, {options.view.first, headline.late_until}) : headline.plan;

        headline.distributable_on = options.distributable;
        const Date end = std::max(options.view.last, options.distributable);
        headline.distributable_floor = spare(budget, base, entity, Limit::floor, options.distributable, end);
        headline.next_aci = day_for(aci.next, entity);
        headline.distributable_aci = spare(budget, base, entity, Limit::zero, options.distributable,
                                           headline.next_aci ? *headline.next_aci - 1 : end);

        headline.as_of = options.as_of;
        headline.as_of_closing = series.on(options.as_of);
        headline.cash_days_tenths = cash_days(series, options.as_of);
        found.push_back(std::move(headline));
    }
    return found;
}

}  // namespace msp
