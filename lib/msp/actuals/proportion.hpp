// SPDX-License-Identifier: MIT
// An amount parted like others, to the cent.
#pragma once

#include <msp/money/money.hpp>

#include <span>
#include <vector>

namespace msp {

// Parts of `whole` in the proportion of `weights`, whose sum is not zero; some may be negative. Each part is cut to
// cents below its exact value, and the cents left over go to the largest remainders, ties by position.
[[nodiscard]] std::vector<Money> in_proportion(Money whole, std::span<const Money> weights);

}  // namespace msp
