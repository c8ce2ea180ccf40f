// SPDX-License-Identifier: MIT
// A text of a test with a piece of it changed.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace msp::test {

// The first of it; throws where there is none.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

// The only one of it.
inline std::string changed_once(const std::string& text, std::string_view from, std::string_view to) {
    if (text.find(from) != text.rfind(from))
        throw std::runtime_error("what is changed stands there twice");
    return changed(text, from, to);
}

}  // namespace msp::test
