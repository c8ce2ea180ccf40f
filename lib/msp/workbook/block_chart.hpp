// SPDX-License-Identifier: MIT
// Private to the module: the chart of a block, which draws its lines alone.
#pragma once

#include <msp/workbook/placement.hpp>
#include <msp/workbook/worksheet.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

class BlockChart {
 public:
    BlockChart(const Sheet& sheet, const PlacedColumns& columns) : sheet_(sheet), columns_(columns) {}

    void begin_worksheet();
    void add(const PlacedRow& row);
    // What has come since the last one; nothing where no line has, or where the sheet has no chart. Below a table with
    // which it fits a page, else beside it: a page that ends in a picture would cut it. Where it stands instead of a
    // long table, the picture alone is printed.
    void draw(OpenWorkbook& book, Worksheet& on, const std::string& part);

 private:
    [[nodiscard]] WorkbookChart drawn(const Chart& chart, const CellRun& lines) const;

    const Sheet& sheet_;
    const PlacedColumns& columns_;
    std::optional<CellRun> lines_;   // their rows
    std::vector<bool> has_amounts_;  // by column of the sheet, in this worksheet
    bool by_day_ = false;            // its periods are days
};

}  // namespace msp
