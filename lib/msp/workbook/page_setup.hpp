// SPDX-License-Identifier: MIT
// Private to the module: on what paper a worksheet is printed, and what is repeated on each page.
#pragma once

#include <msp/workbook/workbook.hpp>
#include <msp/workbook/worksheet.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace msp {

// A sheet of paper on its side, as it can be read without being made smaller.
struct Paper {
    std::uint32_t rows = 0;
    std::size_t characters = 0;
};
inline constexpr Paper a4 = {32, 135};
inline constexpr Paper a3 = {48, 200};

// `title` stands at the head of its pages where the worksheet has no heading.
[[nodiscard]] WorksheetLook page_setup(const Worksheet& worksheet, const std::string& title);

}  // namespace msp
