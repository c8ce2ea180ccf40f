// SPDX-License-Identifier: MIT
#include <msp/actuals/accuracy.hpp>
#include <msp/actuals/bridge.hpp>
#include <msp/cash/projection.hpp>
#include <msp/plan/plan.hpp>

#include <msp-actuals/kept_forecasts.hpp>
#include <utility>
#include <vector>

namespace msp::app {

void KeptForecasts::look() {
    if (!of_.settings.archive || context_.diagnostics.has_errors())
        return;
    folder_.emplace(context_, *of_.settings.archive);
    if (!folder_->is_there())
        return;
    if (of_.results.front().entities.empty())
        context_.diagnostics.error(
            "archive.nothing",
            {tr("no export moves cash, so that there is no day to keep a forecast of, nor to judge one by"), {}});
    else if (of_.settings.accuracy)
        judge();
    else if (folder_->prepare(forecast_of_today()))
        of_.results.front().archived = folder_->stored_path();
}

void KeptForecasts::store() {
    if (folder_ && !of_.settings.accuracy)
        folder_->store();
}

ArchivedForecast KeptForecasts::forecast_of_today() const {
    ArchivedForecast forecast;
    for (const ComparedEntity& entity : of_.results.front().entities)
        forecast.push_back(forecast_of_today(entity));
    return forecast;
}

// To the end of the plan or of the exercise, whichever is later. From books it goes on, with what was due and has not
// come; from statements it is what the budget plans for the days after them.
ArchivedEntity KeptForecasts::forecast_of_today(const ComparedEntity& entity) const {
    const BookedEntity& kept = of_.booked[entity.entity];
    const std::optional<Date> booked = of_.rolled.lands() ? of_.rolled.base().until(entity.entity) : std::nullopt;
    const Case& of = booked ? of_.rolled.base().of : of_.base;
    const Date made = booked.value_or(entity.until);
    const Date last = last_kept_day(of.budget, entity.entity, made);
    std::vector<Movement> planned;
    const MovementSink keep = [&planned](const Movement& movement) { planned.push_back(movement); };
    PlanOptions plan;
    plan.before_opening = !booked;
    if (booked)
        (void)project(of, plan, {made + 1, last}, keep);  // with what an overdraft costs
    else
        (void)movements(of, plan, {made + 1, last}, keep);
    if (!booked)
        return archived(of.budget, entity.entity, kept.cash, made, kept.balance, last, planned);
    const Rolling& rolling = of_.rolled.base().rolling;
    return archived(of.budget, entity.entity, kept.cash, made, balance_of(rolling, of.budget, entity.entity), last,
                    planned, rolling.banks);
}

void KeptForecasts::judge() {
    const std::optional<Grid> asked = of_.settings.grid;
    const std::optional<Grid> grid = context_.options.for_people() ? asked : asked.value_or(Grid::month);
    accuracy_.budget = &of_.base.budget;
    accuracy_.grid = grid.value_or(Grid::month);
    const std::optional<std::vector<ArchivedForecast>> earlier = folder_->all();
    if (!earlier)
        return;
    constexpr int months_before = 3;
    for (const ComparedEntity& entity : of_.results.front().entities) {
        JudgedEntity& made = accuracy_.entities.emplace_back(JudgedEntity{entity.entity, entity.until, {}, 0});
        made.forecasts = judged_forecasts(entity, *earlier, grid);
        if (context_.diagnostics.has_errors())
            return;
        if (made.forecasts.empty())
            context_.diagnostics.error("archive.none",
                                       {tr("the folder has no forecast of {file}, {entity}, from before {day}"),
                                        {{"file", context_.path},
                                         {"entity", of_.base.budget.entities[entity.entity].id},
                                         {"day", entity.until}}},
                                       {},
                                       Message{tr("msp-actuals --archive keeps one, each time that it is given"), {}});
        else
            made.shown = made_months_before(made.forecasts, entity.until, months_before);
    }
}

std::vector<JudgedForecast> KeptForecasts::judged_forecasts(const ComparedEntity& entity,
                                                            const std::vector<ArchivedForecast>& earlier,
                                                            std::optional<Grid> grid) const {
    const Budget& budget = of_.base.budget;
    const BookedEntity& booked = of_.booked[entity.entity];
    std::vector<JudgedForecast> all;
    for (const ArchivedForecast& forecast : earlier) {
        const ArchivedEntity* of = archived_entity(context_, forecast, budget, entity.entity);
        if (of == nullptr)
            continue;
        std::optional<JudgedForecast> made = judged(*of, budget, booked.cash, entity.until, booked.balance, grid);
        if (made)
            all.push_back(std::move(*made));
    }
    return all;
}

}  // namespace msp::app
