// SPDX-License-Identifier: MIT
#include <msp/payroll/reduction.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <bit>
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

__extension__ typedef unsigned __int128 Wide;

constexpr unsigned fine = 62;        // bits after the point of a power
constexpr unsigned half = fine / 2;  // of its root

// Between which two a number is, in whole parts of one: truncated, and rounded up.
struct Between {
    Wide low;
    Wide high;
};

std::uint64_t root_of(Wide value) {
    const auto small = static_cast<std::uint64_t>(value);
    return small == 0 ? 0 : square_root(small, static_cast<unsigned>(std::bit_width(small)) - 1);
}

// x^(times / root) of an x between 0 and 1, in parts of 2^31; a root is 2 or 4.
Between power_between(const Quotient& x, unsigned times, unsigned root) {
    const Wide cut_off = (static_cast<Wide>(x.numerator()) << fine) / static_cast<Wide>(x.denominator());
    Between base = {cut_off, cut_off + 1};
    Between product = {Wide(1) << fine, Wide(1) << fine};
    for (; times != 0; times /= 2) {
        if (times % 2 != 0)
            product = {product.low * base.low >> fine, (product.high * base.high >> fine) + 1};
        base = {base.low * base.low >> fine, (base.high * base.high >> fine) + 1};
    }
    Between found = {root_of(product.low), Wide(root_of(product.high)) + 1};
    if (root == 4)
        found = {root_of(found.low << half), Wide(root_of(found.high << half)) + 1};
    return found;
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
    const Quotient steps_of_one(2 * parts);
    const Quotient steps = least * steps_of_one;
    const Quotient whole = range * steps_of_one * Quotient(static_cast<std::int64_t>(steps.denominator()));
    constexpr Wide most_small = Wide(1) << fine;
    if (root != 1 && static_cast<Wide>(x.numerator()) < most_small &&
        static_cast<Wide>(whole.numerator()) < most_small) {
        // Mostly both ends of a small interval have the same nearest k; else it is computed exactly.
        const Between power_of_x = power_between(x, times, root);
        const auto nearest = [&](Wide power) {
            const Wide reached =
                (static_cast<Wide>(whole.numerator()) * power / static_cast<Wide>(whole.denominator())) >> half;
            return static_cast<std::int64_t>(
                ((static_cast<Wide>(steps.numerator()) + reached) / static_cast<Wide>(steps.denominator()) + 1) / 2);
        };
        const std::int64_t low = nearest(power_of_x.low);
        if (low == nearest(power_of_x.high))
            return std::min(high, low);
    }
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
