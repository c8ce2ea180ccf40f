// SPDX-License-Identifier: MIT
// How much of the gap between what a line planned and what came is only that it came at another time.
#pragma once

#include <msp/money/money.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace msp {

// An item of a line, in a period by its number.
struct TimedAmount {
    std::size_t period = 0;
    Money amount;
};

// By period; in all zero. Both are in the order of their days. Items are held against each other in these steps, each
// among what those before have left:
//   1. the same amount in the same period;
//   2. what came and went back: two of opposite amounts;
//   3. the same amount in another period, the oldest due first, then the next one due;
//   4. one receipt or payment that is the sum of several due by then;
//   5. several that follow each other and come to one that is due, a refund among them;
//   6. in a period at least half and at most twice what is due there: it came, whatever it lacks is amount;
//   7. likewise in another period: the oldest due, else the next one;
//   8. what is left, in part: the oldest due first; what 7 then still lacks, it lacks where the last part came.
// 5 and 8 only of what is due in the first `shown` periods.
[[nodiscard]] std::vector<Money> timing_of(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual,
                                           std::size_t periods, std::size_t shown);

}  // namespace msp
