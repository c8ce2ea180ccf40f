// SPDX-License-Identifier: MIT
// For renderers alone: a cell as a page shows it, whatever the page is made of.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

[[nodiscard]] Style row_style(RowKind kind);
// In cents where the column keeps them.
[[nodiscard]] ShownIn unit_of(const Column& column, const TextStyle& style);
// A number with a point, as amounts are written.
[[nodiscard]] std::string shown_digits(std::string written, Language language);
// No money as a dot, but in a column that stands out.
[[nodiscard]] bool shows_dots(const Column& column, const Row& row);
[[nodiscard]] TableCell shown_cell(const Column& column, const Row& row, const TextStyle& style, const Cell& cell);

// The columns of a sheet that a page shows in a block, by position.
[[nodiscard]] std::vector<std::size_t> shown_columns(const Sheet& sheet, const Block& block);

// What a page heads a block and a column with: both say in what amounts are shown, where these have not their cents;
// the column does where it keeps them all the same.
[[nodiscard]] std::string shown_title(const Sheet& sheet, const Block& block, const TextStyle& style);
[[nodiscard]] std::string shown_heading(const Column& column, const TextStyle& style);
// The title of a whole page, which says whose it is: behind it the names of these that it has not. A name within a
// longer one, or within a word, is no name of its own.
[[nodiscard]] std::string title_with_owners(std::string_view title, const std::vector<std::string>& owners);
[[nodiscard]] bool names_any(std::string_view title, const std::vector<std::string>& owners);

}  // namespace msp
