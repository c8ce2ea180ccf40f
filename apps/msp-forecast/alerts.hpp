// SPDX-License-Identifier: MIT
// --fail-on and --fail-below: among the alerts of the context a line for each account, scenario and limit, with the
// first evening below it and the lowest one; where the run is brief, the one with the lowest evening.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/report/forecast.hpp>

#include <vector>

namespace msp::app {

// Whether an account of a result goes below a limit from the as-of day on, within settings.within days or else until
// the view's end.
[[nodiscard]] bool alert(Context& context, const Settings& settings, const std::vector<Result>& results, Date as_of,
                         const Period& days);

}  // namespace msp::app
