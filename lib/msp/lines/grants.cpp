// SPDX-License-Identifier: MIT
#include <msp/lines/aids.hpp>
#include <msp/lines/lines.hpp>

#include <cstdlib>

namespace msp {
namespace {

constexpr int most_years = 20;  // an instalment after its grant's year

// What the instalments before this one leave, or all others where this one is the rest.
Money remainder(const Grant& grant, std::size_t index, Rounding rounding) {
    Money others;
    for (std::size_t i = 0; i < grant.instalments.size(); ++i) {
        const GrantInstalment& other = grant.instalments[i];
        if (i == index)
            continue;
        others += other.kind == ShareKind::percent ? times(grant.amount, other.share, rounding) : other.amount;
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

// Half up; but of a few cents, rounded shares may be more than there is: then they are cut, as those of a year are.
Rounding rounding_of(const Grant& grant) {
    for (std::size_t index = 0; index < grant.instalments.size(); ++index) {
        if (takes_difference(grant, index) && remainder(grant, index, Rounding::half_up).negative())
            return Rounding::toward_zero;
    }
    return Rounding::half_up;
}

Money amount_of(const Grant& grant, std::size_t index, Trace* trace) {
    const Rounding rounding = rounding_of(grant);
    const GrantInstalment& part = grant.instalments[index];
    if (trace != nullptr) {
        trace->clear();
        if (part.kind != ShareKind::amount)
            trace->step({tr("the whole grant"), {}}, grant.amount, grant.amount_place.span);
    }
    Money amount = part.amount;
    Message what = {tr("amount of the instalment"), {}};
    if (takes_difference(grant, index)) {
        amount = remainder(grant, index, rounding);
        what = {tr("what the other instalments leave"), {}};
    } else if (part.kind == ShareKind::percent) {
        amount = times(grant.amount, part.share, rounding);
        what = {rounding == Rounding::half_up ? tr("{percent} % of it, rounded half up to the cent")
                                              : tr("{percent} % of it, cut to the cent"),
                {{"percent", Decimal{part.share.percent()}}}};
    }
    if (trace != nullptr)
        trace->step(std::move(what), amount, part.place.span);
    return amount;
}

Money scaled(const Grant& grant, Money amount, Trace* trace) {
    if (grant.scale == Rate(1, 0))
        return amount;
    amount = times(amount, grant.scale, Rounding::half_up);
    if (trace != nullptr)
        trace->step({tr("× {percent} %, rounded half up to the cent"), {{"percent", Decimal{grant.scale.percent()}}}},
                    amount);
    return amount;
}

// Years around a window within which what is due can come in it.
int reach_of(const Delay& delay) {
    return std::abs(delay.months) / 12 + std::abs(delay.days) / 365 + 2;
}

class Payments {
 public:
    Payments(const Budget& budget, const Grant& grant, const Window& window, const MovementSink& sink, Trace* trace)
        : budget_(budget),
          grant_(grant),
          window_(window),
          sink_(sink),
          trace_(trace),
          entity_(budget.banks[grant.bank].entity),
          reach_(reach_of(grant.delay)) {
        movement_.item = grant.item;
        movement_.bank = grant.bank;
        movement_.origin = Origin::grant;
        movement_.side = Side::receipts;
        movement_.nature = budget.categories[budget.items[grant.item].category].nature;
    }

    void once() {
        for (std::size_t i = 0; i < grant_.instalments.size(); ++i) {
            const Date due = *grant_.instalments[i].date;
            part(i, due, static_cast<std::int32_t>(i), budget_.exercise_of(due, entity_));
        }
    }

    void yearly() {
        const auto count = static_cast<std::int32_t>(grant_.instalments.size());
        const int from = std::max(grant_.first_year, window_.first.fields().year - reach_ - most_years);
        const int until = std::min(grant_.last_year.value_or(Date::last_year), window_.last.fields().year + reach_);
        for (int year = from; year <= until; ++year) {
            for (std::int32_t i = 0; i < count; ++i) {
                const auto index = static_cast<std::size_t>(i);
                const GrantInstalment& each = grant_.instalments[index];
                part(index, Month(year + each.years, each.month).day(each.day), (year - grant_.first_year) * count + i,
                     static_cast<std::int16_t>(year));
            }
        }
    }

    void contract_years(const Law& law, const GrantAid& aid, Date contract) {
        const int begins = contract.fields().year;
        const int last = std::min(Date::last_year, window_.last.fields().year + reach_) - begins;
        for (int number = std::max(1, window_.first.fields().year - reach_ - begins); number <= last; ++number) {
            const ContractYear year = contract_year(contract, number);
            if (aid.until && year.first > *aid.until)
                return;
            if (!falls(year.last))
                continue;
            if (const auto amount = aid_amount(law, aid, year, trace_))
                pay(*amount, number - 1, budget_.exercise_of(year.last, entity_), aid.state, aid.place.span);
        }
    }

 private:
    void part(std::size_t index, Date due, std::int32_t number, std::int16_t exercise) {
        const GrantInstalment& each = grant_.instalments[index];
        if (falls(due))
            pay(amount_of(grant_, index, trace_), number, exercise, each.state, each.place.span);
    }

    bool falls(Date due) {
        movement_.due = due;
        movement_.date = roll(delayed(due, grant_.delay), grant_.roll, budget_.entities[entity_].holidays);
        return window_.holds(movement_.date);
    }

    void pay(Money amount, std::int32_t number, std::int16_t exercise, State state, Span place) {
        movement_.amount = scaled(grant_, amount, trace_);
        movement_.state = state;
        movement_.occurrence = number;
        movement_.exercise = grant_.exercise.value_or(exercise);
        if (trace_ != nullptr)
            trace_->step({tr("receipt on {date}"), {{"date", movement_.date}}}, movement_.amount, place);
        sink_(movement_);
    }

    const Budget& budget_;
    const Grant& grant_;
    const Window& window_;
    const MovementSink& sink_;
    Trace* trace_;
    EntityIndex entity_;
    int reach_;
    Movement movement_;
};

}  // namespace

void grant_movements(const Budget& budget, const Law& law, const Grant& grant, const Window& window,
                     const MovementSink& sink, Trace* trace) {
    Payments payments(budget, grant, window, sink, trace);
    if (grant.aid && grant.aid->contract)
        payments.contract_years(law, *grant.aid, *grant.aid->contract);
    else if (grant.yearly)
        payments.yearly();
    else
        payments.once();
}

void check_grant(const Budget& budget, const Law& law, const Grant& grant, std::optional<Date> as_of,
                 Diagnostics& diagnostics) {
    if (grant.aid)
        check_aid(law, *grant.aid, diagnostics);
    if (grant.yearly || grant.aid)
        return;
    const Date today = std::max(as_of.value_or(Date()), budget.banks[grant.bank].date);
    for (const GrantInstalment& part : grant.instalments) {
        const Date day = delayed(*part.date, grant.delay);
        if (part.state == State::notified && day < today)
            diagnostics.warning(
                "grant.late",
                {tr("this instalment was expected on {date} and is not said to be paid"), {{"date", day}}},
                part.place.span, Message{tr("say that it is paid, or when it is expected now"), {}});
    }
}

}  // namespace msp
