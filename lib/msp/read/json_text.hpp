// SPDX-License-Identifier: MIT
// Private to the module: the scalars of a JSON text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

// Whether RFC 8259 takes it for a number: -0.5, 12, 1e3, and neither 012 nor +1, .5, 5. or 1_000.
[[nodiscard]] bool is_json_number(std::string_view text);

// What a backslash and the characters behind it stand for.
struct JsonEscape {
    enum Kind { character, unknown, half_pair };
    Kind kind = unknown;
    std::size_t length = 1;  // of the escape in the source; of an unknown one, of its backslash
    std::string utf8 = {};   // of a character
};
// `text` begins with a backslash. Two \u escapes of a surrogate pair are one character.
[[nodiscard]] JsonEscape json_escape(std::string_view text);

}  // namespace msp
