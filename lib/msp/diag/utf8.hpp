// SPDX-License-Identifier: MIT
// UTF-8 read one character at a time, never outside the text, whatever its bytes are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace msp {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;  // in bytes
    bool valid = false;      // not valid: `value` is one byte that begins no character
};

[[nodiscard]] constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

// The character at byte `at`, which is inside `text`.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);
// Where the character that holds byte `at` begins; `at` itself at the end of the text.
[[nodiscard]] std::size_t character_begin(std::string_view text, std::size_t at);

// Columns of a terminal, as display_width().
[[nodiscard]] std::size_t display_width(char32_t character);

// The first characters that may be sent to a terminal as they are.
struct Harmless {
    std::size_t bytes = 0;
    std::size_t columns = 0;
};
[[nodiscard]] Harmless harmless_prefix(std::string_view text);

// A control, a line separator, a mark that turns the direction of writing, or what is no character, U+FFFE and U+FFFF.
[[nodiscard]] bool commands_terminal(char32_t character);

// The character as it may be sent to a terminal, or stand in XML: controls as \x1b, line separators, marks that turn
// the direction of writing and what is no character as \u202e, a byte that is not UTF-8 as \xff.
void append_visible(std::string& out, std::string_view text, std::size_t at, CodePoint character);
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace msp
