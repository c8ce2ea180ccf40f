// SPDX-License-Identifier: MIT
// Text as a manual page has it.
#pragma once

#include <msp/diag/message.hpp>

#include <string>
#include <string_view>

namespace msp::manual {

void replace_all(std::string& text, std::string_view from, std::string_view to);
// Running text. French has no-break spaces before its high punctuation.
[[nodiscard]] std::string prose(std::string text, Language language);
// Names and words as they are typed: hyphens that can be copied.
[[nodiscard]] std::string literal(std::string text);

}  // namespace msp::manual
