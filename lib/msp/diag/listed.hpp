// SPDX-License-Identifier: MIT
// Several things in one sentence: "a, b, c".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace msp {

// `text_of` gives what stands for one of them, anything that a string can be built from.
template <typename Range, typename TextOf = std::identity>
[[nodiscard]] std::string listed(const Range& range, TextOf text_of = {}, std::string_view between = ", ") {
    std::string list;
    for (const auto& one : range) {
        if (!list.empty())
            list += between;
        list += std::string_view(std::invoke(text_of, one));
    }
    return list;
}

}  // namespace msp
