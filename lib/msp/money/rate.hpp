// SPDX-License-Identifier: MIT
// Exact rates, and the only doors from an exact product back to cents. Each names its rounding.
#pragma once

#include <msp/money/money.hpp>

#include <cstdint>
#include <string>

namespace msp {

enum class Rounding {
    half_up,      // to the nearest cent, a half away from zero: 0.125 gives 0.13, -0.125 gives -0.13
    half_even,    // to the nearest cent, a half to the even cent
    toward_zero,  // cut off
};

// An exact decimal: digits / 10^scale. "2.5 %" is 25 / 10^3. At most 18 digits.
class Rate {
 public:
    constexpr Rate() = default;
    // `scale` from 0 to 18.
    constexpr Rate(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {}

    [[nodiscard]] constexpr std::int64_t digits() const { return digits_; }
    [[nodiscard]] constexpr int scale() const { return scale_; }
    [[nodiscard]] std::int64_t denominator() const;  // 10^scale
    // As a percentage without trailing zeros: "2.5".
    [[nodiscard]] std::string percent() const;

    // Exact; Error where the sum has more than 18 digits.
    friend Rate operator+(Rate a, Rate b);
    // Equal in value: 2.50 % is 2.5 %.
    friend bool operator==(Rate a, Rate b);
    friend std::strong_ordering operator<=>(Rate a, Rate b);

 private:
    std::int64_t digits_ = 0;
    int scale_ = 0;
};

// An exact quotient; the denominator is positive.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};

[[nodiscard]] Money times(Money amount, Rate rate, Rounding rounding);
[[nodiscard]] Money times(Money amount, Fraction fraction, Rounding rounding);
// amount x rate x fraction, exact up to the one rounding: interest is capital x rate x days / 360.
[[nodiscard]] Money times(Money amount, Rate rate, Fraction fraction, Rounding rounding);
// amount x (1 + rate)
[[nodiscard]] Money grown(Money amount, Rate rate, Rounding rounding);

}  // namespace msp
