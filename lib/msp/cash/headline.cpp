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

struct AciDays {
    std::map<EntityIndex, Date> next;      // the first day on which some comes to an entity
    std::map<EntityIndex, Date> expected;  // the same of what has not been received yet
};

// After `date`.
AciDays aci_days_after(const Budget& budget, const Law& law, const PlanOptions& options, Date date, Date last) {
    AciDays found;
    if (!budget.aci)
        return found;
    PlanOptions only = options;
    only.only = budget.aci->item;
    const auto note = [](std::map<EntityIndex, Date>& days, EntityIndex entity, Date day) {
        const auto [place, fresh] = days.try_emplace(entity, day);
        place->second = std::min(place->second, day);
    };
    movements(budget, law, only, {date + 1, last}, [&](const Movement& movement) {
        if (movement.amount <= Money())
            return;
        const EntityIndex entity = budget.banks[movement.bank].entity;
        note(found.next, entity, movement.date);
        if (!movement.actual)
            note(found.expected, entity, movement.date);
    });
    return found;
}

}  // namespace

std::int64_t Shortage::days(const std::vector<Stretch>& stretches) {
    std::int64_t sum = 0;
    for (const Stretch& stretch : stretches)
        sum += stretch.last - stretch.first + 1;
    return sum;
}

Date horizon(const HeadlineOptions& options) {
    return std::max({options.view.last, options.as_of + cash_days_window, options.distributable, options.watch_until});
}

std::vector<Headline> headlines(const Budget& budget, const Law& law, const Projection& base,
                                const HeadlineOptions& options) {
    const Window window = base.window;
    std::optional<Projection> certain;
    if (base.uncertain)
        certain = project(budget, law, with(options.plan, Count::certain), window);
    PlanOptions later = options.plan;
    later.aci_late = late_aci;
    std::optional<Projection> late;
    if (budget.aci)
        late = project(budget, law, later, window);
    const AciDays to_come = aci_days_after(budget, law, options.plan, options.distributable, window.last);
    const AciDays awaited = aci_days_after(budget, law, options.plan, options.as_of, window.last);

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
        headline.awaits_aci = awaited.expected.contains(entity);
        headline.late = late ? shortage(budget, *late, entity, options.view) : headline.plan;

        headline.distributable_on = options.distributable;
        const Date end = std::max(options.view.last, options.distributable);
        headline.distributable_floor = spare(budget, base, entity, Limit::floor, options.distributable, end);
        if (const auto next = to_come.next.find(entity); next != to_come.next.end())
            headline.next_aci = next->second;
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
