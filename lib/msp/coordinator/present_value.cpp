// SPDX-License-Identifier: MIT
#include <msp/coordinator/post_return.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <limits>

namespace msp {

// With d = 10^scale and q = d + digits, exercise k of n counts d^k / q^k: over q^n the sum is one integer.
Money present_value(const std::vector<Money>& exercises, Rate rate) {
    using Whole = boost::multiprecision::cpp_int;
    const Whole d = rate.denominator();
    const Whole q = d + rate.digits();
    Whole sum = 0;
    Whole discount = 1;
    for (const Money amount : exercises) {
        discount *= d;
        sum = sum * q + discount * amount.cents();
    }
    Whole whole = 1;
    for (std::size_t i = 0; i < exercises.size(); ++i)
        whole *= q;
    const bool negative = sum < 0;
    const Whole twice = 2 * (negative ? Whole(-sum) : sum) + whole;
    const Whole cents = twice / (2 * whole);
    if (cents > std::numeric_limits<std::int64_t>::max())
        throw_money_overflow();
    const auto rounded = static_cast<std::int64_t>(cents);
    return Money::from_cents(negative ? -rounded : rounded);
}

}  // namespace msp
