// SPDX-License-Identifier: MIT
// The days that a forecast shows and looks at, as options, the budget and its books have them.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/model/budget.hpp>
#include <msp/plan/gaps.hpp>

#include <optional>

namespace msp::app {

struct ForecastDays {
    Date as_of;
    Date distributable;
    Window shown;
    Window plan;  // those shown and those of the budget's own forecast
};

// The base decides for all scenarios; `booked_until` is the last day of the books. Nothing, and the errors are told,
// where such days are not to be had.
[[nodiscard]] std::optional<ForecastDays> forecast_days(Context& context, const Settings& settings, const Budget& base,
                                                        std::optional<Date> booked_until);

}  // namespace msp::app
