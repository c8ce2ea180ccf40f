// SPDX-License-Identifier: MIT
#include <msp/charges/digits.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace msp {
namespace {

__extension__ typedef unsigned __int128 Wide;
static_assert(sizeof(boost::multiprecision::limb_type) == sizeof(std::uint64_t));

constexpr unsigned limb_bits = 64;

// Those of the number without its sign, from a bit on; at most 128.
Wide bits_from(const Whole& number, unsigned shift) {
    const auto* limbs = number.backend().limbs();
    const unsigned size = number.backend().size();
    const auto limb = [&](unsigned index) -> Wide { return index < size ? limbs[index] : 0; };
    const unsigned first = shift / limb_bits;
    const unsigned within = shift % limb_bits;
    const Wide lower = limb(first) | (limb(first + 1) << limb_bits);
    return within == 0 ? lower : (lower >> within) | (limb(first + 2) << (2 * limb_bits - within));
}

unsigned length_of(const Whole& number) {
    const unsigned size = number.backend().size();
    const std::uint64_t top = number.backend().limbs()[size - 1];
    return size * limb_bits - static_cast<unsigned>(std::countl_zero(top));
}

Divisor::Leading leading_bits(const Whole& value, unsigned bits) {
    const unsigned length = length_of(value);
    const unsigned left_out = length > bits ? length - bits : 0;
    return {static_cast<std::uint64_t>(bits_from(value, left_out)), left_out};
}

// As many bits of a number as its divisor leaves out. Nothing where it is then too long to be multiplied by `most`.
std::optional<Wide> beside(const Whole& number, const Divisor::Leading& divisor, Wide most) {
    if (length_of(number) > divisor.left_out + 2 * limb_bits - 1)
        return std::nullopt;
    const Wide found = bits_from(number, divisor.left_out);
    return found < std::numeric_limits<Wide>::max() / most - 1 ? std::optional(found) : std::nullopt;
}

// To the nearest whole, of what is not negative. Nothing where the leading bits do not tell: what is left out makes the
// number, and the divisor, more by less than one.
std::optional<Wide> to_nearest(const Whole& number, Wide times, const Divisor& divisor, Wide over) {
    const Divisor::Leading& by = divisor.leading(over == 1 ? Divisor::many : Divisor::few);
    const std::optional<Wide> found = beside(number, by, 4 * times);
    if (!found)
        return std::nullopt;
    const Wide below = by.bits * over;
    const Wide doubled = 2 * *found * times;
    if (by.left_out == 0)
        return (doubled + below) / (2 * below);
    const Wide above = below + over;
    const Wide least = (doubled + above) / (2 * above);
    const Wide most = (doubled + 2 * times + below) / (2 * below);
    return least == most ? std::optional(least) : std::nullopt;
}

constexpr std::array<std::uint64_t, 10> powers = {1,       10,        100,        1'000,       10'000,
                                                  100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

// Digits with a point before the last places.
std::string pointed(std::uint64_t number, int places, bool negative) {
    const std::uint64_t power = powers.at(static_cast<std::size_t>(places));
    std::array<char, 32> text{};
    char* end = text.data();
    if (negative && number != 0)
        *end++ = '-';
    end = std::to_chars(end, text.data() + text.size(), number / power).ptr;
    *end++ = '.';
    std::uint64_t rest = number % power;
    for (int place = places; place-- > 0; rest /= 10)
        end[place] = static_cast<char>('0' + rest % 10);
    return {text.data(), end + places};
}

// At least so many digits, before `end`. The first one.
char* write_group(std::uint64_t number, char* end, std::size_t digits) {
    constexpr std::uint64_t pair = 100;
    char* begin = end;
    while (number >= pair) {
        const std::uint64_t rest = number % pair;
        number /= pair;
        *--begin = static_cast<char>('0' + rest % 10);
        *--begin = static_cast<char>('0' + rest / 10);
    }
    for (; number != 0; number /= 10)
        *--begin = static_cast<char>('0' + number % 10);
    while (end - begin < static_cast<std::ptrdiff_t>(digits))
        *--begin = '0';
    return begin;
}

}  // namespace

Divisor::Divisor(const Whole& value)
    : value_(value), many_(leading_bits(value, many)), few_(leading_bits(value, few)) {}

CutOff cut_off(const Whole& number, const Divisor& divisor) {
    if (number.sign() > 0) {
        const Divisor::Leading& by = divisor.leading(Divisor::many);
        if (const std::optional<Wide> found = beside(number, by, 2)) {
            const Wide least = *found / (by.left_out == 0 ? by.bits : Wide(by.bits) + 1);
            const Wide most = by.left_out == 0 ? least : (*found + 1) / by.bits;
            if (least == most && least <= std::numeric_limits<std::int64_t>::max()) {
                const auto whole = static_cast<std::int64_t>(least);
                Whole rest = divisor.value();
                rest *= -whole;
                rest += number;
                return {whole, std::move(rest)};
            }
        }
    }
    Whole whole;
    Whole rest;
    divide_qr(number, divisor.value(), whole, rest);
    if (rest < 0) {
        rest += divisor.value();
        --whole;
    }
    return {static_cast<std::int64_t>(whole), std::move(rest)};
}

std::string written(const LongQuotient& quotient, int places) {
    const bool negative = (quotient.number.sign() < 0) != (quotient.times < 0);
    const std::int64_t times = quotient.times < 0 ? -quotient.times : quotient.times;
    const Wide factor = static_cast<Wide>(times) * powers.at(static_cast<std::size_t>(places));
    const std::optional<Wide> nearest =
        to_nearest(quotient.number, factor, quotient.divisor, static_cast<Wide>(quotient.over));
    if (nearest && *nearest <= std::numeric_limits<std::uint64_t>::max())
        return pointed(static_cast<std::uint64_t>(*nearest), places, negative);
    const Whole divisor = quotient.divisor.value() * quotient.over;
    Whole doubled = abs(quotient.number);
    doubled *= times;
    doubled *= 2 * power_of_ten(places);
    doubled += divisor;
    std::string digits = digits_of(Whole(doubled / (2 * divisor)));
    const auto wanted = static_cast<std::size_t>(places) + 1;
    digits.insert(0, wanted - std::min(wanted, digits.size()), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    return (negative && digits.find_first_not_of("0.") != std::string::npos ? "-" : "") + digits;
}

// By the largest power of ten that a limb holds, from the end.
std::string digits_of(const Whole& number) {
    constexpr std::uint64_t largest_power = 10'000'000'000'000'000'000U;
    constexpr std::size_t zeros = 19;
    constexpr std::size_t most_limbs = 16;
    std::size_t left = number.backend().size();
    if (left > most_limbs)
        return number.str();
    std::array<std::uint64_t, most_limbs> limbs{};
    std::copy_n(number.backend().limbs(), left, limbs.begin());
    std::array<char, most_limbs*(zeros + 1) + 1> text{};
    char* begin = text.data() + text.size();
    do {
        std::uint64_t rest = 0;
        for (std::size_t i = left; i-- > 0;) {
            const Wide value = (static_cast<Wide>(rest) << limb_bits) | limbs[i];
            limbs[i] = static_cast<std::uint64_t>(value / largest_power);
            rest = static_cast<std::uint64_t>(value) - limbs[i] * largest_power;
        }
        while (left > 0 && limbs[left - 1] == 0)
            --left;
        begin = write_group(rest, begin, left > 0 ? zeros : 1);
    } while (left > 0);
    if (number.sign() < 0)
        *--begin = '-';
    return {begin, text.data() + text.size()};
}

}  // namespace msp
