// SPDX-License-Identifier: MIT
// What changed since a forecast that was kept, as a sheet.
#pragma once

#include <msp/actuals/bridge.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/sheet.hpp>

#include <string>
#include <vector>

namespace msp {

// A row a line and cause between the earlier forecast and the one of today; under it one sentence.
[[nodiscard]] Sheet bridge_sheet(const Budget& budget, const std::vector<Bridge>& bridges, Language language);

}  // namespace msp
