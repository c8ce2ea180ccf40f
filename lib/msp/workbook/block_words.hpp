// SPDX-License-Identifier: MIT
// Private to the module: what the worksheet of a block is called, and what it says of itself.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/workbook/worksheet.hpp>

#include <string>
#include <vector>

namespace msp {

struct BlockWords {
    std::string word;               // what the worksheet of the sheet is called
    std::vector<std::string> name;  // which of them it is, behind that word
    std::string title;              // what it is, whose, and which of them: the worksheet stands alone
    std::string part;               // which block it is
    std::string owner;
};
[[nodiscard]] BlockWords block_words(const Sheet& sheet, const Block& block, const OpenWorkbook& book);

}  // namespace msp
