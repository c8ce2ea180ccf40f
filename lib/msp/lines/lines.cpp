// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>
#include <msp/money/split.hpp>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <vector>

namespace msp {
namespace {

// The amount from a day on, and the revision that made it.
struct Revised {
    Date from;
    Money amount;
    Rate rate;
    Span place;
};

Date in_year(const Indexation& index, int year) {
    return Month(year, index.month).day(index.day);
}

// Every revision up to `last`, each starting from the rounded one before.
std::vector<Revised> revisions(const Line& line, Date last) {
    std::vector<Revised> amounts = {{Date::from_days(INT32_MIN), line.amount, {}, line.amount_place.span}};
    if (!line.index)
        return amounts;
    const Indexation& index = *line.index;
    const auto revise = [&](Date date, Rate rate, Span place) {
        if (date > index.base && date <= last)
            amounts.push_back({date, grown(amounts.back().amount, rate, Rounding::half_up), rate, place});
    };
    for (const Revision& step : index.steps)
        revise(step.date, step.rate, step.place.span);
    if (index.yearly) {
        for (int year = index.base.fields().year; year <= last.fields().year; ++year)
            revise(in_year(index, year), *index.yearly, index.place.span);
    }
    return amounts;
}

// No movement of the window is due further away than this.
std::int32_t reach(const Delay& delay) {
    return std::abs(delay.months) * 31 + std::abs(delay.days) + 31;
}

// One side of a payment: what all its movements have in common, and the exercise of the last one.
struct Leg {
    Movement movement;
    EntityIndex entity = 0;
    Date exercise_ends;
};

class LineEngine {
 public:
    LineEngine(const Budget& budget, const Line& line, const Window& window, const MovementSink& sink, Trace* trace)
        : budget_(budget), line_(line), window_(window), sink_(sink), trace_(trace) {
        own_ = leg(line.bank, line.paid_to, line.side, budget.categories[budget.items[line.item].category].nature);
        if (line.paid_to != no_bank) {
            other_ = leg(line.paid_to, line.bank, Side::receipts, line.received_nature);
            both_open_ = std::max(budget.banks[line.bank].date, budget.banks[line.paid_to].date);
        }
        scaled_ = !(line.scale == Rate(1, 0));
        paid_on_due_day_ = line.delay == Delay() && line.roll == Roll::none;
        per_cycle_ = line.kind == AmountKind::annual ? occurrences_a_year(line.rule) : 1;
    }

    void run() {
        const std::int32_t slack = reach(line_.delay) + reach(line_.arrives);
        const Date first = window_.first - slack;
        const Date last = window_.last + slack;
        amounts_ = revisions(line_, window_.last + (line_.delay.months < 0 || line_.delay.days < 0 ? slack : 31));
        if (line_.kind == AmountKind::dated) {
            std::int32_t number = 0;
            for (const DatedAmount& entry : line_.dated) {
                if (first <= entry.date && entry.date <= last)
                    due({entry.date, number}, entry.amount, entry.place.span);
                ++number;
            }
            return;
        }
        auto revised = amounts_.begin();
        for (const Occurrence& occurrence : occurrences(line_.rule, first, last)) {
            while (std::next(revised) != amounts_.end() && std::next(revised)->from <= occurrence.due)
                ++revised;
            due(occurrence, revised->amount, line_.amount_place.span);
        }
    }

 private:
    [[nodiscard]] Leg leg(BankIndex bank, BankIndex counterpart, Side side, Nature nature) const {
        Leg made;
        made.movement.item = line_.item;
        made.movement.origin = budget_.items[line_.item].origin;
        made.movement.state = line_.state;
        made.movement.bank = bank;
        made.movement.counterpart = counterpart;
        made.movement.side = side;
        made.movement.nature = nature;
        made.movement.exercise = static_cast<std::int16_t>(line_.exercise.fixed.value_or(0) + line_.exercise.offset);
        made.entity = budget_.banks[bank].entity;
        // A fixed one never ends; of others, none has begun.
        made.exercise_ends = line_.exercise.fixed ? Date::from_days(INT32_MAX) : Date::from_days(INT32_MIN);
        return made;
    }

