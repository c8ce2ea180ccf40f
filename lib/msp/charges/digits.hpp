// SPDX-License-Identifier: MIT
// Private to charges: quotients of long integers, cut off or written with decimals. The first 128 bits decide nearly
// always, and where they do not, all of them do: the result is exact.
#pragma once

#include <msp/charges/whole.hpp>

#include <cstdint>
#include <string>

namespace msp {

struct CutOff {
    std::int64_t whole;  // may be negative
    Whole rest;          // not negative, below the divisor
};
// Of a positive divisor.
[[nodiscard]] CutOff cut_off(const Whole& number, const Whole& divisor);

// number * times / (divisor * over), both of the latter positive.
struct LongQuotient {
    const Whole& number;
    std::int64_t times;
    const Whole& divisor;
    std::int64_t over;
};
// "1041.666667", the last place rounded half away from zero.
[[nodiscard]] std::string written(const LongQuotient& quotient, int places);
[[nodiscard]] inline std::string written(const Whole& number, const Whole& divisor, int places) {
    return written({number, 1, divisor, 1}, places);
}

[[nodiscard]] std::string digits_of(const Whole& number);

}  // namespace msp
