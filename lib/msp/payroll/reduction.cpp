// SPDX-License-Identifier: MIT
#include <msp/payroll/reduction.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
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

// x^(times / root) of an x between 0 and 1, over and under in whole numbers, in parts of 2^31; a root is 2 or 4.
Between power_between(Wide over, Wide under, unsigned times, unsigned root) {
    const Wide cut_off = (over << fine) / under;
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

std::int64_t in_64_bits(Quotient::Integer value) {
    if (value > std::numeric_limits<std::int64_t>::max())
        throw_money_overflow();
    return static_cast<std::int64_t>(value);
}

}  // namespace

// The nearest k, a half up, is the largest one for which (2k - 1) / 20,000 <= least + range x x^power. What is left of
// the least is brought to whole steps.
ReductionScale::ReductionScale(const GeneralReduction& rule, Rate work_accident) : exit_(rule.exit) {
    const auto quarters = static_cast<unsigned>(rule.power.digits() * 4 / rule.power.denominator());
    root_ = quarters % 4 == 0 ? 1 : quarters % 2 == 0 ? 2 : 4;
    times_ = quarters * root_ / 4;
    const Quotient range = lowered(rule, work_accident);
    const Quotient least(rule.least);
    const Quotient most = std::min((least + range) * Quotient(parts), Quotient(parts));
    most_ = rounded(most, Rounding::half_up).cents();
    const Quotient steps = least * Quotient(2 * parts);
    least_ = in_64_bits(steps.numerator());
    parts_of_step_ = in_64_bits(steps.denominator());
    range_ = range * Quotient(2 * parts * parts_of_step_);
    const Quotient whole = least + Quotient(rule.range);
    const Quotient retirement = whole == Quotient() ? Quotient() : Quotient(rule.retirement) / whole;
    retirement_ = {in_64_bits(retirement.numerator()), in_64_bits(retirement.denominator())};
}

std::int64_t ReductionScale::coefficient(const Quotient& smic, Money pay) const {
    if (pay <= Money())
        return 0;
    // x = (exit x SMIC / pay - 1) / (exit - 1), not in lowest terms.
    const Quotient::Integer at_exit = checked_product(exit_.numerator(), smic.numerator());
    const Quotient::Integer paid = checked_product(pay.cents(), smic.denominator());
    const Quotient::Integer over = at_exit - checked_product(exit_.denominator(), paid);
    const Quotient::Integer under = checked_product(paid, exit_.numerator() - exit_.denominator());
    if (over <= 0)
        return 0;
    if (over >= under)
        return most_;
    constexpr Quotient::Integer most_small = Quotient::Integer(1) << fine;
    if (root_ == 1 || over >= most_small || range_.numerator() >= most_small)
        return exact_coefficient(Quotient::reduced(over, under));
    // Mostly both ends of a small interval have the same nearest k; else it is computed exactly.
    const Between power = power_between(static_cast<Wide>(over), static_cast<Wide>(under), times_, root_);
    const auto nearest = [&](Wide of_range) {
        const auto reached = static_cast<std::int64_t>(
            (static_cast<Wide>(range_.numerator()) * of_range / static_cast<Wide>(range_.denominator())) >> half);
        return ((least_ + reached) / parts_of_step_ + 1) / 2;
    };
    const std::int64_t low = nearest(power.low);
    return low == nearest(power.high) ? std::min(most_, low) : exact_coefficient(Quotient::reduced(over, under));
}

// The root is cut off, which does not move which k is the largest.
std::int64_t ReductionScale::exact_coefficient(const Quotient& x) const {
    const Long over = power(Long(range_.numerator()), root_) * power(Long(x.numerator()), times_);
    const Long under = power(Long(range_.denominator()), root_) * power(Long(x.denominator()), times_);
    Long reached = over / under;
    for (unsigned each = root_; each > 1; each /= 2)
        reached = square_root(reached);
    const Long k = ((Long(least_) + reached) / Long(parts_of_step_) + 1) / 2;
    return std::min(most_, static_cast<std::int64_t>(k));
}

Money ReductionScale::retirement_part(Money reduction) const {
    return times(reduction, retirement_, Rounding::half_up);
}

Money reduction_of(std::int64_t coefficient, Money pay) {
    constexpr int four_decimals = 4;
    return times(pay, Rate(coefficient, four_decimals), Rounding::half_up);
}

}  // namespace msp
