// SPDX-License-Identifier: MIT
// Private to charges: what of a member's call is for which line.
#pragma once

#include <msp/money/money.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace msp {

// Of a line, what a member was called so far, and how that goes on: `from`, and of `over` equal calls `step` in all.
struct CalledLine {
    Money called;
    Money from;
    Money step;
};

// A call parted so that after `calls` of `over` each line has been called `from` and that part of its `step`, as near
// as whole cents let it: what the call is more or less than their sum, by rounding, they bear in proportion to their
// steps, and cents go by largest remainder, ties by position. No cent of rounding gives a line the other sign. Error
// beyond 128 bits.
[[nodiscard]] std::vector<Money> parted_call(Money call, std::span<const CalledLine> lines, std::ptrdiff_t calls,
                                             std::ptrdiff_t over);

}  // namespace msp