    void due(Occurrence occurrence, Money amount, const Span& place) {
        if (trace_ != nullptr)
            explain_amount(occurrence, amount, place);
        if (line_.kind == AmountKind::annual) {
            const std::int32_t index = occurrence.number % per_cycle_;
            const Money whole = amount;
            amount = instalment(whole, per_cycle_, index);
            if (trace_ != nullptr)
                trace_->step({tr("instalment {k} of {n}: equal ones to the cent, the last takes the difference"),
                              {{"k", std::int64_t{index} + 1}, {"n", std::int64_t{per_cycle_}}}},
                             amount);
        }
        if (scaled_) {
            amount = times(amount, line_.scale, Rounding::half_up);
            if (trace_ != nullptr)
                trace_->step(
                    {tr("× {percent} %, rounded half up to the cent"), {{"percent", Decimal{line_.scale.percent()}}}},
                    amount);
        }
        const Date date = paid_on_due_day_ ? occurrence.due : moved(occurrence.due, line_.delay);
        const Date arrives = other_ ? moved(date, line_.arrives) : date;
        own_.movement.before_opening = arrives < both_open_;
        hand_over(own_, occurrence, date, line_.side == Side::receipts ? amount : -amount);
        if (!other_)
            return;
        other_->movement.before_opening = own_.movement.before_opening;
        hand_over(*other_, occurrence, arrives, amount);
    }

    [[nodiscard]] Date moved(Date date, const Delay& delay) const {
        return roll(delayed(date, delay), line_.roll, budget_.entities[own_.entity].holidays);
    }

    void hand_over(Leg& leg, Occurrence occurrence, Date date, Money amount) {
        if (!window_.holds(date))
            return;
        Movement& movement = leg.movement;
        movement.date = date;
        movement.due = occurrence.due;
        movement.occurrence = occurrence.number;
        movement.amount = amount;
        // Due days come in order: most fall in the exercise of the one before.
        if (leg.exercise_ends < occurrence.due)
            enter_exercise(leg);
        if (trace_ == nullptr) {
            sink_(movement);
            return;
        }
        const std::size_t kept = trace_->steps().size();
        explain_date(movement);
        sink_(movement);
        trace_->shorten(kept);
    }

    void enter_exercise(Leg& leg) const {
        const std::int16_t due = budget_.exercise_of(leg.movement.due, leg.entity);
        leg.movement.exercise = static_cast<std::int16_t>(due + line_.exercise.offset);
        leg.exercise_ends = budget_.last_day_of(due, leg.entity);
    }

    void explain_amount(Occurrence occurrence, Money amount, const Span& place) {
        trace_->clear();
        if (line_.kind == AmountKind::dated || amounts_.size() == 1) {
            trace_->step(
                {line_.kind == AmountKind::annual ? tr("amount of twelve months") : tr("amount of one payment"), {}},
                amount, place);
            return;
        }
        trace_->step({tr("amount on {date}"), {{"date", line_.index->base}}}, amounts_.front().amount, place);
        for (std::size_t i = 1; i < amounts_.size() && amounts_[i].from <= occurrence.due; ++i)
            trace_->step({tr("revised by {percent} % on {date}, rounded half up to the cent"),
                          {{"percent", Decimal{amounts_[i].rate.percent()}}, {"date", amounts_[i].from}}},
                         amounts_[i].amount, amounts_[i].place);
    }

    void explain_date(const Movement& movement) {
        if (movement.due != movement.date)
            trace_->step({tr("due on {due}, moved by delay and business days"), {{"due", movement.due}}}, std::nullopt,
                         line_.rule_place.span);
        trace_->step(
            {movement.amount.negative() ? tr("payment on {date}") : tr("receipt on {date}"), {{"date", movement.date}}},
            movement.amount, line_.rule_place.span);
    }

    const Budget& budget_;
    const Line& line_;
    const Window& window_;
    const MovementSink& sink_;
    Trace* trace_;
    Leg own_;
    std::optional<Leg> other_;  // of the account that is paid to, where that is ours too
    Date both_open_ = Date::first();
    std::vector<Revised> amounts_;
    std::int32_t per_cycle_ = 1;
    bool scaled_ = false;
    bool paid_on_due_day_ = false;
};

}  // namespace

void line_movements(const Budget& budget, const Line& line, const Window& window, const MovementSink& sink,
                    Trace* trace) {
    LineEngine(budget, line, window, sink, trace).run();
}

}  // namespace msp
