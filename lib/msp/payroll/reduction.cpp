// SPDX-License-Identifier: MIT
#include <msp/payroll/reduction.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

namespace msp {
namespace {

using boost::multiprecision::cpp_int;

constexpr std::int64_t parts = 10'000;

cpp_int power(const cpp_int& base, unsigned times) {
    cpp_int product = 1;
    for (unsigned i = 0; i < times; ++i)
        product *= base;
    return product;
}

// A fraction of long integers.
struct Ratio {
    cpp_int over;
    cpp_int under;
};

Ratio ratio(const Quotient& value) {
    return {cpp_int(value.numerator()), cpp_int(value.denominator())};
}

// (left)^root <= range^root x x^times, each side above zero.
bool reaches(const Quotient& left, const Ratio& range, const Ratio& x, unsigned root, unsigned times) {
    const Ratio side = ratio(left);
    return power(side.over * range.under, root) * power(x.under, times) <=
           power(range.over * side.under, root) * power(x.over, times);
}

// Of what the employer pays less than the relieved rate.
Quotient lowered(const GeneralReduction& rule, Rate work_accident) {
    const Quotient range = Quotient(rule.range);
    return work_accident < rule.at_share ? range - (Quotient(rule.at_share) - Quotient(work_accident)) : range;
}

}  // namespace

std::int64_t reduction_coefficient(const GeneralReduction& rule, Rate work_accident, const Quotient& smic, Money pay) {
    const Quotient exit(rule.exit);
    if (pay <= Money() || exit * smic <= Quotient(pay.cents()))
        return 0;
    const Quotient range = lowered(rule, work_accident);
    const Quotient least(rule.least);
    const Quotient most = std::min((least + range) * Quotient(parts), Quotient(parts));
    const Quotient x = (exit * smic / Quotient(pay.cents()) - Quotient(1)) / (exit - Quotient(1));
    // The power as quarters, in lowest terms.
    const auto quarters = static_cast<unsigned>(rule.power.digits() * 4 / rule.power.denominator());
    const unsigned root = quarters % 4 == 0 ? 1 : quarters % 2 == 0 ? 2 : 4;
    const unsigned times = quarters * root / 4;
    // The largest k for which k - 1/2 is still reached is the nearest one, a half up.
    std::int64_t low = 0;
    std::int64_t high = static_cast<std::int64_t>(rounded(most, Rounding::half_up).cents());
    const Ratio exact_range = ratio(range);
    const Ratio exact_x = ratio(x);
    while (low < high) {
        const std::int64_t k = low + (high - low + 1) / 2;
        const Quotient left = Quotient(2 * k - 1, 2 * parts) - least;
        if (left <= Quotient(0) || reaches(left, exact_range, exact_x, root, times))
            low = k;
        else
            high = k - 1;
    }
    return low;
}

Money reduction_of(std::int64_t coefficient, Money pay) {
    constexpr int four_decimals = 4;
    return times(pay, Rate(coefficient, four_decimals), Rounding::half_up);
}

}  // namespace msp
