// SPDX-License-Identifier: MIT
// Private to the module: how long a place is open, in hours.
#pragma once

#include <optional>
#include <string_view>

namespace msp {

// "12h", "11h30", "11.5", "12 heures"; in minutes, which must be whole.
[[nodiscard]] std::optional<int> parse_amplitude(std::string_view text);

}  // namespace msp
