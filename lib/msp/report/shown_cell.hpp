// SPDX-License-Identifier: MIT
// For renderers alone: a cell as a page shows it, whatever the page is made of.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <vector>

namespace msp {

[[nodiscard]] Style row_style(RowKind kind);
[[nodiscard]] TableCell shown_cell(const Column& column, const Row& row, const TextStyle& style, const Cell& cell);

// The columns of a sheet that a page shows in a block, by position.
[[nodiscard]] std::vector<std::size_t> shown_columns(const Sheet& sheet, const Block& block);

}  // namespace msp
