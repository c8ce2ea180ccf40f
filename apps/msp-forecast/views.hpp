// SPDX-License-Identifier: MIT
// One view of a computed forecast, with the sentences around it.
#pragma once

#include <msp-forecast/computed.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <support/answer.hpp>

#include <string>
#include <vector>

namespace msp::app {

// What refers to the forecast is written later: it has to stay.
[[nodiscard]] std::vector<Part> view_parts(const ComputedForecast& of);
// The table of the view, of these results.
[[nodiscard]] Sheet view_sheet(const ComputedForecast& of, Results results);

// What the plan rests on.
[[nodiscard]] Sheet assumptions_sheet(const ComputedForecast& of, Results results);

// What stands above and below it for people.
[[nodiscard]] std::string headlines_text(const ComputedForecast& of);
// In a workbook below a heading of its own, since its sentences stand on one worksheet, those of an entity before it.
[[nodiscard]] std::string notes_below(const ComputedForecast& of);

}  // namespace msp::app
