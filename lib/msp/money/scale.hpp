// SPDX-License-Identifier: MIT
// Where amounts stand on a line of whole steps, for bars and curves. What is drawn has no binary float either.
#pragma once

#include <msp/money/money.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace msp {

// `least` stands at 0 and `most`, which is above it, at `steps`.
class AmountScale {
 public:
    AmountScale(Money least, Money most, std::int64_t steps);

    // The nearest step, half up; beyond both ends for what is not between them.
    [[nodiscard]] std::int64_t at(Money amount) const;

 private:
    Money least_;
    Money most_;
    std::int64_t steps_;
};

// Bars in a row of cells, to the right of zero and, where there is less than nothing to show, to the left of it. Zero
// stands between two cells, and one cell is as much on either side.
class BarField {
 public:
    // `cells` are 2 at least. Zero is shown whether it lies between `least` and `most` or not.
    BarField(Money least, Money most, std::int64_t cells);

    [[nodiscard]] std::int64_t left() const { return left_; }
    [[nodiscard]] std::int64_t right() const { return right_; }
    // How far from zero, in `parts` of a cell; negative to the left. Something is never nothing.
    [[nodiscard]] std::int64_t length(Money amount, std::int64_t parts) const;

 private:
    std::int64_t left_ = 0;
    std::int64_t right_ = 0;
    Money cell_;
};

// Amounts to write beside a line: multiples of 1, 2 or 5 times a power of ten euros, from `least` to `most`, `about` at
// most.
[[nodiscard]] std::vector<Money> round_amounts(Money least, Money most, std::size_t about);

}  // namespace msp
