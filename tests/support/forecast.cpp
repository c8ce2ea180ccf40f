// SPDX-License-Identifier: MIT
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>
#include <utility>

namespace msp::test {

Projection projected(const Budget& budget, Date last, const PlanOptions& options, const MovementSink& also,
                     Trace* trace) {
    return project({budget, shipped_law()}, options, {budget.first_day(), last}, also, trace);
}

HeadlineOptions headline_options(const Period& view, Date as_of, Date distributable) {
    HeadlineOptions options;
    options.view = view;
    options.as_of = as_of;
    options.distributable = distributable;
    return options;
}

View view_of(std::string_view first, std::string_view last, Grid grid, Language language) {
    View view;
    view.grid = grid;
    view.language = language;
    view.periods = periods(parse_date(first).value(), parse_date(last).value(), grid);
    return view;
}

std::unique_ptr<Result> result_of(Budget budget, const View& view, Count count) {
    auto made = std::make_unique<Result>(Case(std::move(budget), shipped_law()));
    Result& result = *made;
    result.sums.emplace(result.budget, view.periods);
    const Period days = view.days();
    HeadlineOptions options = headline_options(days, days.first, days.first);
    options.plan.count = count;
    result.projection = projected(result.budget, horizon(result, options), options.plan, [&](const Movement& movement) {
        result.sums->add(movement);
        if (movement.date < days.first || movement.date > days.last)
            return;
        result.movements.push_back(movement);
        if (movement.state == State::hoped || movement.state == State::assumed)
            result.uncertain.push_back(movement);
    });
    result.headlines = headlines(result, result.projection, options);
    return made;
}

}  // namespace msp::test
