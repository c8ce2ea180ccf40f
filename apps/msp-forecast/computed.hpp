// SPDX-License-Identifier: MIT
// One budget as msp-forecast answers for it: computed with each scenario, and what of that is shown.
#pragma once

#include <msp-forecast/days.hpp>
#include <msp-forecast/settings.hpp>
#include <msp/actuals/bridge.hpp>
#include <msp/report/calendar_sheets.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/summary.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <vector>

namespace msp::app {

// The plan of a page: a year as a table of its quarters.
struct PlanYear {
    View view;
    LineSums sums;  // of the base
};

struct ComputedForecast {
    Context& context;
    const Settings& settings;
    std::size_t cases;
    std::vector<Result> results;  // the base first; it alone where the others are streamed
    ForecastDays days = {};
    View view = {};
    std::vector<PlanYear> years = {};            // of a page
    std::vector<CalendarResult> calendars = {};  // by case, where the view is of days
    std::vector<Bridge> bridges = {};            // to an earlier forecast, where one is named
    std::vector<SummaryEntry> summary = {};      // where it is shown

    // The view of these days, and the years of a page.
    void show(const ForecastDays& settled);

    [[nodiscard]] const Result& base() const { return results.front(); }
    // Of which there are whole plans: a pack that no scenario was asked for holds those of the file against the base.
    [[nodiscard]] Results whole() const;
    [[nodiscard]] bool has_books() const { return !base().rolling.entities.empty(); }
    [[nodiscard]] bool several() const { return cases > 1; }
    [[nodiscard]] bool compares() const { return several() && settings.view == ViewKind::balance; }
    [[nodiscard]] HeadlineOptions headline_options(const Selection& selection) const;
    [[nodiscard]] TextStyle style() const;
};

}  // namespace msp::app
