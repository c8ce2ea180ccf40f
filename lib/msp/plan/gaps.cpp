// SPDX-License-Identifier: MIT
#include <msp/aci/unplanned.hpp>
#include <msp/lines/lines.hpp>
#include <msp/plan/gaps.hpp>

#include <algorithm>
#include <functional>

namespace msp {
namespace {

constexpr int year_of_months = 12;
constexpr int first_year = 1901;  // with room for delays within the calendar

// The days of an item outside the plan.
struct Outside {
    std::optional<Date> before;  // the last one before its account opens
    std::optional<Date> after;   // the first one after the plan
    Date opens;
    bool known = true;  // each one before is said to be paid, or has a warning of its own

    void add(const Movement& movement, const Bank& bank, bool warned) {
        if (movement.date < bank.date) {
            before = std::max(before.value_or(movement.date), movement.date);
            opens = bank.date;
            known = known && (movement.state == State::paid || (warned && movement.state >= State::called));
        } else {
            after = std::min(after.value_or(movement.date), movement.date);
        }
    }
};

class Finder {
 public:
    Finder(const Case& of, const std::vector<Outcome>& outcomes, const Window& plan)
        : case_(of), budget_(of.budget), outcomes_(outcomes), plan_(plan) {}

    std::vector<Gap> run() {
        for (const Line& line : budget_.lines)
            look(line);
        for (const Grant& grant : budget_.grants)
            look(grant);
        for (const LoanReckoning& loan : case_.loans)
            look(loan);
        for (const Post& post : budget_.posts) {
            if (is_planned(post.item))
                continue;
            if (post.from > plan_.last)
                add(GapKind::later, post.item, post.from, plan_.last);
            else if (const Date opens = budget_.banks[post.bank].date; post.until && *post.until < opens)
                add(GapKind::earlier, post.item, *post.until, opens);
        }
        if (budget_.aci)
            look(*budget_.aci);
        std::ranges::stable_sort(gaps_, {}, &Gap::item);
        return std::move(gaps_);
    }

 private:
    // Hands over an item's movements of a window.
    using Engine = std::function<void(const Window&, const MovementSink&)>;

    [[nodiscard]] bool is_planned(ItemIndex item) const {
        return outcomes_[item].movements != 0 && outcomes_[item].first <= plan_.last;
    }

    void look(const Line& line) {
        if (is_planned(line.item))
            return ends(line.item, day_after_end(budget_, line), false);
        const bool dated = line.kind == AmountKind::dated;
        const int cycle = line.rule.chosen != 0 ? year_of_months : std::max(line.rule.step, year_of_months);
        const bool warned = dated && line.side == Side::receipts;  // by check_line
        outside(line.item, dated ? 0 : cycle, warned, [&](const Window& window, const MovementSink& sink) {
            line_movements(budget_, line, window, sink, nullptr);
        });
    }

    void look(const Grant& grant) {
        if (is_planned(grant.item))
            return ends(grant.item, day_after_end(*case_.law, grant), !grant.aid);
        const bool comes_back = grant.yearly || grant.aid;
        // check_grant() warns of single instalments.
        outside(grant.item, comes_back ? year_of_months : 0, !comes_back,
                [&](const Window& window, const MovementSink& sink) {
                    grant_movements(budget_, *case_.law, grant, window, sink, nullptr);
                });
    }

    void look(const LoanReckoning& reckoning) {
        const Loan& loan = reckoning.loan();
        if (is_planned(loan.item))
            return;
        outside(loan.item, loan.existing ? std::max(loan.period, year_of_months) : 0, false,
                [&](const Window& window, const MovementSink& sink) {
                    loan_movements(budget_, reckoning, window, sink, nullptr);
                });
    }

    void look(const Aci& aci) {
        std::vector<Gap> unsaid = aci_gaps(case_, {budget_.banks[aci.bank].date, plan_.last});
        for (Gap& gap : unsaid)
            gap.limit = is_planned(aci.item) ? std::min(outcomes_[aci.item].last, plan_.last) : gap.limit;
        gaps_.insert(gaps_.end(), unsaid.begin(), unsaid.end());
        if (is_planned(aci.item) || !unsaid.empty() || case_.aci.schedule().dues.empty())
            return;
        outside(aci.item, year_of_months, true, [&](const Window& window, const MovementSink& sink) {
            aci_movements(budget_, case_.aci, Delay(), window, sink, nullptr);
        });
    }

    void ends(ItemIndex item, std::optional<Date> next, bool said) {
        if (!next || *next > plan_.last)
            return;
        add(GapKind::ends, item, outcomes_[item].last, plan_.last);
        gaps_.back().said = said;
    }

    // What comes back in a cycle of months may be between two of its days: then nothing is wrong.
    void outside(ItemIndex item, int cycle, bool warned, const Engine& engine) {
        Outside days;
        constexpr int years = 10;  // as far as what comes back is looked for
        const int from = cycle != 0 ? plan_.first.fields().year - years : first_year;
        const int until = cycle != 0 ? std::min(plan_.last.fields().year + years, last_plan_year) : last_plan_year;
        engine({Month(std::max(from, first_year), 1).first(), Month(until, 12).last()},
               [&](const Movement& movement) { days.add(movement, budget_.banks[movement.bank], warned); });
        if (cycle != 0 && days.after && *days.after <= add_months(plan_.first, cycle))
            return;
        if (days.before && !days.after && days.known)
            return;
        if (days.before && !days.after)
            add(GapKind::earlier, item, *days.before, days.opens);
        else if (days.after && !days.before)
            add(GapKind::later, item, *days.after, plan_.last);
        else
            add(GapKind::nothing, item, plan_.first, plan_.last);
    }

