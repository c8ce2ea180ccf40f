// SPDX-License-Identifier: MIT
// Private to the module: what a worksheet has so far, and what all worksheets of a workbook share.
#pragma once

#include <msp/report/text_style.hpp>
#include <msp/workbook/shared_figures.hpp>
#include <msp/workbook/workbook.hpp>
#include <msp/workbook/worksheet_names.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
    std::string heading;  // of its printed pages
    std::optional<CellArea> printed;
    bool chart_beside = false;

    void widen(std::size_t column, std::size_t characters) {
        if (widths.size() <= column)
            widths.resize(column + 1);
        widths[column] = std::max(widths[column], std::min(characters, widest_column));
    }
};

struct OpenWorkbook {
    WorkbookSink& sink;
    TextStyle style;
    std::uint32_t most_rows = 0;  // of a worksheet
    WorksheetNames names = {};
    std::vector<Worksheet> worksheets = {};
    SharedFigures figures = {};
    std::string heading = {};  // the last one of its sentences so far: what tables after it are about
    std::string about = {};    // the whole, where nothing else says it

    // The position of a new worksheet; references to others hold no longer.
    [[nodiscard]] std::size_t add(std::string_view word, const std::vector<std::string>& name = {}) {
        Worksheet made;
        made.name = names.next(word, name);
        made.number = sink.worksheet(made.name);
        worksheets.push_back(std::move(made));
        return worksheets.size() - 1;
    }
};

}  // namespace msp
