// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>
#include <msp/money/split.hpp>

#include <algorithm>
#include <cstdlib>
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

class LineEngine {
 public:
    LineEngine(const Budget& budget, const Line& line, const Window& window, const MovementSink& sink, Trace* trace)
        : budget_(budget),
          line_(line),
          window_(window),
          sink_(sink),
          trace_(trace),
          entity_(budget.banks[line.bank].entity) {
        const Item& item = budget.items[line.item];
        movement_.item = line.item;
        movement_.origin = item.origin;
        nature_ = budget.categories[item.category].nature;
        movement_.state = line.state;
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
        for (const Occurrence& occurrence : occurrences(line_.rule, first, last))
            recurring(occurrence);
    }

 private:
    void recurring(Occurrence occurrence) {
        while (stage_ + 1 < amounts_.size() && amounts_[stage_ + 1].from <= occurrence.due)
            ++stage_;
        due(occurrence, amounts_[stage_].amount, line_.amount_place.span);
    }

    void due(Occurrence occurrence, Money amount, Span place) {
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
        movement_.due = occurrence.due;
        movement_.occurrence = occurrence.number;
        leg(date, line_.bank, line_.paid_to, line_.side == Side::receipts ? amount : -amount, line_.side);
        if (line_.paid_to != no_bank)
            leg(moved(date, line_.arrives), line_.paid_to, line_.bank, amount, Side::receipts);
    }

    [[nodiscard]] Date moved(Date date, const Delay& delay) const {
        return roll(delayed(date, delay), line_.roll, budget_.entities[entity_].holidays);
    }

    void leg(Date date, BankIndex bank, BankIndex counterpart, Money amount, Side side) {
        if (!window_.holds(date))
            return;
        movement_.date = date;
        movement_.bank = bank;
        movement_.counterpart = counterpart;
        movement_.amount = amount;
        movement_.side = side;
        movement_.nature = bank == line_.paid_to ? line_.received_nature : nature_;
        const std::int16_t own =
            line_.exercise.fixed ? *line_.exercise.fixed : exercise_due(budget_.banks[bank].entity);
        movement_.exercise = static_cast<std::int16_t>(own + line_.exercise.offset);
        if (trace_ == nullptr) {
            sink_(movement_);
            return;
        }
        const std::size_t kept = trace_->steps().size();
        explain_date();
        sink_(movement_);
        trace_->shorten(kept);
    }

    // Of the due day. These come in order: most fall in the exercise of the one before.
    std::int16_t exercise_due(EntityIndex entity) {
        if (!exercise_ || exercise_->entity != entity || exercise_->last < movement_.due) {
            const std::int16_t number = budget_.exercise_of(movement_.due, entity);
            exercise_ = Exercise{entity, number, budget_.last_day_of(number, entity)};
        }
        return exercise_->number;
    }

    void explain_amount(Occurrence occurrence, Money amount, Span place) {
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

    void explain_date() {
        if (movement_.due != movement_.date)
            trace_->step({tr("due on {due}, moved by delay and business days"), {{"due", movement_.due}}}, std::nullopt,
                         line_.rule_place.span);
        trace_->step({movement_.amount.negative() ? tr("payment on {date}") : tr("receipt on {date}"),
                      {{"date", movement_.date}}},
                     movement_.amount, line_.rule_place.span);
    }

    struct Exercise {
        EntityIndex entity;
        std::int16_t number;
        Date last;
    };

    const Budget& budget_;
    const Line& line_;
    const Window& window_;
    const MovementSink& sink_;
    Trace* trace_;
    EntityIndex entity_;
    Movement movement_;  // the one that is handed over next
    Nature nature_ = Nature::charge;
    std::vector<Revised> amounts_;
    std::size_t stage_ = 0;
    std::int32_t per_cycle_ = 1;
    bool scaled_ = false;
    bool paid_on_due_day_ = false;
    std::optional<Exercise> exercise_;
};

}  // namespace

void line_movements(const Budget& budget, const Line& line, const Window& window, const MovementSink& sink,
                    Trace* trace) {
    LineEngine(budget, line, window, sink, trace).run();
}

}  // namespace msp
