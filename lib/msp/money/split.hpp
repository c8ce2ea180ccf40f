// SPDX-License-Identifier: MIT
// Sharing an amount without losing a cent.
#pragma once

#include <msp/money/money.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace msp {

// Parts in proportion to `weights` that sum to `whole`, by largest remainder, ties by position. A weight of zero gets
// nothing; the sign of the whole is the sign of every part. Weights are not negative and not all zero.
[[nodiscard]] std::vector<Money> split(Money whole, std::span<const std::int64_t> weights);

// The `index`-th (from 0) of `count` equal instalments of `whole`, each rounded half up, the last one taking the
// difference: 1,000.00 in 12 is 11 x 83.33 and 83.37. Where half up would leave a last one of the other sign (a few
// cents in many instalments), the equal ones are cut toward zero instead.
[[nodiscard]] Money instalment(Money whole, std::int64_t count, std::int64_t index);

}  // namespace msp
