// SPDX-License-Identifier: MIT
#include <msp/aci/reckoning.hpp>
#include <msp/aci/score.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace msp {
namespace {

class AciEngine {
 public:
    AciEngine(const Budget& budget, const Delay& late, const Window& window, const MovementSink& sink, Trace* trace)
        : late_(late), window_(window), sink_(sink), trace_(trace) {
        movement_.item = budget.aci->item;
        movement_.bank = budget.aci->bank;
        movement_.origin = Origin::aci;
        movement_.nature = budget.categories[budget.items[movement_.item].category].nature;
    }

    void year(const Settled& settled) {
        movement_.exercise = settled.year->year;
        item(settled, settled.advance);
        item(settled, settled.balance);
    }

 private:
    void item(const Settled& settled, const Due& due) {
        movement_.part = due.part;
        std::int32_t number = 0;
        for (const DatedAmount& entry : due.item->received) {
            start();
            hand_over(entry.date, entry.date, entry.amount, State::paid, entry.place.span, number++);
        }
        if (const Money left = still_to_come(due); left != Money()) {
            start();
            if (trace_ != nullptr)
                explain(settled, due, left);
            hand_over(due.expected, delayed(due.day(), late_), left, left.negative() ? State::assumed : due.state,
                      due.item->place.span, number);
        }
        if (const auto& recovery = due.item->recovery) {
            movement_.part = Part::recovery;
            start();
            movement_.side = recovery->kind == RecoveryKind::offset ? Side::receipts : Side::payments;
            hand_over(recovery->date, recovery->date, -recovery->amount, State::notified, recovery->place.span, 0);
        }
    }

    void start() {
        movement_.side = Side::receipts;
        if (trace_ != nullptr)
            trace_->clear();
    }

    void explain(const Settled& settled, const Due& due, Money left) {
        switch (due.basis) {
            case Basis::none:
                break;
            case Basis::typed:
                trace_->step({due.state == State::notified ? tr("amount notified") : tr("amount assumed"), {}},
                             due.item->amount, due.place);
                break;
            case Basis::rest_of_notified:
                trace_->step({tr("remuneration of {year}"), {{"year", std::int64_t{settled.year->year}}}}, due.year,
                             due.place);
                break;
            case Basis::computed:
                explain_advance(*settled.facts, *trace_);
                break;
            case Basis::rest_of_computed:
                explain_total(*settled.facts, *trace_);
                break;
        }
        if (due.is_rest())
            explain_rest(settled, due);
        if (!(due.item->scale == Rate(1, 0)))
            trace_->step(
                {tr("× {percent} %, rounded half up to the cent"), {{"percent", Decimal{due.item->scale.percent()}}}},
                due.amount);
        const Money apart = settled_apart(due);
        if (!due.item->received.empty())
            trace_->step({tr("still to come, after what has been received"), {}}, left - apart);
        if (apart != Money())
            trace_->step({tr("and what is recovered apart"), {}}, apart, due.item->recovery->place.span);
    }

    void explain_rest(const Settled& settled, const Due& due) {
        const bool advance = due.part == Part::advance;
        trace_->step({advance ? tr("less its balance") : tr("less its advance"), {}}, -due.other,
                     advance ? settled.year->balance.place.span : settled.year->advance.place.span);
        if (due.recovered != Money())
            trace_->step({tr("and what is recovered apart"), {}}, due.recovered, due.item->recovery->place.span);
    }

    void hand_over(Date due, Date date, Money amount, State state, Span place, std::int32_t number) {
        if (!window_.holds(date))
            return;
        movement_.due = due;
        movement_.date = date;
        movement_.amount = amount;
        movement_.state = state;
        movement_.occurrence = number;
        movement_.actual = state == State::paid;
        if (trace_ != nullptr)
            trace_->step({amount.negative() ? tr("payment on {date}") : tr("receipt on {date}"), {{"date", date}}},
                         amount, place);
        sink_(movement_);
    }

