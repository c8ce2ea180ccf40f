// SPDX-License-Identifier: MIT
#include <msp-forecast/computation.hpp>
#include <msp-forecast/grant_budgets.hpp>
#include <msp/calendar/contracts.hpp>
#include <msp/calendar/due_days.hpp>
#include <msp/plan/planned_calls.hpp>
#include <msp/report/aci_notes.hpp>
#include <msp/report/gap_notes.hpp>
#include <msp/report/grant_sheets.hpp>
#include <msp/report/income_sheets.hpp>
#include <msp/report/payroll_notes.hpp>
#include <support/budgets.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace msp::app {
namespace {

// What makes days where a calendar of those that are shown has none: other ones of what has some at all.
Message what_has_days(const Result& result, const PlanOptions& asked, const Window& shown) {
    const std::optional<EntityIndex> entity = result.selection.entity;
    const auto has = [&](const PlanOptions& options, const Window& days) {
        return days.first <= days.last && std::ranges::any_of(due_days(result, options, days), [&](const DueDay& day) {
                   return !entity || day.entity == *entity;
               });
    };
    const Date last = last_planned_day(result.budget);
    if (has(asked, {shown.last + 1, last}))
        return {tr("ask for more days: --months"), {}};
    PlanOptions all = asked;
    all.count = Count::hoped;
    if (has(all, {shown.first, last}))
        return {tr("money that is hoped for has days: --count hoped"), {}};
    if (has(all, {result.budget.first_day(), shown.first - 1}))
        return {tr("its days are earlier ones: --from"), {}};
    if (!result.budget.members.empty() && std::ranges::none_of(result.budget.call_terms, &CallTerms::planned))
        return {
            tr("calls of members have days where they are planned: [charges] plan = true ([charges] prevoir = true), "
               "and then no income line of them"),
            {}};
    return {tr("the ACI, grants, loans, posts, taxes, contributions, planned calls and contracts have days, and this "
               "budget has none of them in the years to come"),
            {}};
}

}  // namespace

Computation::Wants Computation::wants(const ComputedForecast& of) {
    const Settings& settings = of.settings;
    const bool csv = of.context.options.format() == Format::csv;
    const bool summary = settings.view == ViewKind::summary;
    const bool of_movements = settings.view == ViewKind::movements || settings.view == ViewKind::debt_service;
    return {.headlines = !csv || summary,
            .movements = (settings.packs() || of_movements) && !settings.explain,
            .uncertain = settings.shows_premises() || (of.context.options.for_people() && !summary),
            .sums = settings.packs() || settings.view == ViewKind::plan || (!csv && of.compares()),
            .account_sums = settings.packs()};
}

void Computation::compute(Result& result) {
    if (is_base(result))
        return compute(result, base_moves_);
    Footprint moves;
    compute(result, moves);
    check_effect({computed_.base().budget, base_moves_}, {result.budget, moves}, result.scenario, compared_until_,
                 context_.diagnostics);
}

void Computation::compute(Result& result, Footprint& moves) {
    const HeadlineOptions headline = computed_.headline_options(result.selection);
    project_days(result, headline, moves);
    compute_exercises(result);
    find_missing(result);
    add_calendar(result);
    if (wants_.headlines)
        result.headlines = headlines(result, result.projection, headline);
}

void Computation::project_days(Result& result, const HeadlineOptions& headline, Footprint& moves) {
    if (wants_.sums)
        result.sums.emplace(result.budget, computed_.view.periods);
    if (const std::size_t banks = result.budget.banks.size(); wants_.account_sums && banks > 1)
        result.account_sums = std::vector(banks, LineSums(result.budget, computed_.view.periods));
    MovementSink also;
    if (wants_.sums || wants_.movements || wants_.uncertain || computed_.several())
        also = [&](const Movement& movement) { collect(result, movement, moves); };
    Date until = wants_.headlines ? horizon(result, headline)
                                  : std::max({headline.view.last, headline.as_of, headline.watch_until});
    if (is_base(result))
        compared_until_ = until;
    until = std::max(until, compared_until_);
    // A scenario may open an account earlier or later than the base; the days shown are the base's.
    result.projection = project(result, headline.plan,
                                {computed_.base().budget.first_day(), std::max(until, computed_.days.plan.last)}, also);
}

