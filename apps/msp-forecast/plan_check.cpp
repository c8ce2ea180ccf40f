// SPDX-License-Identifier: MIT
#include <msp-forecast/plan_check.hpp>
#include <msp/cash/headline.hpp>
#include <support/archive.hpp>
#include <support/books.hpp>
#include <support/budgets.hpp>

#include <algorithm>
#include <utility>

namespace msp::app {

void PlanCheck::operator()(const Case& of, Diagnostics& found) {
    const Budget& budget = of.budget;
    if (!base_)
        read_other_files(budget);
    if (!settings_.actuals.empty())
        tell_before_opening(of, with_books_, found);
    const Window plan = plan_window(budget, settings_.as_of);
    if (plan.last < plan.first)  // an error where the plan is shown
        return;
    if (!base_)
        compared_until_ = until(of, plan);
    Footprint moves;
    const std::vector<Outcome> outcomes =
        movements(of, settings_.plan_options(), {plan.first, std::max(plan.last, compared_until_)},
                  [&](const Movement& movement) {
                      if (movement.date <= compared_until_)
                          moves.add(movement);
                  });
    std::vector<Gap> gaps = find_gaps(of, outcomes, plan);
    add_new(found, gap_warnings(budget, of.scenario, gaps, gaps_of_base_));
    if (base_) {
        check_effect({*base_, moves_of_base_}, {budget, moves}, of.scenario, compared_until_, context_.diagnostics);
        return;
    }
    base_ = budget;
    moves_of_base_ = std::move(moves);
    gaps_of_base_ = std::move(gaps);
}

void PlanCheck::read_other_files(const Budget& budget) {
    if (!settings_.actuals.empty())
        if (const auto exports = read_books(context_, budget, settings_.actuals))
            with_books_ = books_by_entity(budget, *exports).with_books();
    if (settings_.voted)
        (void)voted_case(context_, *settings_.voted, budget);
    if (settings_.since)
        (void)earlier_forecast(context_, *settings_.since, last_plan_day());
}

// As far as an answer would look.
Date PlanCheck::until(const Case& of, const Window& plan) const {
    const Date as_of = settings_.as_of.value_or(of.budget.banks.front().date);
    return horizon(of, {.plan = {},
                        .view = {plan.first, plan.last},
                        .as_of = as_of,
                        .distributable = as_of,
                        .watch_until = as_of,
                        .selection = {}});
}

}  // namespace msp::app
