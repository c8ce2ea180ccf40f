// SPDX-License-Identifier: MIT
#include <msp/money/division.hpp>
#include <msp/money/rate.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <array>
#include <bit>
#include <stdexcept>

namespace msp {
namespace {

__extension__ typedef unsigned __int128 Wide;
using Wider = boost::multiprecision::uint256_t;

constexpr int largest_scale = 18;

constexpr auto powers_of_ten = [] {
    std::array<std::int64_t, largest_scale + 1> powers{};
    std::int64_t power = 1;
    for (auto& each : powers) {
        each = power;
        if (&each != &powers.back())
            power *= 10;
    }
    return powers;
}();

constexpr std::uint64_t magnitude(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

std::uint64_t positive(std::int64_t denominator) {
    if (denominator <= 0)
        throw std::invalid_argument("the denominator of a fraction is not positive");
    return static_cast<std::uint64_t>(denominator);
}

// digits / 10^scale over the denominator of the other: at most 2^63 * 10^18, which fits in 127 bits. The product is
// taken without sign, as it wraps to the same bits.
Wide over_other_denominator(Rate rate, Rate other) {
    return static_cast<Wide>(rate.digits()) * static_cast<Wide>(other.denominator());
}

}  // namespace

std::int64_t Rate::denominator() const {
    return powers_of_ten.at(static_cast<std::size_t>(scale_));
}

std::string Rate::percent() const {
    std::string text = std::to_string(magnitude(digits_));
    const auto decimals = static_cast<std::size_t>(scale_ > 2 ? scale_ - 2 : 0);
    if (scale_ < 2 && digits_ != 0)
        text.append(static_cast<std::size_t>(2 - scale_), '0');
    if (decimals != 0) {
        if (text.size() <= decimals)
            text.insert(0, decimals + 1 - text.size(), '0');
        text.insert(text.size() - decimals, 1, '.');
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    return digits_ < 0 ? "-" + text : text;
}

Rate operator+(Rate a, Rate b) {
    if (a.scale_ < b.scale_)
        return b + a;
    std::int64_t digits = b.digits_;
    for (int scale = b.scale_; scale < a.scale_; ++scale) {
        if (__builtin_mul_overflow(digits, std::int64_t{10}, &digits))
            throw_money_overflow();
    }
    if (__builtin_add_overflow(a.digits_, digits, &digits))
        throw_money_overflow();
    return {digits, a.scale_};
}

bool operator==(Rate a, Rate b) {
    return over_other_denominator(a, b) == over_other_denominator(b, a);
}

std::strong_ordering operator<=>(Rate a, Rate b) {
    if ((a.digits_ < 0) != (b.digits_ < 0))
        return a.digits_ < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
    return over_other_denominator(a, b) <=> over_other_denominator(b, a);
}

Money times(Money amount, Rate rate, Rounding rounding) {
    return times(amount, Fraction{rate.digits(), rate.denominator()}, rounding);
}

Money times(Money amount, Fraction fraction, Rounding rounding) {
    const Wide numerator = Wide{magnitude(amount.cents())} * magnitude(fraction.numerator);
    const std::uint64_t denominator = positive(fraction.denominator);
    const bool negative = amount.negative() != (fraction.numerator < 0);
    // Division of 128 bits is slow, and most products are small.
    if (numerator >> 64 == 0)
        return signed_money(divided(static_cast<std::uint64_t>(numerator), denominator, rounding), negative);
    return signed_money(divided(numerator, Wide{denominator}, rounding), negative);
}

Money times(Money amount, Rate rate, Fraction fraction, Rounding rounding) {
    const std::uint64_t cents = magnitude(amount.cents());
    const std::uint64_t digits = magnitude(rate.digits());
    const std::uint64_t numerator = magnitude(fraction.numerator);
    const std::uint64_t denominator = positive(fraction.denominator);
    const auto power = static_cast<std::uint64_t>(rate.denominator());
    const bool negative = (amount.negative() != (rate.digits() < 0)) != (fraction.numerator < 0);
    if (std::bit_width(cents) + std::bit_width(digits) + std::bit_width(numerator) <= 128)
        return signed_money(divided(Wide{cents} * digits * numerator, Wide{power} * denominator, rounding), negative);
    return signed_money(divided<Wider>(Wider(cents) * digits * numerator, Wider(power) * denominator, rounding),
                        negative);
}

Money grown(Money amount, Rate rate, Rounding rounding) {
    const auto power = static_cast<std::uint64_t>(rate.denominator());
    const std::uint64_t digits = magnitude(rate.digits());
    const bool shrinks_below_zero = rate.digits() < 0 && digits > power;
    const std::uint64_t factor = rate.digits() >= 0   ? power + digits
                                 : shrinks_below_zero ? digits - power
                                                      : power - digits;
    return signed_money(divided(Wide{magnitude(amount.cents())} * factor, Wide{power}, rounding),
                        amount.negative() != shrinks_below_zero);
}

}  // namespace msp