    void add(GapKind kind, ItemIndex item, Date day, Date limit) {
        gaps_.push_back({kind, item, day, limit, Part::whole, 0, false, budget_.items[item].place.span});
    }

    const Case& case_;
    const Budget& budget_;
    const std::vector<Outcome>& outcomes_;
    Window plan_;
    std::vector<Gap> gaps_;
};

Message what_is_missing(const Budget& budget, const Gap& gap) {
    const std::string& id = budget.items[gap.item].id;
    const Date day = gap.day;
    const Date limit = gap.limit;
    switch (gap.kind) {
        case GapKind::earlier:
            return {tr("nothing of {id} is in the plan: its last day, {day}, lies before the account opens on {date}"),
                    {{"id", id}, {"day", day}, {"date", limit}}};
        case GapKind::later:
            return {tr("nothing of {id} is in the plan: its first day, {day}, lies after its end on {last}"),
                    {{"id", id}, {"day", day}, {"last", limit}}};
        case GapKind::nothing:
            return {tr("nothing of {id} is in the plan: it has no day from {day} to {last}"),
                    {{"id", id}, {"day", day}, {"last", limit}}};
        case GapKind::ends:
            return {tr("nothing of {id} is planned after {day}, and the plan goes on until {last}"),
                    {{"id", id}, {"day", day}, {"last", limit}}};
        case GapKind::aci:
            break;
    }
    return {tr("nothing is planned of the {part} of {year}, which would fall due on {day}"),
            {{"part", Term{gap.part == Part::advance ? tr("advance") : tr("balance")}},
             {"year", std::int64_t{gap.year}},
             {"day", day}}};
}

const char* help_of(const Budget& budget, const Gap& gap) {
    switch (gap.kind) {
        case GapKind::earlier:
            return tr("what is paid is in the opening: correct the days, or say state = \"paid\"");
        case GapKind::later:
        case GapKind::nothing:
            return tr("correct its days, or leave it out");
        case GapKind::ends:
            return budget.items[gap.item].origin == Origin::grant
                       ? tr("the plan counts no more of it: give a later until, or a grant that follows it")
                       : tr("add what comes later, or say with until that the list is complete");
        case GapKind::aci:
            break;
    }
    return tr("say what is expected (amount) or notified, or that nothing comes: closed = true");
}

const char* id_of(GapKind kind) {
    if (kind == GapKind::aci)
        return "aci.unplanned";
    return kind == GapKind::ends ? "plan.ends" : "plan.nothing";
}

// Items have other numbers where a scenario adds one; what has no place is the payments of the ACI.
bool same_gap(const Gap& one, const Gap& other) {
    return one.kind == other.kind && one.place == other.place && one.day == other.day && one.limit == other.limit &&
           one.part == other.part && one.year == other.year;
}

// What is over stays in the file from month to month: one warning names all of it.
Note also_earlier(const Budget& budget, const Gap& gap) {
    return {
        gap.place,
        {tr("nor is anything of {id}: its last day is {day}"), {{"id", budget.items[gap.item].id}, {"day", gap.day}}}};
}

}  // namespace

Window plan_window(const Budget& budget, std::optional<Date> as_of) {
    const Month from = budget.from.value_or(Month::of(as_of.value_or(budget.banks.front().date)));
    return {budget.first_day(), std::min((from + (budget.months - 1)).last(), last_plan_day())};
}

std::vector<Gap> aci_gaps(const Case& of, const Window& days) {
    std::vector<Gap> gaps;
    for (const AciUnplanned& missing : aci_unplanned(of.budget, *of.law, of.aci, days))
        gaps.push_back({GapKind::aci, of.budget.aci->item, missing.expected, days.first, missing.part, missing.year,
                        false, missing.place});
    return gaps;
}

std::vector<Gap> find_gaps(const Case& of, const std::vector<Outcome>& outcomes, const Window& plan) {
    return Finder(of, outcomes, plan).run();
}

Diagnostics gap_warnings(const Budget& budget, std::string_view scenario, const std::vector<Gap>& gaps,
                         const std::vector<Gap>& told) {
    const ScenarioName* named = budget.scenarios.find(scenario);  // not the base
    std::vector<Diagnostic> warnings;
    std::optional<std::size_t> earlier;
    for (const Gap& gap : gaps) {
        if (gap.said || std::ranges::any_of(told, [&](const Gap& other) { return same_gap(gap, other); }))
            continue;
        if (gap.kind == GapKind::earlier && earlier) {
            warnings[*earlier].notes.push_back(also_earlier(budget, gap));
            continue;
        }
        if (gap.kind == GapKind::earlier)
            earlier = warnings.size();
        warnings.push_back({Severity::warning,
                            id_of(gap.kind),
                            what_is_missing(budget, gap),
                            gap.place,
                            {},
                            Message{help_of(budget, gap), {}}});
    }
    Diagnostics found;
    for (Diagnostic& warning : warnings) {
        if (named != nullptr && named->place.span.known())
            warning.notes.push_back({named->place.span, {tr("with this scenario"), {}}});
        found.add(std::move(warning));
    }
    return found;
}

}  // namespace msp
