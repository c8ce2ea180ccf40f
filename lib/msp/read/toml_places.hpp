// SPDX-License-Identifier: MIT
// Private to the module: from the places of toml++, lines and columns of characters, to bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace msp {

class TomlPlaces {
 public:
    explicit TomlPlaces(std::string_view text);

    // Line and column count from 1. Beyond the end of the text, its end. Logarithmic in the text, whatever its lines.
    [[nodiscard]] std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;

 private:
    [[nodiscard]] std::uint32_t characters_before(std::uint32_t offset) const;

    std::string_view text_;
    std::vector<std::uint32_t> lines_;   // where each begins
    std::vector<std::uint32_t> plain_;   // the ASCII characters each begins with; empty for plain ASCII
    std::vector<std::uint32_t> blocks_;  // the characters before each block of bytes; empty for plain ASCII
};

}  // namespace msp
