// SPDX-License-Identifier: MIT
// Private to the module: a value of the file as a reader has it, amounts, rates and days written out.
#pragma once

#include <msp/budget/keys.hpp>
#include <msp/read/document.hpp>

#include <string>

namespace msp {

// What cannot be read that way stays as it is written.
[[nodiscard]] std::string stated_text(const Document& document, NodeId node, const Key& key, Language language);
[[nodiscard]] std::string stated_fallback(const Key& key, Language language);

}  // namespace msp
