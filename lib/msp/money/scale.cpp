// SPDX-License-Identifier: MIT
#include <msp/money/scale.hpp>

#include <algorithm>
#include <cassert>

namespace msp {
namespace {

__extension__ typedef __int128 Signed;  // of an amount times a number of steps

Signed cents(Money amount) {
    return amount.cents();
}

Signed floored(Signed number, Signed divisor) {
    const Signed quotient = number / divisor;
    return quotient - (number % divisor < 0 ? 1 : 0);
}

// Half up: two of them at the same distance from a third one lie as far from each other.
std::int64_t nearest(Signed number, Signed divisor) {
    return static_cast<std::int64_t>(floored(2 * number + divisor, 2 * divisor));
}

Signed cut_up(Signed number, Signed divisor) {
    return -floored(-number, divisor);
}

Money euros(Signed number) {
    constexpr Signed cents_of_one = 100;
    return Money::from_cents(static_cast<std::int64_t>(number * cents_of_one));
}

// Multiples of a step between two limits, in euros.
Signed multiples(Money least, Money most, Signed step) {
    constexpr Signed cents_of_one = 100;
    const Signed wide = step * cents_of_one;
    return floored(cents(most), wide) - cut_up(cents(least), wide) + 1;
}

}  // namespace

AmountScale::AmountScale(Money least, Money most, std::int64_t steps) : least_(least), most_(most), steps_(steps) {
    assert(least < most);
}

std::int64_t AmountScale::at(Money amount) const {
    return nearest((cents(amount) - cents(least_)) * steps_, cents(most_) - cents(least_));
}

BarField::BarField(Money least, Money most, std::int64_t cells) {
    const Signed below = -cents(std::min(least, Money()));
    const Signed above = cents(std::max(most, Money()));
    if (below != 0)
        left_ = std::clamp<std::int64_t>(static_cast<std::int64_t>(cut_up(below * cells, below + above)), 1, cells - 1);
    right_ = cells - left_;
    const Signed widest = std::max(cut_up(above, right_), left_ == 0 ? Signed{0} : cut_up(below, left_));
    cell_ = Money::from_cents(static_cast<std::int64_t>(std::max(widest, Signed{1})));
}

std::int64_t BarField::length(Money amount, std::int64_t parts) const {
    const std::int64_t drawn = nearest(cents(amount) * parts, cents(cell_));
    if (drawn != 0 || amount == Money())
        return drawn;
    return amount.negative() ? -1 : 1;
}

std::vector<Money> round_amounts(Money least, Money most, std::size_t about) {
    Signed step = 1;
    for (Signed power = 1; multiples(least, most, step) > static_cast<Signed>(about); power *= 10) {
        for (const int times : {1, 2, 5}) {
            step = power * times;
            if (multiples(least, most, step) <= static_cast<Signed>(about))
                break;
        }
    }
    std::vector<Money> found;
    constexpr Signed cents_of_one = 100;
    for (Signed at = cut_up(cents(least), step * cents_of_one) * step; euros(at) <= most; at += step)
        found.push_back(euros(at));
    return found;
}

}  // namespace msp
