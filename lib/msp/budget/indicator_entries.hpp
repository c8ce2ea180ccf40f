// SPDX-License-Identifier: MIT
// Private to the module: what a budget says indicator by indicator.
#pragma once

#include <msp/budget/decoding.hpp>

#include <functional>
#include <string_view>
#include <vector>

namespace msp {

// The entries of a free table whose ids may be those of indicators, or are among the `others`; by id, which makes
// budgets equal whatever their order. Which indicators there are is for the law to say. Other ids, and one that stands
// twice, are reported.
[[nodiscard]] std::vector<FreeEntry> indicator_entries(
    Decoding& decoding, const FieldOf<KeyType::free_table>& field,
    const std::function<bool(std::string_view)>& others = [](std::string_view) { return false; });

}  // namespace msp
