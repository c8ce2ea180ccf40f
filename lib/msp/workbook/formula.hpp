// SPDX-License-Identifier: MIT
// Private to the module: the text of a formula, and what cells are called in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace msp {

inline constexpr std::size_t longest_formula = 8'192;

// "AB12", from 0.
[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);
// The same from another worksheet: "'L''été'!AB12".
[[nodiscard]] std::string cell_name(const std::string& worksheet, std::uint32_t row, std::uint32_t column);

// Cells that are added and taken off.
class SumFormula {
 public:
    void add(const std::string& cell, bool less);
    // A run of cells. Where there are texts among them it is SUM that adds up even one: nothing else takes a text for
    // nothing.
    void add_run(const std::string& first, const std::string& last, bool less, bool texts = false);

    [[nodiscard]] bool empty() const { return text_.size() == 1; }
    [[nodiscard]] const std::string& text() const { return text_; }
    // Without its equals sign, as a part of another formula; begins with a sign where the first term is taken off.
    [[nodiscard]] std::string_view terms() const { return std::string_view(text_).substr(1); }

 private:
    std::string text_ = "=";
};

}  // namespace msp
