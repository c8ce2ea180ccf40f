// SPDX-License-Identifier: MIT
// Private to the module: money that no rule takes and that may well be what a line without a rule has due.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace msp {

struct OpenAmount {
    Date day;
    Money amount;
};

struct LooseAmount {
    Date day;
    Money amount;
    bool alike = false;  // its account is one of the line's category
};

struct LikelyPair {
    std::size_t due = 0;
    std::size_t came = 0;
};

// From ten days before it is due to 31 days after: the same amount on any account, the nearest day first; then, of an
// account alike, at least half and at most twice as much. Each amount at most once.
[[nodiscard]] std::vector<LikelyPair> likely_pairs(std::span<const OpenAmount> dues, std::span<const LooseAmount> came);

}  // namespace msp
