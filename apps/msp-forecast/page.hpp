// SPDX-License-Identifier: MIT
// The page that an assembly is handed: --format html where no view is asked for.
#pragma once

#include <msp-forecast/computed.hpp>
#include <support/answer.hpp>

#include <vector>

namespace msp::app {

// Sentences, curves, figures by month, the plan by quarter, what scenarios change, what all that rests on, and by what
// it can be repeated. Parts refer to the forecast, which has to stay.
[[nodiscard]] std::vector<Part> page_parts(const ComputedForecast& of);

}  // namespace msp::app
