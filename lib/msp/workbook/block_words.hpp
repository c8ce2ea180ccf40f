// SPDX-License-Identifier: MIT
// Private to the module: what the worksheet of a block is called, and what it says of itself.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/workbook/worksheet.hpp>

#include <string>

namespace msp {

struct BlockWords {
    std::string word;   // what the worksheet of the sheet is called
    std::string name;   // which of them it is, behind that word
    std::string title;  // what it is, whose, and which of them: the worksheet stands alone
    std::string owner;
    std::string part;  // which block it is
};
[[nodiscard]] BlockWords block_words(const Sheet& sheet, const Block& block, const OpenWorkbook& book);

}  // namespace msp
