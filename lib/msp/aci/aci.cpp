// SPDX-License-Identifier: MIT
#include <msp/aci/aci.hpp>

#include <algorithm>

namespace msp {
namespace {

// One due item with its amount settled.
struct Due {
    const AciItem* item;
    Part part;
    std::optional<Money> amount;
    State state;
    Span place;
    bool derived = false;  // the year's remuneration less the advance
};

Money sum(const std::vector<DatedAmount>& received) {
    Money total;
    for (const DatedAmount& entry : received)
        total += entry.amount;
    return total;
}

std::optional<Money> scaled(const AciItem& item) {
    if (!item.amount)
        return std::nullopt;
    return times(*item.amount, item.scale, Rounding::half_up);
}

// What the advance comes to: its amount, or what has come where that is more or nothing else will; less what is
// recovered of it.
Money advance_total(const AciItem& advance) {
    Money total = sum(advance.received);
    const std::optional<Money> amount = scaled(advance);
    if (amount && !advance.closed)
        total = std::max(total, *amount);
    return advance.recovery ? total - advance.recovery->amount : total;
}

Due advance_of(const AciYear& year) {
    return {&year.advance, Part::advance, scaled(year.advance), year.advance.state, year.advance.amount_place.span};
}

Due balance_of(const AciYear& year) {
    if (year.balance.amount || !year.notified)
        return {&year.balance, Part::balance, scaled(year.balance), year.balance.state, year.balance.amount_place.span};
    const Money rest = times(*year.notified - advance_total(year.advance), year.balance.scale, Rounding::half_up);
    return {&year.balance, Part::balance, rest, State::notified, year.notified_place.span, true};
}

Date expected_day(const AciItem& item) {
    return delayed(item.expected, item.delay);
}

Money still_to_come(const Due& due) {
    if (!due.amount || due.item->closed)
        return {};
    Money left = *due.amount - sum(due.item->received);
    if (left.negative() && due.derived && due.item->recovery)
        left += due.item->recovery->amount;
    // Less than nothing is only left of a balance that the advance has overpaid and nobody has settled.
    return left.negative() && !due.derived ? Money() : left;
}

class AciEngine {
 public:
    AciEngine(const Budget& budget, const Delay& late, const Window& window, const MovementSink& sink, Trace* trace)
        : late_(late), window_(window), sink_(sink), trace_(trace) {
        movement_.item = budget.aci->item;
        movement_.bank = budget.aci->bank;
        movement_.origin = Origin::aci;
        movement_.nature = budget.categories[budget.items[movement_.item].category].nature;
    }

    void year(const AciYear& year) {
        movement_.exercise = year.year;
        item(year, advance_of(year));
        item(year, balance_of(year));
    }

