// SPDX-License-Identifier: MIT
// Private to charges: integers of any length; those of some hundred bits need no memory of their own.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <boost/multiprecision/rational_adaptor.hpp>

#include <memory>

namespace msp {

using WholeBackend = boost::multiprecision::cpp_int_backend<384, 0, boost::multiprecision::signed_magnitude,
                                                            boost::multiprecision::unchecked,
                                                            std::allocator<boost::multiprecision::limb_type>>;
using Whole = boost::multiprecision::number<WholeBackend>;
using WholeQuotient = boost::multiprecision::number<boost::multiprecision::rational_adaptor<WholeBackend>>;

[[nodiscard]] inline Whole power_of_ten(int exponent) {
    return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

// The greatest divisor that a number has in common with others, whose own is known so far: nothing before the first of
// them. Most are multiples of it, which one division tells and Boost's search for a divisor does not.
[[nodiscard]] inline Whole common_divisor(const Whole& so_far, const Whole& number) {
    if (so_far == 0)
        return abs(number);
    const Whole rest = number % so_far;
    return rest == 0 ? so_far : gcd(so_far, rest);
}

}  // namespace msp
