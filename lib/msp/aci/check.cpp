// SPDX-License-Identifier: MIT
#include <msp/aci/reckoning.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// Of the item; of its year where the file says nothing of it.
Span place_of(const Due& due) {
    return !due.by_rules() && due.item->place.span.known() ? due.item->place.span : due.place;
}

// One due item, held against the account's first day and the as-of day.
class ItemCheck {
 public:
    ItemCheck(const Budget& budget, const AciYear& year, const Due& due, Diagnostics& diagnostics)
        : due_(due),
          left_(still_to_come(due)),
          expected_(due.day()),
          opens_(budget.banks[budget.aci->bank].date),
          diagnostics_(diagnostics),
          of_item_{{"amount", left_},
                   {"part", Term{due.part == Part::advance ? tr("advance") : tr("balance")}},
                   {"year", std::int64_t{year.year}},
                   {"day", expected_},
                   {"date", opens_}} {}

    void before_opening() {
        if (left_ > Money() && expected_ < opens_)
            before_the_account();
    }

    // `adds_up`: nothing typed of the year contradicts itself.
    void run(std::optional<Date> as_of, bool adds_up) {
        if (!due_.is_rest() && due_.amount && total_of(*due_.item, {}) > *due_.amount)
            more_than_its_amount();
        if (left_.negative() && adds_up)
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
        if (!due_.by_rules())
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
        of_item_.emplace_back("received", received_of(*due_.item));
        tell(Severity::warning, "aci.more", tr("{received} was received of the {part} of {year}, more than its amount"),
             due_.place, tr("correct the amount, or say how it is recovered"));
    }

    void overpaid() {
        of_item_.emplace_back("more", -left_);
        const bool by_advance = due_.item->received.empty();
        tell(Severity::warning, "aci.overpaid",
             by_advance
                 ? tr("the advance of {year} exceeds the year's remuneration by {more}, assumed to be held back on "
                      "{day}")
                 : tr("advance and balance of {year} exceed its remuneration by {more}, assumed to be held back on "
                      "{day}"),
             due_.place, tr("say how and when it is recovered"));
    }

    void received_later(Date as_of) {
        for (const DatedAmount& entry : due_.item->received) {
            if (entry.date > as_of)
                diagnostics_.warning(
                    "aci.future",
                    {tr("this is said to be received on {day}, after {date}"), {{"day", entry.date}, {"date", as_of}}},
                    entry.place.span, Message{tr("say it is expected, or give a later as-of day"), {}});
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
        diagnostics.warning(
            "aci.checked",
            {tr("{text}, by which {year} is computed, was last compared with what is public on {date}"),
             {{"text", old->text->reference()}, {"year", std::int64_t{old->year}}, {"date", old->text->checked}}},
            {}, Message{tr("look for a newer text, and lay it over with --law"), {}});
}

// A typed year, its advance and its balance, held against each other as they are typed: a scenario that multiplies one
// of them contradicts nothing. What has all been received is a fact, and at most a warning.
class YearCheck {
 public:
    YearCheck(const AciYear& year, Diagnostics& diagnostics)
        : year_(year),
          whole_(year.notified.value_or(Money())),
          advance_(total_of(year.advance, year.advance.amount)),
          balance_(total_of(year.balance, year.balance.amount)),
          received_(total_of(year.advance, {}) + total_of(year.balance, {})),
          diagnostics_(diagnostics) {}

    void run() {
        if (!year_.notified)
            return;
        const Money sum = advance_ + balance_;
        const bool both = year_.advance.stated() && year_.balance.stated();
        if (year_.balance.closed && received_ > whole_)
            more();
        else if (year_.balance.stated() && balance_ > whole_)
            above(year_.balance, balance_, tr("balance"));
        else if (advance_above())
            above(year_.advance, advance_, tr("advance"));
        else if (both && sum < whole_ && year_.advance.closed && year_.balance.closed)
            less();
        else if ((both && sum != whole_) || (year_.balance.stated() && sum > whole_))
            contradiction(sum);
    }

 private:
    // One that was paid beyond the year is a fact, to be taken back.
    [[nodiscard]] bool advance_above() const {
        const bool paid = total_of(year_.advance, {}) > whole_;
        return year_.advance.amount && advance_ > whole_ && !paid && !year_.balance.recovery;
    }

    void tell(Severity severity, const char* id, Message message, Span place, std::vector<Note> notes,
              const char* help) {
        message.arguments.emplace_back("year", std::int64_t{year_.year});
        message.arguments.emplace_back("total", whole_);
        diagnostics_.add({severity, id, std::move(message), place, std::move(notes), Message{help, {}}});
    }

    [[nodiscard]] Note of_year() const { return {year_.notified_place.span, {tr("the year's remuneration"), {}}}; }

    void more() {
        tell(Severity::warning, "aci.more",
             {tr("{received} was received for {year}, more than the {total} notified"), {{"received", received_}}},
             year_.notified_place.span, {}, tr("correct the amount, or say how it is recovered"));
    }

    void less() {
        tell(Severity::warning, "aci.short",
             {tr("{received} was received for {year}, less than the {total} notified, and nothing more is expected"),
              {{"received", received_}}},
             year_.notified_place.span, {{year_.balance.place.span, {tr("closed here"), {}}}},
             tr("correct the amount, or do not close what is still expected"));
    }

    void above(const AciItem& item, Money amount, const char* part) {
        tell(Severity::error, "aci.above",
             {tr("the {part} of {year} is {amount}, more than the whole year, {total}"),
              {{"part", Term{part}}, {"amount", amount}}},
             item.amount_place.span, {of_year()},
             tr("correct one of the two; of what was overpaid, say what was received and how it is recovered"));
    }

    void contradiction(Money sum) {
        tell(Severity::error, "aci.sum", {tr("advance and balance of {year} make {sum}, not {total}"), {{"sum", sum}}},
             year_.balance.amount_place.span, {{year_.advance.amount_place.span, {tr("the advance"), {}}}, of_year()},
             tr("leave one of the three out; it follows from the others"));
    }

    const AciYear& year_;
    Money whole_;
    Money advance_;  // less what is recovered of it
    Money balance_;
    Money received_;  // likewise
    Diagnostics& diagnostics_;
};

}  // namespace

void check_before_opening(const Budget& budget, const AciReckoning& aci, Diagnostics& diagnostics) {
    for (const Settled& settled : aci.years()) {
        for (const Due* due : {&settled.advance, &settled.balance})
            ItemCheck(budget, *settled.year, *due, diagnostics).before_opening();
    }
}

void check_aci(const Budget& budget, const AciReckoning& aci, std::optional<Date> as_of, Diagnostics& diagnostics) {
    for (const Diagnostic& problem : aci.problems().sorted())
        diagnostics.add(problem);
    if (as_of)
        check_age(aci.facts(), *as_of, diagnostics);
    for (const Settled& settled : aci.years()) {
        const std::size_t before = diagnostics.errors();
        YearCheck(*settled.year, diagnostics).run();
        const bool adds_up = diagnostics.errors() == before;
        ItemCheck(budget, *settled.year, settled.advance, diagnostics).run(as_of, adds_up);
        ItemCheck(budget, *settled.year, settled.balance, diagnostics).run(as_of, adds_up);
    }
}

}  // namespace msp
