// SPDX-License-Identifier: MIT
// Private to the module: what the worksheet of a block is called, and what it says of itself.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/workbook/worksheet.hpp>

#include <string>

namespace msp {

struct BlockWords {
    std::string worksheet;  // its name, before it differs from others
    std::string title;      // what it is, whose, and which of them: the worksheet stands alone
    std::string owner;
    std::string part;  // which block it is
};
[[nodiscard]] BlockWords block_words(const Sheet& sheet, const Block& block, const OpenWorkbook& book);

}  // namespace msp
