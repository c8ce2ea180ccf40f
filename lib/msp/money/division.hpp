// SPDX-License-Identifier: MIT
// Private to money: the one place where a quotient becomes whole cents. For unsigned integers of any width.
#pragma once

#include <msp/money/rate.hpp>

#include <cstdint>
#include <limits>
#include <stdexcept>

namespace msp {

// Every mode treats a debt as it treats a claim, so magnitudes are enough.
template <typename Integer>
[[nodiscard]] Integer divided(const Integer& numerator, const Integer& denominator, Rounding rounding) {
    Integer quotient = numerator / denominator;
    const Integer below = numerator - quotient * denominator;
    const Integer above = denominator - below;
    switch (rounding) {
        case Rounding::half_up:
            return below >= above ? Integer(quotient + 1) : quotient;
        case Rounding::half_even:
            return below > above || (below == above && quotient % 2 != 0) ? Integer(quotient + 1) : quotient;
        case Rounding::toward_zero:
            return quotient;
    }
    throw std::logic_error("a rounding without a name");
}

template <typename Integer>
[[nodiscard]] Money signed_money(const Integer& cents, bool negative) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (cents > most + (negative ? 1U : 0U))
        throw_money_overflow();
    const auto bits = static_cast<std::uint64_t>(cents);
    return Money::from_cents(static_cast<std::int64_t>(negative ? 0 - bits : bits));
}

}  // namespace msp