 private:
    void item(const AciYear& year, const Due& due) {
        movement_.part = due.part;
        std::int32_t number = 0;
        for (const DatedAmount& entry : due.item->received) {
            start();
            hand_over(entry.date, entry.date, entry.amount, State::paid, entry.place.span, number++);
        }
        if (const Money left = still_to_come(due); left != Money()) {
            start();
            if (trace_ != nullptr)
                explain(year, due, left);
            hand_over(due.item->expected, delayed(expected_day(*due.item), late_), left,
                      left.negative() ? State::assumed : due.state, due.item->place.span, number);
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

    void explain(const AciYear& year, const Due& due, Money left) {
        if (due.derived) {
            trace_->step({tr("remuneration of {year}"), {{"year", std::int64_t{year.year}}}}, year.notified, due.place);
            trace_->step({tr("less its advance"), {}}, -advance_total(year.advance), year.advance.place.span);
        } else {
            trace_->step({due.state == State::notified ? tr("amount notified") : tr("amount assumed"), {}},
                         due.item->amount, due.place);
        }
        if (!(due.item->scale == Rate(1, 0)))
            trace_->step(
                {tr("× {percent} %, rounded half up to the cent"), {{"percent", Decimal{due.item->scale.percent()}}}},
                due.amount);
        if (!due.item->received.empty())
            trace_->step({tr("still to come, after what has been received"), {}}, left);
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
            trace_->step(
                {amount.negative() ? tr("payment on {date}") : tr("receipt on {date}"), {{"date", day_of(date)}}},
                amount, place);
        sink_(movement_);
    }

    const Delay& late_;
    const Window& window_;
    const MovementSink& sink_;
    Trace* trace_;
    Movement movement_;
};

void check_item(const Budget& budget, const AciYear& year, const Due& due, std::optional<Date> as_of,
                Diagnostics& diagnostics) {
    const Bank& bank = budget.banks[budget.aci->bank];
    const Money left = still_to_come(due);
    const Message name = {due.part == Part::advance ? tr("advance") : tr("balance"), {}};
    if (left > Money() && expected_day(*due.item) < bank.date)
        diagnostics.add({Severity::error,
                         "aci.overdue",
                         {tr("{amount} of the {part} of {year} is expected on {day}, before the account opens on "
                             "{date}, and has not come"),
                          {{"amount", Cents{left.cents()}},
                           {"part", Term{name.text}},
                           {"year", std::int64_t{year.year}},
                           {"day", day_of(expected_day(*due.item))},
                           {"date", day_of(bank.date)}}},
                         due.item->place.span,
                         {},
                         Message{tr("say what was received, that it is closed, or when it is expected now"), {}}});
    if (!due.derived && due.amount && sum(due.item->received) > *due.amount && !due.item->recovery)
        diagnostics.add({Severity::warning,
                         "aci.more",
                         {tr("{received} was received of the {part} of {year}, more than its amount"),
                          {{"received", Cents{sum(due.item->received).cents()}},
                           {"part", Term{name.text}},
                           {"year", std::int64_t{year.year}}}},
                         due.place,
                         {},
                         Message{tr("correct the amount, or say how it is recovered"), {}}});
    const bool late =
        as_of && left > Money() && expected_day(*due.item) < *as_of && expected_day(*due.item) >= bank.date;
    if (late)
        diagnostics.add(
            {Severity::warning,
             "aci.late",
             {tr("{amount} of the {part} of {year} was expected on {day} and is not said to be received"),
              {{"amount", Cents{left.cents()}},
               {"part", Term{name.text}},
               {"year", std::int64_t{year.year}},
               {"day", day_of(expected_day(*due.item))}}},
             due.item->place.span,
             {},
             Message{tr("the plan counts it on that day: say what was received, or when it is expected now"), {}}});
    for (const DatedAmount& entry : due.item->received) {
        if (as_of && entry.date > *as_of)
            diagnostics.add({Severity::warning,
                             "aci.future",
                             {tr("this is said to be received on {day}, after {date}"),
                              {{"day", day_of(entry.date)}, {"date", day_of(*as_of)}}},
                             entry.place.span,
                             {},
                             Message{tr("say it is expected, or give a later as-of day"), {}}});
    }
    if (left.negative())
        diagnostics.add({Severity::warning,
                         "aci.overpaid",
                         {tr("the advance of {year} exceeds the year's remuneration by {amount}, assumed to be held "
                             "back on {date}"),
                          {{"year", std::int64_t{year.year}},
                           {"amount", Cents{(-left).cents()}},
                           {"date", day_of(expected_day(*due.item))}}},
                         due.place,
                         {},
                         Message{tr("say how and when it is recovered"), {}}});
}

// Typed amounts that do not make the typed whole.
void check_year(const AciYear& year, Diagnostics& diagnostics) {
    if (!year.notified || !year.balance.amount || !year.advance.amount)
        return;
    const Money sum = *year.advance.amount + *year.balance.amount;
    if (sum != *year.notified)
        diagnostics.add({Severity::error,
                         "aci.sum",
                         {tr("advance and balance of {year} make {sum}, not {total}"),
                          {{"year", std::int64_t{year.year}},
                           {"sum", Cents{sum.cents()}},
                           {"total", Cents{year.notified->cents()}}}},
                         year.balance.amount_place.span,
                         {{year.notified_place.span, {tr("the year's remuneration"), {}}}},
                         Message{tr("leave one of the three out; it follows from the others"), {}}});
}

}  // namespace

void aci_movements(const Budget& budget, const Delay& late, const Window& window, const MovementSink& sink,
                   Trace* trace) {
    if (!budget.aci)
        return;
    AciEngine engine(budget, late, window, sink, trace);
    for (const AciYear& year : budget.aci->years)
        engine.year(year);
}

void check_aci(const Budget& budget, std::optional<Date> as_of, Diagnostics& diagnostics) {
    if (!budget.aci)
        return;
    for (const AciYear& year : budget.aci->years) {
        check_item(budget, year, advance_of(year), as_of, diagnostics);
        check_item(budget, year, balance_of(year), as_of, diagnostics);
        check_year(year, diagnostics);
    }
}

}  // namespace msp
