// SPDX-License-Identifier: MIT
#include <msp-forecast/computed.hpp>
#include <msp/income/income.hpp>
#include <support/answer.hpp>

namespace msp::app {
namespace {

View view_of(const Context& context, const Settings& settings, const Budget& base, const Window& days) {
    View view;
    view.file = context.path;
    view.grid = settings.grid;
    view.language = context.language;
    if (context.options.format() == Format::csv)
        view.dialect = context.options.csv_dialect();
    view.periods = periods(days.first, days.last, settings.grid);
    view.payout = settings.payout;
    if (settings.wants_results())
        view.exercises =
            exercises_in(base, view.days(), settings.entity ? base.entity(*settings.entity) : std::nullopt);
    return view;
}

}  // namespace

void ComputedForecast::show(const ForecastDays& settled) {
    days = settled;
    context.as_of = days.as_of;
    view = view_of(context, settings, base().budget, days.shown);
    if (!settings.page)
        return;
    for (const Period& year : periods(days.shown.first, days.shown.last, Grid::year)) {
        View quarters = view;
        quarters.grid = Grid::quarter;
        quarters.periods = periods(year.first, year.last, Grid::quarter);
        LineSums sums(base().budget, quarters.periods);
        years.push_back({std::move(quarters), std::move(sums)});
    }
}

Results ComputedForecast::whole() const {
    const bool only_base = settings.packs() && context.options.values("scenario").empty();
    return only_base ? Results(results).first(1) : Results(results);
}

HeadlineOptions ComputedForecast::headline_options(const Selection& selection) const {
    return {settings.plan_options(),
            view.days(),
            days.as_of,
            days.distributable,
            days.as_of + settings.within.value_or(0),
            selection};
}

TextStyle ComputedForecast::style() const {
    return style_of(context);
}

}  // namespace msp::app
