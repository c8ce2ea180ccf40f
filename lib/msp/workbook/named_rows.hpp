// SPDX-License-Identifier: MIT
// Private to the module: rows of a sheet that have a name, and the formulas of those that later ones are made of.
#pragma once

#include <msp/money/money.hpp>
#include <msp/workbook/placement.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace msp {

class NamedRows {
 public:
    explicit NamedRows(const PlacedColumns& columns) : columns_(columns) {}

    // The row whose cells are made next: those that it is made of are found once.
    void begin(const Row& row);
    // What the cells of those come to, on whatever worksheets they stand; empty where that is not the amount, and
    // the column does not let the rest stand as it is.
    [[nodiscard]] std::string sum(std::size_t column, Money amount) const;
    // A row whose cells are all made.
    void add(const std::string& worksheet, const PlacedRow& row);

 private:
    struct NamedSheet {
        std::string name;
        std::vector<std::optional<std::uint32_t>> columns;  // where those of the sheet stand in it
    };
    struct Named {
        std::size_t worksheet = 0;  // of those below
        std::uint32_t at = 0;
        std::vector<Money> amounts;  // one a column of the sheet
    };

    const PlacedColumns& columns_;
    std::vector<NamedSheet> worksheets_;
    std::unordered_map<std::string, Named> rows_;
    std::vector<const Named*> made_of_;  // of the row whose cells are made
};

}  // namespace msp
