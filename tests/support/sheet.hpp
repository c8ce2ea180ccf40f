// SPDX-License-Identifier: MIT
// A sheet as CSV, to be compared whole.
#pragma once

#include <msp/report/sheet_data.hpp>

#include <string>

namespace msp::test {

// Its rows, without the heading.
std::string csv_rows(const Sheet& sheet);
// The ids of its columns as data, and the line feed.
std::string csv_heading(const Sheet& sheet);

}  // namespace msp::test
