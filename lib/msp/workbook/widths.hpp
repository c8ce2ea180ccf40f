// SPDX-License-Identifier: MIT
// Private to the module: how many characters and lines it takes to show something.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/shown_in.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace msp {

inline constexpr std::size_t sentence_width = 100;  // characters
inline constexpr std::size_t widest_heading = 14;   // beyond it a heading is broken between words

// How many lines a text takes in so many characters; letters may be wider than the digits that a width counts.
[[nodiscard]] std::uint32_t lines_in(std::string_view text, std::size_t width);
// Of a heading, which is broken between words only.
[[nodiscard]] std::size_t heading_width(std::string_view heading);
// Of "12 345,67" or "12 346", from its digits alone: a large table would be written twice.
[[nodiscard]] std::size_t money_width(Money amount, ShownIn unit);

}  // namespace msp
