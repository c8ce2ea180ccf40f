// SPDX-License-Identifier: MIT
// The day-end curve: as a sheet of what its periods come down to and end with, and drawn with characters.
#pragma once

#include <msp/report/forecast_sheets.hpp>
#include <msp/report/text_style.hpp>

#include <string>

namespace msp {

// A row a period.
[[nodiscard]] Sheet curve_sheet(Results results, const View& view);
// A row a balance of the days around the lowest evening, and for how many days it stays; none of periods that are days.
[[nodiscard]] Sheet around_lowest_sheet(Results results, const View& view);
// Both of these as one table.
[[nodiscard]] Sheet flat_curve_sheet(Results results, const View& view);
// A row a day, whatever the periods are: what a workbook draws.
[[nodiscard]] Sheet evenings_sheet(Results results, const View& view);
// At most 80 columns wide. Scenarios of one holding are drawn to one scale.
[[nodiscard]] std::string curve_text(Results results, const View& view, const TextStyle& style);
// One line: the lows of an entity's periods, the lowest with its month. Where its words have no room it can be broken
// between them: the marks fit. Nothing for a page that is not made of characters.
[[nodiscard]] std::string curve_line(const Result& result, const Headline& headline, const View& view,
                                     const TextStyle& style, std::size_t width);

}  // namespace msp
