// SPDX-License-Identifier: MIT
// The ends of what cents and counts can be.
#pragma once

#include <cstdint>
#include <limits>

namespace msp::test {

inline constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
inline constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

}  // namespace msp::test
