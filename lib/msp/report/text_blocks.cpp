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

std::vector<ColumnBlock> column_blocks(std::span<const std::size_t> widths, std::size_t lead,
                                       const std::vector<TableColumn>& columns, std::size_t limit) {
    if (widths.empty())
        return {};
    lead = std::min(lead, widths.size());
    const std::size_t led =
        std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(lead), column_gap * (lead - 1));
    std::vector<ColumnBlock> blocks = {{lead, lead, led, lead}};
    for (std::size_t column = lead; column < widths.size();) {
        std::size_t end = end_of_joined(column, columns, widths.size());
        const auto width = [&] {
            return std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(column),
                                   widths.begin() + static_cast<std::ptrdiff_t>(end), column_gap * (end - column));
        };
        if (limit != 0 && led + width() > limit)
            end = column + 1;
        const ColumnBlock& last = blocks.back();
        const bool fits = limit == 0 || last.width + width() <= limit;
        if (!fits && last.end > last.begin)
            blocks.push_back({column, column, led, lead});
        blocks.back().end = end;
        blocks.back().width += width();
        column = end;
    }
    for (ColumnBlock& block : blocks) {
        const auto sums = [&](std::size_t column) { return column < columns.size() && columns[column].sums; };
        std::size_t at = block.begin;
        while (at < block.end && sums(at))
            ++at;
        if (at < block.end || blocks.size() == 1)
            continue;
        block.lead = 1;
        block.width -= led - widths.front();
    }
    return blocks;
}

}  // namespace msp
