// SPDX-License-Identifier: MIT
// Columns beside each other where a table has no room for all of them: blocks that begin with the same ones.
#pragma once

#include <msp/report/text_table.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace msp {

inline constexpr std::size_t column_gap = 2;

// Columns [begin, end) beside so many leading ones.
struct ColumnBlock {
    std::size_t begin;
    std::size_t end;
    std::size_t width;
    std::size_t lead;
};

// A column and those joined to it, of so many: the end of them.
[[nodiscard]] std::size_t end_of_joined(std::size_t column, const std::vector<TableColumn>& columns,
                                        std::size_t number);
// The first `lead` columns stand in each block, the first alone in one of several that has nothing but sums. Joined
// columns are parted where a block has no room for them. A limit of 0 is none.
[[nodiscard]] std::vector<ColumnBlock> column_blocks(std::span<const std::size_t> widths, std::size_t lead,
                                                     const std::vector<TableColumn>& columns, std::size_t limit);

}  // namespace msp
