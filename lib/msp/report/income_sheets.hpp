// SPDX-License-Identifier: MIT
// The forecast of the result as a sheet, and what it does not know.
#pragma once

#include <msp/report/forecast_sheets.hpp>

#include <string>
#include <vector>

namespace msp {

// A block an entity, exercises in columns.
[[nodiscard]] Sheet income_sheet(Results results, const View& view);
[[nodiscard]] std::vector<std::string> income_notes(const Result& result, Language language);

}  // namespace msp
