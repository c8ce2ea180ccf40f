// SPDX-License-Identifier: MIT
#include <msp/aci/schedule.hpp>
#include <msp/aci/score.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace msp {
namespace {

// Where the amount of a due item comes from.
enum class Basis : std::uint8_t { none, typed, notified_rest, computed };

// One due item with its amount and day settled.
struct Due {
    const AciItem* item = nullptr;
    Part part = Part::advance;
    Basis basis = Basis::none;
    std::optional<Money> amount;
    State state = State::assumed;
    Span place;
    Date expected;

    // The year's remuneration less the advance.
    [[nodiscard]] bool derived() const {
        return basis == Basis::notified_rest || (basis == Basis::computed && part == Part::balance);
    }
};

struct Settled {
    const AciYear* year = nullptr;
    const AciFacts* facts = nullptr;  // null where nothing of the year is computed
    std::optional<AciRemuneration> computed;
    Due advance;
    Due balance;
};

Money sum(const std::vector<DatedAmount>& received) {
    Money total;
    for (const DatedAmount& entry : received)
        total += entry.amount;
    return total;
}

Money scaled(Money amount, const AciItem& item) {
    return times(amount, item.scale, Rounding::half_up);
}

// What the advance comes to: its amount, or what has come where that is more or nothing else will; less what is
// recovered of it.
Money advance_total(const Due& due) {
    const AciItem& advance = *due.item;
    Money total = sum(advance.received);
    if (due.amount && !advance.closed)
        total = std::max(total, *due.amount);
    return advance.recovery ? total - advance.recovery->amount : total;
}

// The latest day, moved as the budget says; a day of the year takes the place of the regular one only.
Date payday(Date latest, int year, bool regular, const AciPayday& rule) {
    if (rule.month_day && regular)
        latest = Month(year, rule.month_day->first).day(rule.month_day->second);
    return delayed(latest, rule.delay);
}

Date advance_day(const Aci& aci, const Settled& settled, const AciText* text) {
    const int year = settled.year->year;
    const bool first = aci.begins_in(settled.year->year);
    Date latest = Month(year, 4).last();
    if (settled.computed)
        latest = settled.computed->advance_day;
    else if (first && text != nullptr)
        latest = add_months(*aci.contract, text->advance_months);
    return payday(latest, year, !first, aci.advance_day);
}

Date balance_day(const Aci& aci, const Settled& settled) {
    const int year = settled.year->year;
    const Date latest = settled.computed ? settled.computed->balance_day : Month(year + 1, 4).last();
    return payday(latest, year + 1, true, aci.balance_day);
}

Due advance_of(const Aci& aci, const Settled& settled, const AciText* text) {
    const AciItem& item = settled.year->advance;
    Due due = {&item, Part::advance, Basis::none, {}, item.state, item.amount_place.span, {}};
    due.expected = item.expected.value_or(advance_day(aci, settled, text));
    if (item.amount) {
        due.basis = Basis::typed;
        due.amount = scaled(*item.amount, item);
    } else if (settled.computed && !item.closed && item.received.empty()) {
        due.basis = Basis::computed;
        due.amount = scaled(settled.computed->advance, item);
        due.state = State::assumed;
        due.place = settled.year->place.span;
    }
    return due;
}

Due balance_of(const Aci& aci, const Settled& settled) {
    const AciYear& year = *settled.year;
    const AciItem& item = year.balance;
    Due due = {&item, Part::balance, Basis::none, {}, item.state, item.amount_place.span, {}};
    due.expected = item.expected.value_or(balance_day(aci, settled));
    if (item.amount) {
        due.basis = Basis::typed;
        due.amount = scaled(*item.amount, item);
    } else if (year.notified) {
        due.basis = Basis::notified_rest;
        due.amount = scaled(*year.notified - advance_total(settled.advance), item);
        due.state = State::notified;
        due.place = year.notified_place.span;
    } else if (settled.computed && !item.closed && item.received.empty()) {
        due.basis = Basis::computed;
        due.amount = scaled(settled.computed->total - advance_total(settled.advance), item);
        due.state = State::assumed;
        due.place = year.place.span;
    }
    return due;
}

// All years, those computed of which something is left to the rules.
std::vector<Settled> settled_years(const Aci& aci, const Law& law, const std::vector<AciFacts>& facts) {
    std::vector<Settled> all;
    for (const AciYear& year : aci.years) {
        Settled& settled = all.emplace_back();
        settled.year = &year;
        if (const auto found = std::ranges::find(facts, year.year, &AciFacts::year); found != facts.end()) {
            settled.facts = &*found;
            settled.computed = remuneration(*found);
        }
        settled.advance = advance_of(aci, settled, aci_text_of(law, year));
        settled.balance = balance_of(aci, settled);
    }
    return all;
}

Date expected_day(const Due& due) {
    return delayed(due.expected, due.item->delay);
}

Money still_to_come(const Due& due) {
    if (!due.amount || due.item->closed)
        return {};
    Money left = *due.amount - sum(due.item->received);
    if (left.negative() && due.derived() && due.item->recovery)
        left += due.item->recovery->amount;
    // Less than nothing is only left of a balance that the advance has overpaid and nobody has settled.
    return left.negative() && !due.derived() ? Money() : left;
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
            hand_over(due.expected, delayed(expected_day(due), late_), left,
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

    void explain(const Settled& settled, const Due& due, Money left) {
        switch (due.basis) {
            case Basis::none:
                break;
            case Basis::typed:
                trace_->step({due.state == State::notified ? tr("amount notified") : tr("amount assumed"), {}},
                             due.item->amount, due.place);
                break;
            case Basis::notified_rest:
                trace_->step({tr("remuneration of {year}"), {{"year", std::int64_t{settled.year->year}}}},
                             settled.year->notified, due.place);
                break;
            case Basis::computed:
                due.part == Part::advance ? explain_advance(*settled.facts, *trace_)
                                          : explain_total(*settled.facts, *trace_);
                break;
        }
        if (due.derived())
            trace_->step({tr("less its advance"), {}}, -advance_total(settled.advance),
                         settled.year->advance.place.span);
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

// Of the item; of its year where the file says nothing of it.
Span place_of(const Due& due) {
    return due.basis != Basis::computed && due.item->place.span.known() ? due.item->place.span : due.place;
}

// One due item, held against the account's first day and the as-of day.
class ItemCheck {
 public:
    ItemCheck(const Budget& budget, const AciYear& year, const Due& due, Diagnostics& diagnostics)
        : due_(due),
          left_(still_to_come(due)),
          expected_(expected_day(due)),
          opens_(budget.banks[budget.aci->bank].date),
          diagnostics_(diagnostics),
          of_item_{{"amount", Cents{left_.cents()}},
                   {"part", Term{due.part == Part::advance ? tr("advance") : tr("balance")}},
                   {"year", std::int64_t{year.year}},
                   {"day", day_of(expected_)},
                   {"date", day_of(opens_)}} {}

    void run(std::optional<Date> as_of) {
        if (left_ > Money() && expected_ < opens_)
            before_the_account();
        if (!due_.derived() && due_.amount && sum(due_.item->received) > *due_.amount && !due_.item->recovery)
            more_than_its_amount();
        if (left_.negative())
            overpaid();
        if (!as_of)
            return;
        if (left_ > Money() && expected_ < *as_of && expected_ >= opens_)
            tell(Severity::warning, "aci.late",
                 tr("{amount} of the {part} of {year} was expected on {day} and is not said to be received"),
                 place_of(due_),
                 tr("the plan counts it on that day: say what was received, or when it is expected now"));
        received_later(*as_of);
    }

 private:
    void tell(Severity severity, const char* id, const char* text, Span place, const char* help) {
        diagnostics_.add({severity, id, {text, of_item_}, place, {}, Message{help, {}}});
    }

    void before_the_account() {
        constexpr int recent = 365;  // days; what is older has come, or is forgotten
        if (due_.basis != Basis::computed)
            tell(
                Severity::error, "aci.overdue",
                tr("{amount} of the {part} of {year} is expected on {day}, before the account opens on {date}, and has "
                   "not come"),
                place_of(due_), tr("say what was received, that it is closed, or when it is expected now"));
        else if (opens_ - expected_ < recent)
            tell(Severity::warning, "aci.in-opening",
                 tr("{amount}, computed for the {part} of {year}, falls due on {day}, before the account opens on "
                    "{date}: it is taken to be in the opening balance"),
                 place_of(due_), tr("say what was received, or when it is expected now"));
    }

    void more_than_its_amount() {
        of_item_.emplace_back("received", Cents{sum(due_.item->received).cents()});
        tell(Severity::warning, "aci.more", tr("{received} was received of the {part} of {year}, more than its amount"),
             due_.place, tr("correct the amount, or say how it is recovered"));
    }

    void overpaid() {
        of_item_.emplace_back("more", Cents{(-left_).cents()});
        tell(Severity::warning, "aci.overpaid",
             tr("the advance of {year} exceeds the year's remuneration by {more}, assumed to be held back on {day}"),
             due_.place, tr("say how and when it is recovered"));
    }

    void received_later(Date as_of) {
        for (const DatedAmount& entry : due_.item->received) {
            if (entry.date > as_of)
                diagnostics_.add({Severity::warning,
                                  "aci.future",
                                  {tr("this is said to be received on {day}, after {date}"),
                                   {{"day", day_of(entry.date)}, {"date", day_of(as_of)}}},
                                  entry.place.span,
                                  {},
                                  Message{tr("say it is expected, or give a later as-of day"), {}}});
        }
    }

    const Due& due_;
    Money left_;  // still to come
    Date expected_;
    Date opens_;
    Diagnostics& diagnostics_;
    std::vector<std::pair<const char*, Argument>> of_item_;  // what the messages may name
};

// A text that is taken to hold, or has no end, may have been replaced since somebody last looked.
void check_age(const std::vector<AciFacts>& facts, Date as_of, Diagnostics& diagnostics) {
    const auto old = std::ranges::find_if(
        facts, [&](const AciFacts& year) { return (year.assumed || !year.text->until) && year.text->checked < as_of; });
    if (old != facts.end())
        diagnostics.add({Severity::warning,
                         "aci.checked",
                         {tr("{text}, by which {year} is computed, was last compared with what is public on {date}"),
                          {{"text", old->text->reference()},
                           {"year", std::int64_t{old->year}},
                           {"date", day_of(old->text->checked)}}},
                         {},
                         {},
                         Message{tr("look for a newer text, and lay it over with --law"), {}}});
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

std::string advance_basis(const Settled& settled) {
    const AciRemuneration& computed = *settled.computed;
    const Quotient& cents = computed.base;
    const std::string base = cents.whole() ? plain(Money::from_cents(static_cast<std::int64_t>(cents.numerator())))
                                           : written(cents / Quotient(100));
    return settled.facts->text->advance_rate.percent() + " % x " + base +
           (computed.prorata == Quotient(1) ? "" : " x " + fraction(computed.prorata));
}

// "60 % x 73192.00 x 184/365", "75000.00 - 43915.20", with what a scenario multiplies it by.
std::string basis_of(const Settled& settled, const Due& due) {
    const std::string rest = " - " + plain(advance_total(settled.advance));
    std::string basis;
    switch (due.basis) {
        case Basis::none:
        case Basis::typed:
            return "typed";
        case Basis::notified_rest:
            basis = plain(*settled.year->notified) + rest;
            break;
        case Basis::computed:
            basis = due.part == Part::balance ? plain(settled.computed->total) + rest : advance_basis(settled);
            break;
    }
    if (due.item->scale == Rate(1, 0))
        return basis;
    return (due.derived() ? '(' + basis + ')' : basis) + " x " + due.item->scale.percent() + " %";
}

// What nobody has notified is assumed money, whether the rules in force say it or not; only here they differ.
AciStatus status_of(const Settled& settled, const Due& due, const Movement& movement) {
    if (movement.state == State::paid)
        return AciStatus::paid;
    if (movement.state == State::notified)
        return AciStatus::notified;
    return due.basis == Basis::computed && !settled.facts->assumed ? AciStatus::computed : AciStatus::assumed;
}

constexpr std::array<std::string_view, 4> status_ids = {"computed", "assumed", "notified", "paid"};
constexpr Window always = {Date::from_days(std::numeric_limits<std::int32_t>::min()),
                           Date::from_days(std::numeric_limits<std::int32_t>::max())};

}  // namespace

std::string_view id_of(AciStatus status) {
    return status_ids.at(static_cast<std::size_t>(status));
}

void aci_movements(const Budget& budget, const Law& law, const Delay& late, const Window& window,
                   const MovementSink& sink, Trace* trace) {
    if (!budget.aci)
        return;
    Diagnostics reported;  // by check_aci
    const std::vector<AciFacts> facts = aci_facts(budget, law, AciYears::open, reported);
    AciEngine engine(budget, late, window, sink, trace);
    for (const Settled& settled : settled_years(*budget.aci, law, facts))
        engine.year(settled);
}

std::vector<AciDue> aci_schedule(const Budget& budget, const Law& law) {
    std::vector<AciDue> dues;
    if (!budget.aci)
        return dues;
    Diagnostics reported;
    const std::vector<AciFacts> facts = aci_facts(budget, law, AciYears::open, reported);
    const Delay on_time;
    for (const Settled& settled : settled_years(*budget.aci, law, facts)) {
        const MovementSink keep = [&](const Movement& movement) {
            const bool taken_back = movement.part == Part::recovery || movement.amount.negative();
            const bool typed = movement.state == State::paid || movement.part == Part::recovery;
            const Due& due = movement.part == Part::advance ? settled.advance : settled.balance;
            dues.push_back({movement.date, taken_back ? Part::recovery : movement.part, movement.exercise,
                            movement.amount, status_of(settled, due, movement),
                            typed ? "typed" : basis_of(settled, due)});
        };
        AciEngine(budget, on_time, always, keep, nullptr).year(settled);
    }
    std::ranges::stable_sort(dues, {}, &AciDue::date);
    return dues;
}

void check_aci(const Budget& budget, const Law& law, AciYears which, std::optional<Date> as_of,
               Diagnostics& diagnostics) {
    if (!budget.aci)
        return;
    const std::vector<AciFacts> facts = aci_facts(budget, law, which, diagnostics);
    if (as_of)
        check_age(facts, *as_of, diagnostics);
    for (const Settled& settled : settled_years(*budget.aci, law, facts)) {
        ItemCheck(budget, *settled.year, settled.advance, diagnostics).run(as_of);
        ItemCheck(budget, *settled.year, settled.balance, diagnostics).run(as_of);
        check_year(*settled.year, diagnostics);
    }
}

}  // namespace msp
