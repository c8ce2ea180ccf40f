// SPDX-License-Identifier: MIT
// Private to io: the units that may stand behind a number in quotes. Which one a key has, the key table says.
#pragma once

#include <msp/io/keys.hpp>

#include <span>
#include <string_view>

namespace msp {

// The spellings of a unit of the key table in both languages, plural first; none where it has no words of its own.
[[nodiscard]] std::span<const Word> unit_words(std::string_view unit);

}  // namespace msp
