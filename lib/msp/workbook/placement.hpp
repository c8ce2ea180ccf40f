// SPDX-License-Identifier: MIT
// Private to the module: where the columns and rows of a sheet stand in its worksheet.
#pragma once

#include <msp/report/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// First come the columns that a page shows, then, hidden, those that name its rows for programs. Columns of the sheet
// are named by their position in it.
class PlacedColumns {
 public:
    explicit PlacedColumns(const Sheet& sheet) : sheet_(sheet) {}
    void arrange(const Block& block);

    [[nodiscard]] std::size_t size() const { return sheet_.columns.size(); }  // of the sheet
    [[nodiscard]] const Column& operator[](std::size_t column) const { return sheet_.columns[column]; }
    [[nodiscard]] std::size_t called(const std::string& id) const;

    // Of the worksheet; nothing where the block leaves it out.
    [[nodiscard]] const std::optional<std::uint32_t>& at(std::size_t column) const { return at_[column]; }
    // It has its own head then, and all of its digits.
    [[nodiscard]] bool hidden(std::size_t column) const { return *at_[column] >= in_sight_; }
    // What stands to the left, beside a figure.
    [[nodiscard]] bool set_in(std::size_t column) const { return set_in_[column]; }

    // Those of the worksheet, as they stand.
    [[nodiscard]] const std::vector<std::size_t>& in_order() const { return in_order_; }
    [[nodiscard]] std::uint32_t in_sight() const { return in_sight_; }
    // At the left of them, what rows are called by.
    [[nodiscard]] std::uint32_t names() const { return names_; }

 private:
    const Sheet& sheet_;
    std::vector<std::size_t> in_order_;
    std::vector<std::optional<std::uint32_t>> at_;
    std::vector<bool> set_in_;
    std::uint32_t in_sight_ = 0;
    std::uint32_t names_ = 0;
};

struct PlacedRow {
    const Row& row;
    std::span<const Cell> cells;  // one a column of the sheet
    std::uint32_t at = 0;         // of the worksheet, from 0

    [[nodiscard]] const Money* amount(std::size_t column) const { return std::get_if<Money>(&cells[column]); }
    [[nodiscard]] Money joining(std::size_t column) const {
        return row.joining.empty() ? Money() : row.joining[column];
    }
};

}  // namespace msp
