// SPDX-License-Identifier: MIT
#include <msp/actuals/top_gaps.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>
#include <iterator>
#include <msp-actuals/booked_result.hpp>
#include <msp-actuals/entity_rows.hpp>
#include <string>

namespace msp::app {

void EntityRows::add() {
    const std::optional<Days> known = days();
    if (!known)
        return;
    if (known->until < known->first)
        return tell_too_early(*known);
    const ComparedEntity& made = of_.result.entities.emplace_back(compared(*known));
    if (of_.base)
        tell_days(made, known->last);
    for (const auto& [part, days] : comparison_.not_compared())
        mapped_[part].not_compared = days;
    if (all_.question)
        std::ranges::move(explained_rows(*all_.question, of_.result, made, comparison_, of_.voted.budget, movements_),
                          std::back_inserter(of_.explained));
}

std::optional<EntityRows::Days> EntityRows::days() const {
    std::optional<Date> first;
    std::optional<Date> last;
    const auto earlier = [&first](const std::optional<Date>& day) {
        first = first && day ? std::min(first, day) : first ? first : day;
    };
    for (const MappedExport& each : mapped_) {
        earlier(each.totals.first);
        earlier(each.result ? each.result->first : std::nullopt);
        last = std::max(last, each.statement != nullptr ? each.statement->last() : each.totals.last);
    }
    Date until = mapped_.back().totals.until;
    if (all_.settings.result) {
        last = end_of_results(of_.of.budget, mapped_);
        until = context_.options.as_of().value_or(last.value_or(until));
    }
    return first && last ? std::optional(Days{*first, *last, until}) : std::nullopt;
}

// What counts of the budget as it was voted.
void EntityRows::add_voted() {
    const Case& voted = of_.voted;
    const bool of_result = all_.settings.result;
    PlanOptions plan;
    plan.before_opening = true;
    // What belongs to an exercise is paid in it, or in the one before or after.
    constexpr int months_around = 24;
    const Window days = comparison_.window();
    const Window around = {add_months(days.first, -months_around),
                           std::min(add_months(days.last, months_around), last_plan_day())};
    Trace trace;
    const MovementSink add = [&](const Movement& planned) {
        const std::optional<Movement> counted =
            of_result ? comparison_.voted_accrued(planned) : comparison_.voted(planned);
        if (!counted)
            return;
        comparison_.add(*counted);
        if (all_.question && all_.question->asks(voted.budget.items[planned.item].id))
            movements_.push_back({*counted, trace.steps()});
    };
    (void)movements(voted, plan, of_result ? around : days, add, all_.question ? &trace : nullptr);
}

ComparedEntity EntityRows::compared(const Days& days) {
    comparison_.show(days.last, days.until, Grid::month);
    add_voted();
    if (all_.rolled.lands())
        comparison_.lands(all_.rolled.latest().of.budget, all_.rolled.latest().rolling);
    const std::vector<ComparedRow> by_month = comparison_.rows();
    comparison_.show(days.last, days.until, Grid::year);
    ComparedEntity made{entity_, comparison_.until(), {}, {}, top_gaps(comparison_.rows(), by_month),
                        {},      comparison_.window()};
    made.landings = comparison_.landings();
    comparison_.show(days.last, days.until, of_.result.grid);
    made.rows = comparison_.rows();
    made.totals = comparison_.totals(made.rows);
    return made;
}

void EntityRows::tell_too_early(const Days& days) const {
    context_.diagnostics.warning(
        "actuals.as-of",
        {of_statements_
             ? tr("the statements of {entity} begin on {first}: up to {day} there is nothing to compare")
             : tr("the books of {entity} that are named begin on {first}: up to {day} there is nothing to compare"),
         {{"entity", of_.of.budget.entities[entity_].title()}, {"first", days.first}, {"day", days.until}}},
        {},
        of_statements_ ? Message{tr("name the statement of those days too, or a later day"), {}}
                       : Message{tr("name the export of that year too, or a later day"), {}});
}

// Days that are compared, and of which the books say nothing.
void EntityRows::tell_days(const ComparedEntity& made, Date last) const {
    const std::string& name = of_.of.budget.entities[entity_].title();
    if (made.until > last)
        context_.diagnostics.warning(
            "actuals.as-of",
            {of_statements_
                 ? tr("the statements of {entity} end on {last}: what came from then to {day} is not in them")
                 : tr("the books of {entity} end on {last}: what came from then to {day} is not in them"),
             {{"entity", name}, {"last", last}, {"day", made.until}}},
            {}, Message{tr("without --as-of the budget is held against them up to that day"), {}});
    if (const std::optional<Window> missing = comparison_.missing(last))
        context_.diagnostics.warning(
            "actuals.missing",
            {of_statements_ ? tr("no statement of {entity} that is named has the days from {first} to {last}: what "
                                 "came then is not in the rows")
                            : tr("the books of {entity} that are named have no entry from {first} to {last}: what "
                                 "came then is not in the rows"),
             {{"entity", name}, {"first", missing->first}, {"last", missing->last}}},
            {},
            of_statements_ ? Message{tr("name the statements of those days too"), {}}
                           : Message{tr("name all parts of the export, and the export of each year"), {}});
}

}  // namespace msp::app
