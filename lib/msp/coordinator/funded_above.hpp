// SPDX-License-Identifier: MIT
// Private to the module: money from outside and from associates that is more than the cost.
#pragma once

#include <msp/coordinator/post_return.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// In the first exercise in which it is.
struct FundedAbove {
    std::int16_t exercise = 0;
    Money cost;
    Money paid;
    std::vector<const ReturnItem*> by;
};
[[nodiscard]] std::optional<FundedAbove> funded_above(const PostReturn& made);

}  // namespace msp
