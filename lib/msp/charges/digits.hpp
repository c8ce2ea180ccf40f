// SPDX-License-Identifier: MIT
// Private to charges: quotients of long integers, cut off or written with decimals. The first 128 bits decide nearly
// always, and where they do not, all of them do: the result is exact.
#pragma once

#include <msp/charges/whole.hpp>

#include <cstdint>
#include <string>

namespace msp {

// A positive number that many others are divided by.
class Divisor {
 public:
    explicit Divisor(const Whole& value);

    // Its leading bits, at most so many, and how many are left out.
    struct Leading {
        std::uint64_t bits;
        unsigned left_out;
    };
    static constexpr unsigned many = 63;
    static constexpr unsigned few = 40;  // so that an amount times them is no longer than 128 bits

    [[nodiscard]] const Whole& value() const { return value_; }
    [[nodiscard]] const Leading& leading(unsigned bits) const { return bits == many ? many_ : few_; }

 private:
    Whole value_;
    Leading many_;
    Leading few_;
};

struct CutOff {
    std::int64_t whole;  // may be negative
    Whole rest;          // not negative, below the divisor
};
[[nodiscard]] CutOff cut_off(const Whole& number, const Divisor& divisor);

// number * times / (divisor * over); `over` is positive.
struct LongQuotient {
    const Whole& number;
    std::int64_t times;
    const Divisor& divisor;
    std::int64_t over;
};
// "1041.666667", the last place rounded half away from zero; at most 9 places.
[[nodiscard]] std::string written(const LongQuotient& quotient, int places);

[[nodiscard]] std::string digits_of(const Whole& number);

}  // namespace msp
