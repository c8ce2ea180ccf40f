// SPDX-License-Identifier: MIT
// Keys that a question names, be they in the budget or not.
#pragma once

#include <msp/model/budget.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// The key of that id; else a key by what the budget's own may go by: equal shares, rooms where there are any, or a
// figure that members have. Words are taken in both languages.
[[nodiscard]] std::optional<ShareKey> key_named(const Budget& budget, std::string_view name);

// A figure of the members by the name of its key in a language; one that the user names has but one.
[[nodiscard]] std::string counter_name(const std::string& counter, Language language);

// All such names, in the language that they are shown in.
[[nodiscard]] std::vector<std::string> key_names(const Budget& budget, Language language);

}  // namespace msp
