// SPDX-License-Identifier: MIT
// Private to what writes workbooks: charts.
#pragma once

#include <msp/workbook/workbook.hpp>
#include <support/xlsx_library.hpp>

#include <string>

namespace msp::app {

// Drawn from cells of the worksheet of that name. Null where there is no room for it.
[[nodiscard]] lxw_chart* make_chart(const XlsxLibrary& library, lxw_workbook* book, const std::string& worksheet,
                                    const WorkbookChart& chart, const char* day_format);

}  // namespace msp::app
