// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>

#include <cstdlib>

namespace msp {
namespace {

// What the instalments before this one leave, or all others where this one is the rest.
Money remainder(const Grant& grant, std::size_t index) {
    Money others;
    for (std::size_t i = 0; i < grant.instalments.size(); ++i) {
        const GrantInstalment& other = grant.instalments[i];
        if (i == index)
            continue;
        others += other.kind == ShareKind::percent ? times(grant.amount, other.share, Rounding::half_up) : other.amount;
    }
    return grant.amount - others;
}

bool takes_difference(const Grant& grant, std::size_t index) {
    if (grant.instalments[index].kind == ShareKind::rest)
        return true;
    for (const GrantInstalment& part : grant.instalments) {
        if (part.kind != ShareKind::percent)
            return false;
    }
    return index + 1 == grant.instalments.size();
}

Money amount_of(const Grant& grant, std::size_t index, Trace* trace) {
    const GrantInstalment& part = grant.instalments[index];
    if (trace != nullptr) {
        trace->clear();
        if (part.kind != ShareKind::amount)
            trace->step({tr("the whole grant"), {}}, grant.amount, grant.amount_place.span);
    }
    Money amount = part.amount;
    Message what = {tr("amount of the instalment"), {}};
    if (takes_difference(grant, index)) {
        amount = remainder(grant, index);
        what = {tr("what the other instalments leave"), {}};
    } else if (part.kind == ShareKind::percent) {
        amount = times(grant.amount, part.share, Rounding::half_up);
        what = {tr("{percent} % of it, rounded half up to the cent"), {{"percent", Decimal{part.share.percent()}}}};
    }
    if (trace != nullptr)
        trace->step(std::move(what), amount, part.place.span);
    if (grant.scale == Rate(1, 0))
        return amount;
    amount = times(amount, grant.scale, Rounding::half_up);
    if (trace != nullptr)
        trace->step({tr("× {percent} %, rounded half up to the cent"), {{"percent", Decimal{grant.scale.percent()}}}},
                    amount);
    return amount;
}

}  // namespace

void grant_movements(const Budget& budget, const Grant& grant, const Window& window, const MovementSink& sink,
                     Trace* trace) {
    const Item& item = budget.items[grant.item];
    const EntityIndex entity = budget.banks[grant.bank].entity;
    Movement movement;
    movement.item = grant.item;
    movement.bank = grant.bank;
    movement.origin = Origin::grant;
    movement.side = Side::receipts;
    movement.nature = budget.categories[item.category].nature;
    const auto pay = [&](std::size_t index, Date due, std::int32_t number, std::int16_t exercise) {
        const Date date = roll(delayed(due, grant.delay), grant.roll, budget.entities[entity].holidays);
        if (!window.holds(date))
            return;
        movement.amount = amount_of(grant, index, trace);
        movement.due = due;
        movement.date = date;
        movement.state = grant.instalments[index].state;
        movement.occurrence = number;
        movement.exercise = grant.exercise.value_or(exercise);
        if (trace != nullptr)
            trace->step({tr("receipt on {date}"), {{"date", day_of(date)}}}, movement.amount,
                        grant.instalments[index].place.span);
        sink(movement);
    };
    const auto count = static_cast<std::int32_t>(grant.instalments.size());
    if (!grant.yearly) {
        for (std::int32_t i = 0; i < count; ++i) {
            const Date due = *grant.instalments[static_cast<std::size_t>(i)].date;
            pay(static_cast<std::size_t>(i), due, i, budget.exercise_of(due, entity));
        }
        return;
    }
    const int reach =
        std::abs(grant.delay.months) / 12 + std::abs(grant.delay.days) / 365 + 22;  // years, beyond `years`
    const int from = std::max(grant.first_year, window.first.fields().year - reach);
    const int until = std::min(grant.last_year.value_or(2199), window.last.fields().year + reach);
    for (int year = from; year <= until; ++year) {
        for (std::int32_t i = 0; i < count; ++i) {
            const GrantInstalment& part = grant.instalments[static_cast<std::size_t>(i)];
            pay(static_cast<std::size_t>(i), Month(year + part.years, part.month).day(part.day),
                (year - grant.first_year) * count + i, static_cast<std::int16_t>(year));
        }
    }
}

void check_grant(const Budget& budget, const Grant& grant, std::optional<Date> as_of, Diagnostics& diagnostics) {
    if (grant.yearly)
        return;
    const Date today = std::max(as_of.value_or(Date()), budget.banks[grant.bank].date);
    for (const GrantInstalment& part : grant.instalments) {
        const Date day = delayed(*part.date, grant.delay);
        if (part.state == State::notified && day < today)
            diagnostics.add(
                {Severity::warning,
                 "grant.late",
                 {tr("this instalment was expected on {date} and is not said to be paid"), {{"date", day_of(day)}}},
                 part.place.span,
                 {},
                 Message{tr("say that it is paid, or when it is expected now"), {}}});
    }
}

}  // namespace msp
