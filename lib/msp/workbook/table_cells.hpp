// SPDX-License-Identifier: MIT
// Private to the module: the cells of a table's rows, what stands in each, how it looks, and how wide it is.
#pragma once

#include <msp/workbook/formulas.hpp>
#include <msp/workbook/placement.hpp>
#include <msp/workbook/worksheet.hpp>

#include <cstddef>
#include <string_view>

namespace msp {

class TableCells {
 public:
    TableCells(OpenWorkbook& book, const PlacedColumns& columns) : book_(book), columns_(columns), formulas_(columns) {}

    // Rows of other worksheets and of earlier tables: what follows is not made of them.
    void forget_rows() { formulas_.forget_rows(); }
    void write(std::size_t worksheet, const PlacedRow& row, bool ruled);

 private:
    void write_amount(std::size_t worksheet, const PlacedRow& row, std::size_t column, Money amount, CellLook look);
    void write_value(Worksheet& on, const PlacedRow& row, std::size_t column, const ValueCell& value, CellLook look);
    void write_other(Worksheet& on, const PlacedRow& row, std::size_t column, const Cell& cell, CellLook look);
    void write_text(Worksheet& on, const PlacedRow& row, std::size_t column, CellLook look, std::string_view shown);
    void put(Worksheet& on, const PlacedRow& row, std::size_t column, CellLook look, const CellValue& value,
             std::string_view formula = {});

    OpenWorkbook& book_;
    const PlacedColumns& columns_;
    Formulas formulas_;
};

}  // namespace msp
