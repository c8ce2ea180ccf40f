// SPDX-License-Identifier: MIT
#include <msp/payroll/reduction.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace msp {
namespace {

using boost::multiprecision::cpp_int_backend;
using Long = boost::multiprecision::number<cpp_int_backend<512>>;  // and longer, from where it allocates

constexpr std::int64_t parts = 10'000;

Long power(Long base, unsigned times) {
    Long product = 1;
    for (; times != 0; times /= 2) {
        if (times % 2 != 0)
            product *= base;
        base *= base;
    }
    return product;
}

// The square root, cut off; by Newton from above.
template <typename Whole>
Whole square_root(const Whole& value, unsigned highest_bit) {
    Whole root = Whole(1) << (highest_bit / 2 + 1);
    while (true) {
        Whole next = (root + value / root) >> 1;
        if (next >= root)
            return root;
        root = std::move(next);
    }
}

// Nearly all fit into 64 bits, where it takes a tenth of the time.
Long square_root(const Long& value) {
    if (value == 0)
        return 0;
    const auto highest_bit = static_cast<unsigned>(msb(value));
    constexpr unsigned small = 62;  // the sums of Newton stay within 64
    return highest_bit < small ? Long(square_root(static_cast<std::uint64_t>(value), highest_bit))
                               : square_root(value, highest_bit);
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
    const auto high = static_cast<std::int64_t>(rounded(most, Rounding::half_up).cents());
    const Quotient x = (exit * smic / Quotient(pay.cents()) - Quotient(1)) / (exit - Quotient(1));
    if (x >= Quotient(1))
        return high;
    // The power as quarters, in lowest terms.
    const auto quarters = static_cast<unsigned>(rule.power.digits() * 4 / rule.power.denominator());
    const unsigned root = quarters % 4 == 0 ? 1 : quarters % 2 == 0 ? 2 : 4;
    const unsigned times = quarters * root / 4;
    // The nearest k, a half up, is the largest one for which (2k - 1) / 20,000 <= least + range x x^power. What is left
    // of the least is brought to whole steps, and the root is cut off: neither moves which k is the largest.
    const Quotient steps = least * Quotient(2 * parts);
    const Long step = Long(steps.denominator());
    const Long over = power(Long(range.numerator()) * (2 * parts) * step, root) * power(Long(x.numerator()), times);
    const Long under = power(Long(range.denominator()), root) * power(Long(x.denominator()), times);
    Long reached = over / under;
    for (unsigned each = root; each > 1; each /= 2)
        reached = square_root(reached);
    const Long k = ((Long(steps.numerator()) + reached) / step + 1) / 2;
    return std::min(high, static_cast<std::int64_t>(k));
}

Money reduction_of(std::int64_t coefficient, Money pay) {
    constexpr int four_decimals = 4;
    return times(pay, Rate(coefficient, four_decimals), Rounding::half_up);
}

}  // namespace msp
