// SPDX-License-Identifier: MIT
// --entity and --bank: what of a budget is shown.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/report/forecast.hpp>

#include <vector>

namespace msp::app {

// Each scenario must have it too: false, and the errors are told, where one has not.
[[nodiscard]] bool choose(Context& context, const Settings& settings, std::vector<Result>& results);

}  // namespace msp::app
