// SPDX-License-Identifier: MIT
// Private to the module: a value of the file as a reader has it, amounts, rates and days written out.
#pragma once

#include <msp/budget/stated.hpp>

#include <string>

namespace msp {

struct StatedText {
    std::string words;
    StatedFigure figure;
};

// What cannot be read that way stays as it is written.
[[nodiscard]] StatedText stated_text(const Document& document, NodeId node, const Key& key, Language language);
[[nodiscard]] StatedText stated_fallback(const Key& key, Language language);

}  // namespace msp
