// SPDX-License-Identifier: MIT
#include <msp/report/text_blocks.hpp>

#include <algorithm>
#include <numeric>

namespace msp {

std::size_t end_of_joined(std::size_t column, const std::vector<TableColumn>& columns, std::size_t number) {
    std::size_t end = column + 1;
    while (end < std::min(number, columns.size()) && columns[end].joined)
        ++end;
    return end;
}

std::vector<ColumnBlock> column_blocks(std::span<const std::size_t> widths, const std::vector<TableColumn>& columns,
                                       std::size_t limit) {
    if (widths.empty())
        return {};
    std::vector<ColumnBlock> blocks = {{1, 1, widths[0]}};
    for (std::size_t column = 1; column < widths.size();) {
        const std::size_t end = end_of_joined(column, columns, widths.size());
        std::size_t width = 0;
        for (std::size_t i = column; i < end; ++i)
            width += column_gap + widths[i];
        const ColumnBlock& last = blocks.back();
        const bool fits = limit == 0 || last.width + width <= limit;
        if (!fits && last.end > last.begin)
            blocks.push_back({column, column, widths[0]});
        blocks.back().end = end;
        blocks.back().width += width;
        column = end;
    }
    return blocks;
}

}  // namespace msp