    const Delay& late_;
    const Window& window_;
    const MovementSink& sink_;
    Trace* trace_;
    Movement movement_;
};

std::string advance_basis(const Settled& settled) {
    const AciRemuneration& computed = *settled.computed;
    const Quotient& cents = computed.base;
    const std::string base = cents.whole() ? plain(Money::from_cents(static_cast<std::int64_t>(cents.numerator())))
                                           : written(cents / Quotient(100));
    return settled.facts->text->advance_rate.percent() + " % x " + base +
           (computed.prorata.entire() ? "" : " x " + written(computed.prorata));
}

// "75000.00 - 43915.20", with what is recovered of an advance apart.
std::string rest_basis(const Due& due) {
    return plain(due.year) + " - " + plain(due.other) + (due.recovered == Money() ? "" : " + " + plain(due.recovered));
}

// "60 % x 73192.00 x 184/365", with what a scenario multiplies it by, what has come of it and what is recovered apart:
// it makes what is still to come.
std::string basis_of(const Settled& settled, const Due& due) {
    if (due.basis == Basis::typed)
        return "typed";
    std::string basis = due.is_rest() ? rest_basis(due) : advance_basis(settled);
    if (!(due.item->scale == Rate(1, 0)))
        basis = (due.is_rest() ? '(' + basis + ')' : basis) + " x " + due.item->scale.percent() + " %";
    if (const Money received = received_of(*due.item); received != Money())
        basis += " - " + plain(received);
    if (const Money apart = settled_apart(due); apart != Money())
        basis += " + " + plain(apart);
    return basis;
}

// What nobody has notified is assumed money, whether the rules in force say it or not; only here they differ.
AciStatus status_of(const Settled& settled, const Due& due, const Movement& movement) {
    if (movement.state == State::paid)
        return AciStatus::paid;
    if (movement.state == State::notified)
        return AciStatus::notified;
    return due.by_rules() && !settled.facts->assumed ? AciStatus::computed : AciStatus::assumed;
}

// Its last day: of what is open, is taken back, or has come.
AciShare share_of(const Due& due) {
    const AciItem& item = *due.item;
    AciShare share;
    share.open = still_to_come(due);
    share.amount = received_of(item) + share.open;
    share.day = due.day();
    const bool nothing_open = share.open == Money();
    if (nothing_open && !item.received.empty())
        share.day = std::ranges::max(item.received, {}, &DatedAmount::date).date;
    if (due.part == Part::balance && item.recovery) {
        share.amount -= item.recovery->amount;
        share.day = nothing_open ? item.recovery->date : share.day;
        share.paid_back = nothing_open && item.recovery->kind == RecoveryKind::repayment;
    }
    return share;
}

AciSettlement settlement_of(const Settled& settled) {
    AciSettlement found;
    found.year = settled.year->year;
    found.advance = share_of(settled.advance);
    found.balance = share_of(settled.balance);
    if (const auto& recovery = settled.year->advance.recovery)
        found.recovery = -recovery->amount;
    found.total = found.advance.amount + found.recovery + found.balance.amount;
    found.from_parts = !settled.year->notified && settled.year->advance.stated() && settled.year->balance.stated();
    return found;
}

constexpr Window always = {Date::from_days(std::numeric_limits<std::int32_t>::min()),
                           Date::from_days(std::numeric_limits<std::int32_t>::max())};

// Every movement without a delay, whenever it falls due.
AciSchedule schedule_of(const Budget& budget, const std::vector<Settled>& years) {
    AciSchedule schedule;
    const Delay on_time;
    for (const Settled& settled : years) {
        const MovementSink keep = [&](const Movement& movement) {
            const bool taken_back = movement.part == Part::recovery || movement.amount.negative();
            const bool typed = movement.state == State::paid || movement.part == Part::recovery;
            const Due& due = movement.part == Part::advance ? settled.advance : settled.balance;
            schedule.dues.push_back({movement.date, taken_back ? Part::recovery : movement.part, movement.exercise,
                                     movement.amount, status_of(settled, due, movement),
                                     typed ? "typed" : basis_of(settled, due)});
        };
        AciEngine(budget, on_time, always, keep, nullptr).year(settled);
        schedule.years.push_back(settlement_of(settled));
    }
    std::ranges::stable_sort(schedule.dues, {}, &AciDue::date);
    return schedule;
}

constexpr std::array<std::string_view, 4> status_ids = {"computed", "assumed", "notified", "paid"};

}  // namespace

std::string_view id_of(AciStatus status) {
    return status_ids.at(static_cast<std::size_t>(status));
}

void aci_movements(const Budget& budget, const AciReckoning& aci, const Delay& late, const Window& window,
                   const MovementSink& sink, Trace* trace) {
    if (!budget.aci)
        return;
    AciEngine engine(budget, late, window, sink, trace);
    for (const Settled& settled : aci.years())
        engine.year(settled);
}

AciReckoning::AciReckoning(const Budget& budget, const Law& law) {
    if (!budget.aci)
        return;
    facts_ = aci_facts(budget, law, AciYears::open, problems_);
    years_ = settled_years(*budget.aci, law, facts_);
    schedule_ = schedule_of(budget, years_);
}

const AciRemuneration* AciReckoning::computed(std::int16_t year) const {
    const auto found =
        std::ranges::find_if(years_, [year](const Settled& settled) { return settled.year->year == year; });
    return found == years_.end() || !found->computed ? nullptr : &*found->computed;
}

}  // namespace msp
