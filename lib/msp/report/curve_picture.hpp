// SPDX-License-Identifier: MIT
// The day-end curve as a picture: evening by evening, with the floor and the agreed overdraft, the shown scenarios, the
// lowest evening, and each balance to be read with the pointer or the keyboard.
#pragma once

#include <msp/report/forecast_sheets.hpp>
#include <msp/report/picture.hpp>
#include <msp/report/text_style.hpp>

#include <vector>

namespace msp {

// One a holding, of those that the base shows and that open within the days shown.
[[nodiscard]] std::vector<Picture> curve_pictures(Results results, const View& view, const TextStyle& style);

}  // namespace msp
