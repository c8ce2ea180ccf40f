// SPDX-License-Identifier: MIT
#include <msp/workbook/formula.hpp>

namespace msp {

std::string cell_name(std::uint32_t row, std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest != 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

std::string cell_name(const std::string& worksheet, std::uint32_t row, std::uint32_t column) {
    std::string quoted;
    for (const char c : worksheet)
        quoted.append(c == '\'' ? 2 : 1, c);
    return "'" + quoted + "'!" + cell_name(row, column);
}

void SumFormula::add(const std::string& cell, bool less) {
    if (less)
        text_ += '-';
    else if (!empty())
        text_ += '+';
    text_ += cell;
}

void SumFormula::add_run(const std::string& first, const std::string& last, bool less, bool texts) {
    if (first == last)
        add(texts ? "SUM(" + first + ")" : first, less);
    else
        add("SUM(" + first + ":" + last + ")", less);
}

}  // namespace msp