void Computation::collect(Result& result, const Movement& movement, Footprint& moves) {
    if (computed_.several() && movement.date <= compared_until_)
        moves.add(movement);
    if (!result.selection.holds(result.budget, movement.bank))
        return;
    if (result.sums)
        result.sums->add(movement);
    if (!result.account_sums.empty())
        result.account_sums[movement.bank].add(movement);
    if (is_base(result))
        std::ranges::for_each(computed_.years, [&](PlanYear& year) { year.sums.add(movement); });
    if (!computed_.days.shown.holds(movement.date))
        return;
    if (wants_.movements)
        result.movements.push_back(movement);
    if (wants_.uncertain && is_uncertain(result.budget, movement))
        result.uncertain.push_back(movement);
}

void Computation::compute_exercises(Result& result) const {
    if (settings_.wants_results())
        result.statements =
            income_statements(books_.planned(result), result.law->classes, settings_.count, computed_.view.exercises);
    if (settings_.view == ViewKind::grant_budget)
        result.grant_budgets = grant_budgets(result, {books_.planned(result), voted_, books_.books(), settings_.count,
                                                      computed_.view.exercises, settings_.as_of});
}

// What the plan lacks, as warnings, and with what its amounts rest on as notes.
void Computation::find_missing(Result& result) {
    std::vector<Gap> gaps = find_gaps(result, result.projection.outcomes, computed_.days.plan);
    add_new(context_.diagnostics, gap_warnings(result.budget, result.scenario, gaps, gaps_of_base_));
    if ((context_.options.format() != Format::csv || settings_.shows_premises()) &&
        !(context_.options.for_people() && settings_.view == ViewKind::summary))
        add_notes(result, gaps);
    if (is_base(result))
        gaps_of_base_ = std::move(gaps);
}

void Computation::add_notes(Result& result, const std::vector<Gap>& gaps) const {
    const Language language = computed_.view.language;
    const auto add = [&](std::vector<std::string> notes) {
        std::ranges::move(notes, std::back_inserter(result.notes));
    };
    add(aci_plan_notes(result.aci, language));
    add(payroll_notes(result.budget,
                      payroll_bases(result.budget, result.law->payroll, result.payroll, computed_.days.plan),
                      language));
    add(gap_notes(result.budget, gaps, language));
    if (settings_.wants_results() && settings_.view != ViewKind::grant_budget && books_.any())
        result.notes.emplace_back(
            translate(tr("The result is of what was planned, without the books that are named."), language));
    add(income_notes(result, language));
    add(grant_notes(result, language));
}

// What the days not to forget are of, where they are shown.
void Computation::add_calendar(const Result& result) {
    if (!settings_.of_days())
        return;
    const std::optional<EntityIndex> entity = result.selection.entity;
    CalendarResult made = {&result.budget, result.scenario, result.label, entity, {}, {}};
    if (settings_.view == ViewKind::calendar) {
        made.days = due_days(result, settings_.plan_options(), computed_.days.shown);
        std::erase_if(made.days, [&](const DueDay& day) { return entity && day.entity != *entity; });
    } else {
        const Date as_of = computed_.days.as_of;
        made.contracts = contract_states(result, settings_.plan_options(), as_of);
        if (settings_.within)
            made.contracts = within(made.contracts, {as_of, as_of + *settings_.within});
        std::erase_if(made.contracts, [&](const ContractState& state) {
            return entity && result.budget.contracts[state.contract].entity != *entity;
        });
    }
    // A calendar holds one case: two would have the same days twice.
    if (context_.options.format() == Format::ics) {
        computed_.calendars.clear();
        if (made.days.empty() && &result == &computed_.results.back())
            context_.diagnostics.warning("calendar.empty",
                                         {tr("nothing falls due on these days: the calendar has no event"), {}}, {},
                                         what_has_days(result, settings_.plan_options(), computed_.days.shown));
        else if (!settings_.as_of && &result == &computed_.results.back())
            context_.diagnostics.warning("calendar.as-of",
                                         {tr("this calendar counts as made on {day}, as each one of this budget does "
                                             "without --as-of: a calendar "
                                             "that has days of an earlier one may keep them"),
                                          {{"day", computed_.days.as_of}}},
                                         {}, Message{tr("say that it is made today: --as-of today"), {}});
    }
    computed_.calendars.push_back(std::move(made));
}

}  // namespace msp::app
