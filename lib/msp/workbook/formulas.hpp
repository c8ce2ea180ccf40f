// SPDX-License-Identifier: MIT
// Private to the module: how a cell is made of others, and which way of several is taken.
#pragma once

#include <msp/money/money.hpp>
#include <msp/workbook/named_rows.hpp>
#include <msp/workbook/placement.hpp>
#include <msp/workbook/rows_above.hpp>

#include <cstddef>
#include <string>

namespace msp {

// A formula is empty where there is none, or where it would make another amount than the one that stands there.
class Formulas {
 public:
    explicit Formulas(const PlacedColumns& columns) : columns_(columns), above_(columns), named_(columns) {}

    // Before those of its cells.
    void begin(const Row& row) { named_.begin(row); }
    [[nodiscard]] std::string of_amount(const PlacedRow& row, std::size_t column, Money amount) const;
    // Of a number that is no amount, as it is written.
    [[nodiscard]] std::string of_number(const PlacedRow& row, std::size_t column, const std::string& digits) const;

    // The same of rows of earlier blocks: where nothing else makes it.
    [[nodiscard]] std::string of_named_rows(std::size_t column, Money amount) const;

    // A row whose cells are all made: later ones may name it.
    void add(const std::string& worksheet, const PlacedRow& row) {
        above_.add(row);
        named_.add(worksheet, row);
    }
    // Later rows are made of none of those before them, but for such as have a name.
    void forget_rows() { above_.clear(); }

 private:
    [[nodiscard]] std::string first_found(const PlacedRow& row, std::size_t column, Money amount) const;
    [[nodiscard]] std::string brought_forward(const PlacedRow& row, std::size_t column, Money amount) const;

    const PlacedColumns& columns_;
    RowsAbove above_;
    NamedRows named_;
};

}  // namespace msp
