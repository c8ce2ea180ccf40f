// SPDX-License-Identifier: MIT
// Columns beside each other where a table has no room for all of them: blocks that begin with the same one.
#pragma once

#include <msp/report/text_table.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace msp {

inline constexpr std::size_t column_gap = 2;

// Columns [begin, end) beside the first one.
struct ColumnBlock {
    std::size_t begin;
    std::size_t end;
    std::size_t width;
};

// A column and those joined to it, of so many: the end of them.
[[nodiscard]] std::size_t end_of_joined(std::size_t column, const std::vector<TableColumn>& columns,
                                        std::size_t number);
// The first column stands in each block, and joined columns are never parted. A limit of 0 is none.
[[nodiscard]] std::vector<ColumnBlock> column_blocks(std::span<const std::size_t> widths,
                                                     const std::vector<TableColumn>& columns, std::size_t limit);

}  // namespace msp
