// SPDX-License-Identifier: MIT
#include <msp/charges/digits.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace msp {
namespace {

__extension__ typedef unsigned __int128 Wide;
static_assert(sizeof(boost::multiprecision::limb_type) == sizeof(std::uint64_t));

constexpr unsigned limb_bits = 64;

// Those of the number without its sign, from a bit on; at most 128.
Wide bits_from(const Whole& number, unsigned shift) {
    const auto& backend = number.backend();
    const auto limb = [&](unsigned index) -> Wide { return index < backend.size() ? backend.limbs()[index] : 0; };
    const unsigned first = shift / limb_bits;
    const unsigned within = shift % limb_bits;
    const Wide lower = limb(first) | (limb(first + 1) << limb_bits);
    return within == 0 ? lower : (lower >> within) | (limb(first + 2) << (2 * limb_bits - within));
}

unsigned length_of(const Whole& number) {
    return number == 0 ? 0 : static_cast<unsigned>(msb(number.sign() < 0 ? Whole(-number) : number)) + 1;
}

// The leading bits of a number and of its divisor.
struct Leading {
    Wide number;
    Wide divisor;
    bool all;  // none is left out, else either may be more by less than one
};

// So that the divisor keeps `bits` of them. Nothing where the number is then too long to be multiplied by `most`.
std::optional<Leading> leading(const Whole& number, const Whole& divisor, unsigned bits, Wide most) {
    const unsigned length = length_of(divisor);
    const unsigned shift = length > bits ? length - bits : 0;
    if (length_of(number) > shift + 2 * limb_bits - 1)
        return std::nullopt;
    const Leading found = {bits_from(number, shift), bits_from(divisor, shift), shift == 0};
    return found.number < std::numeric_limits<Wide>::max() / most - 1 ? std::optional(found) : std::nullopt;
}

// To the nearest whole, of what is not negative; nothing where the leading bits do not tell.
std::optional<Wide> to_nearest(const Whole& number, Wide times, const Whole& divisor, Wide over) {
    // With a divisor of an amount, at most 47 bits, nothing is longer than 128.
    const unsigned bits = over == 1 ? 63 : 40;
    const std::optional<Leading> found = leading(number, divisor, bits, 4 * times);
    if (!found)
        return std::nullopt;
    const Wide below = found->divisor * over;
    if (found->all)
        return (2 * found->number * times + below) / (2 * below);
    const Wide above = (found->divisor + 1) * over;
    const Wide least = (2 * found->number * times + above) / (2 * above);
    const Wide most = (2 * (found->number + 1) * times + below) / (2 * below);
    return least == most ? std::optional(least) : std::nullopt;
}

std::int64_t power(int exponent) {
    std::int64_t value = 1;
    while (exponent-- > 0)
        value *= 10;
    return value;
}

}  // namespace

CutOff cut_off(const Whole& number, const Whole& divisor) {
    constexpr unsigned bits = 63;
    if (number.sign() > 0) {
        if (const std::optional<Leading> found = leading(number, divisor, bits, 2)) {
            const Wide least = found->number / (found->all ? found->divisor : found->divisor + 1);
            const Wide most = found->all ? least : (found->number + 1) / found->divisor;
            if (least == most && least <= std::numeric_limits<std::int64_t>::max()) {
                const auto whole = static_cast<std::int64_t>(least);
                Whole rest = divisor;
                rest *= -whole;
                rest += number;
                return {whole, std::move(rest)};
            }
        }
    }
    Whole whole;
    Whole rest;
    divide_qr(number, divisor, whole, rest);
    if (rest < 0) {
        rest += divisor;
        --whole;
    }
    return {static_cast<std::int64_t>(whole), std::move(rest)};
}

std::string written(const LongQuotient& quotient, int places) {
    const bool negative = (quotient.number.sign() < 0) != (quotient.times < 0);
    const std::int64_t times = quotient.times < 0 ? -quotient.times : quotient.times;
    const auto factor = static_cast<Wide>(times) * static_cast<Wide>(power(places));
    std::string digits;
    const std::optional<Wide> nearest =
        to_nearest(quotient.number, factor, quotient.divisor, static_cast<Wide>(quotient.over));
    if (nearest && *nearest <= std::numeric_limits<std::uint64_t>::max()) {
        digits = std::to_string(static_cast<std::uint64_t>(*nearest));
    } else {
        const Whole divisor = quotient.divisor * quotient.over;
        Whole doubled = abs(quotient.number);
        doubled *= times;
        doubled *= 2 * power_of_ten(places);
        doubled += divisor;
        digits = digits_of(Whole(doubled / (2 * divisor)));
    }
    const auto wanted = static_cast<std::size_t>(places) + 1;
    digits.insert(0, wanted - std::min(wanted, digits.size()), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    if (negative && digits.find_first_not_of("0.") != std::string::npos)
        digits.insert(0, 1, '-');
    return digits;
}

// By the largest power of ten that a limb holds, from the end.
std::string digits_of(const Whole& number) {
    constexpr std::uint64_t largest_power = 10'000'000'000'000'000'000U;
    constexpr int zeros = 19;
    std::array<std::uint64_t, 16> limbs{};
    std::array<char, 16 * 20 + 1> text{};
    std::size_t left = number.backend().size();
    if (left > limbs.size())
        return number.str();
    std::copy_n(number.backend().limbs(), left, limbs.begin());
    auto begin = text.end();
    while (left > 0) {
        std::uint64_t rest = 0;
        for (std::size_t i = left; i-- > 0;) {
            const Wide value = (static_cast<Wide>(rest) << limb_bits) | limbs[i];
            limbs[i] = static_cast<std::uint64_t>(value / largest_power);
            rest = static_cast<std::uint64_t>(value - static_cast<Wide>(limbs[i]) * largest_power);
        }
        while (left > 0 && limbs[left - 1] == 0)
            --left;
        for (int digit = 0; left > 0 ? digit < zeros : rest != 0; ++digit, rest /= 10)
            *--begin = static_cast<char>('0' + rest % 10);
    }
    if (begin == text.end())
        *--begin = '0';
    if (number.sign() < 0)
        *--begin = '-';
    return {begin, text.end()};
}

}  // namespace msp
