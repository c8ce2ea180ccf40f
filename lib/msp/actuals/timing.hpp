// SPDX-License-Identifier: MIT
// How much of the gap between what a line planned and what came is only that it came at another time.
#pragma once

#include <msp/money/money.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace msp {

// An item of a line, in a period by its number.
struct TimedAmount {
    std::size_t period = 0;
    Money amount;
};

// What is held against each other, by its positions.
enum class TimedKind : std::uint8_t {
    came,     // an item due, and what came for it
    back,     // two that came and are opposite: the later one, then the earlier one
    lacking,  // what never came of an item due, and the last part that came of it
};

// Moves an amount from the period of the first to the period of the other.
struct TimedMove {
    TimedKind kind = TimedKind::came;
    std::size_t from = 0;
    std::size_t to = 0;
    Money amount;
};

// Both are in the order of their days. Items are held against each other in these steps, each
// among what those before have left:
//   1. the same amount in the same period;
//   2. what came and went back: two of opposite amounts;
//   3. the same amount in another period, the oldest due first, then the next one due; an item of which all but a tenth
//      came in its own period is not looked for in others;
//   4. one receipt or payment that is the sum of several due by then;
//   5. several that follow each other and come to one that is due, a refund among them, none of them where something
//      else is still due;
//   6. in a period at least half and at most twice what is due there: it came, whatever it lacks is amount;
//   7. likewise in another period: the oldest due, else the next one;
//   8. what is left, in part: the oldest due first; what 7 then still lacks, it lacks where the last part came.
// 5 and 8 only of what is due in the first `shown` periods. What stays in its period is left out.
[[nodiscard]] std::vector<TimedMove> timed_moves(std::span<const TimedAmount> planned,
                                                 std::span<const TimedAmount> actual, std::size_t periods,
                                                 std::size_t shown);

// Their sums by period; in all zero.
[[nodiscard]] std::vector<Money> timing_of(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual,
                                           std::size_t periods, std::size_t shown);

}  // namespace msp
