// SPDX-License-Identifier: MIT
// Private to the module: the days of a month in one text, as a cell of a CSV file has them.
#pragma once

#include <string_view>
#include <vector>

namespace msp {

// The three days in "5, 20 et dernier".
[[nodiscard]] std::vector<std::string_view> day_words(std::string_view text);

}  // namespace msp
