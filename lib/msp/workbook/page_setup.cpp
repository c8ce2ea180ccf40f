// SPDX-License-Identifier: MIT
#include <msp/workbook/page_setup.hpp>

#include <algorithm>

namespace msp {

WorksheetLook page_setup(const Worksheet& worksheet, const std::string& title) {
    WorksheetLook look;
    look.title = worksheet.heading.empty() ? title : worksheet.heading;
    look.printed = worksheet.printed;
    look.frozen_rows = worksheet.frozen_rows;
    look.frozen_columns = worksheet.frozen_columns;
    std::size_t width = 0;
    std::size_t repeated = 0;
    for (std::size_t i = 0; i < worksheet.widths.size(); ++i) {
        const bool hidden = i >= worksheet.hidden_from;
        look.columns.push_back({worksheet.widths[i], hidden});
        width += hidden ? 0 : worksheet.widths[i] + 1;
        repeated += i < worksheet.frozen_columns ? worksheet.widths[i] + 1 : 0;
    }
    look.large_paper = width > a4.characters || worksheet.chart_beside;
    // The names stand on each page, so that twelve months and twelve more take two.
    if (width > a3.characters && repeated < a3.characters / 2)
        look.pages_across = static_cast<std::uint16_t>((width - repeated - 1) / (a3.characters - repeated) + 1);
    // A few rows do not stand alone on the last page.
    const Paper& paper = look.large_paper ? a3 : a4;
    const std::size_t a_page = paper.rows * std::max(width, paper.characters) / paper.characters;
    if (look.pages_across == 1 && worksheet.next_row > a_page && worksheet.next_row % a_page <= a_page / 8)
        look.pages_down = static_cast<std::uint16_t>(worksheet.next_row / a_page);
    return look;
}

}  // namespace msp
