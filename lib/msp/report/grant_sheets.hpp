// SPDX-License-Identifier: MIT
// The budget that a grant is asked for with, as a sheet.
#pragma once

#include <msp/report/forecast_sheets.hpp>

#include <string>
#include <vector>

namespace msp {

// A block an entity and exercise.
[[nodiscard]] Sheet grant_sheet(Results results, const View& view);
[[nodiscard]] std::vector<std::string> grant_notes(const Result& result, Language language);

}  // namespace msp
