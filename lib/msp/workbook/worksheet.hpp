// SPDX-License-Identifier: MIT
// Private to the module: what a worksheet has so far, and what worksheets share.
#pragma once

#include <msp/money/money.hpp>
#include <msp/workbook/workbook.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

struct Worksheet {
    static constexpr std::size_t most_columns = 16'384;
    static constexpr std::size_t widest_column = 60;  // characters

    std::size_t number = 0;
    std::string name;
    std::uint32_t next_row = 0;
    std::vector<std::size_t> widths;
    std::size_t hidden_from = most_columns;
    std::uint32_t frozen_rows = 0;
    std::uint32_t frozen_columns = 0;
    std::string owner;  // at the head of its printed pages
    std::optional<CellArea> printed;
    bool chart_beside = false;

    void widen(std::size_t column, std::size_t characters) {
        if (widths.size() <= column)
            widths.resize(column + 1);
        widths[column] = std::max(widths[column], std::min(characters, widest_column));
    }
};

// A figure that several worksheets have, where the first of them has it.
struct SharedFigure {
    std::size_t worksheet = 0;
    std::string cell;  // "'Plan'!C12"
    Money amount;      // as it stands there
};

}  // namespace msp
