// SPDX-License-Identifier: MIT
#include <msp/report/shown_cell.hpp>
#include <msp/workbook/placement.hpp>

#include <algorithm>
#include <cassert>

namespace msp {

void PlacedColumns::arrange(const Block& block) {
    constexpr std::uint32_t most_names = 2;
    const std::vector<Column>& columns = sheet_.columns;
    in_order_ = shown_columns(sheet_, block);
    in_sight_ = static_cast<std::uint32_t>(in_order_.size());
    names_ = 0;
    while (names_ < std::min(in_sight_, most_names) && !columns[in_order_[names_]].figure)
        ++names_;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (columns[column].audience == Audience::data)
            in_order_.push_back(column);
    }
    at_.assign(columns.size(), std::nullopt);
    set_in_.assign(columns.size(), false);
    for (std::size_t i = 0; i < in_order_.size(); ++i) {
        at_[in_order_[i]] = static_cast<std::uint32_t>(i);
        set_in_[in_order_[i]] = i != 0 && !columns[in_order_[i]].figure && columns[in_order_[i - 1]].figure;
    }
}

std::size_t PlacedColumns::called(const std::string& id) const {
    const auto at = std::ranges::find(sheet_.columns, id, &Column::id);
    assert(at != sheet_.columns.end());
    return static_cast<std::size_t>(at - sheet_.columns.begin());
}

}  // namespace msp
