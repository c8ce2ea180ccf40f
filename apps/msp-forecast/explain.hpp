// SPDX-License-Identifier: MIT
// --explain: why a figure is what it is, for the base and each scenario.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/cash/headline.hpp>
#include <msp/report/forecast.hpp>
#include <support/run.hpp>

#include <vector>

namespace msp::app {

// `asked` is what the headlines were computed with, but for the selection, which each result has. False, and an error
// is reported, where nothing has that name or what is asked lies outside the days shown.
[[nodiscard]] bool explain_forecast(Context& context, const Settings& settings, const std::vector<Result>& results,
                                    const View& view, const HeadlineOptions& asked);

}  // namespace msp::app
