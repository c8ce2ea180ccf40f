// SPDX-License-Identifier: MIT
// Private to the module: the tables of a sheet, each block on a worksheet of its own, or below the one before it.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/workbook/block_chart.hpp>
#include <msp/workbook/block_words.hpp>
#include <msp/workbook/placement.hpp>
#include <msp/workbook/table_cells.hpp>
#include <msp/workbook/worksheet.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

class Tables : public RowSink {
 public:
    Tables(OpenWorkbook& book, const Sheet& sheet)
        : book_(book), sheet_(sheet), columns_(sheet), cells_(book, columns_), chart_(sheet, columns_) {}
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    void begin(const Block& block) override;
    void row(Row row, std::span<const Cell> cells) override;
    void note(std::string_view text) override;
    void note_of_changes(std::string_view text) override { note(text); }

    // Notes follow their block's last row, and the chart follows them.
    void finish_block();
    [[nodiscard]] bool begun() const { return begun_; }

 private:
    [[nodiscard]] Worksheet& here() { return book_.worksheets[on_]; }
    void open(std::string_view word, const std::vector<std::string>& name = {});
    void head();
    void words(std::string_view text, CellLook look);
    void note_below(std::string_view text);

    OpenWorkbook& book_;
    const Sheet& sheet_;
    PlacedColumns columns_;
    TableCells cells_;
    BlockChart chart_;
    BlockWords words_;                 // of the block that the worksheet began with
    std::vector<std::string> called_;  // that block
    std::vector<std::string> notes_;
    std::size_t on_ = 0;  // which worksheet
    bool begun_ = false;
    bool ruled_ = false;
};

}  // namespace msp
