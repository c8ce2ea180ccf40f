// SPDX-License-Identifier: MIT
#include <msp/money/division.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace msp {

using Integer = Quotient::Integer;

namespace {

__extension__ typedef unsigned __int128 Wide;

Wide magnitude(Integer value) {
    return value < 0 ? 0 - static_cast<Wide>(value) : static_cast<Wide>(value);
}

// 128-bit division is slow, and most numbers are small.
bool small(Integer value) {
    return value >= std::numeric_limits<std::int64_t>::min() + 1 && value <= std::numeric_limits<std::int64_t>::max();
}

Integer common_divisor(Integer a, Integer b) {
    while (b != 0) {
        if (small(a) && small(b))
            return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
        const Integer rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

Integer divided_by(Integer whole, Integer divisor) {
    return small(whole) && small(divisor) ? static_cast<std::int64_t>(whole) / static_cast<std::int64_t>(divisor)
                                          : whole / divisor;
}

Integer power_of_ten(int decimals) {
    Integer power = 1;
    while (decimals-- > 0)
        power *= 10;
    return power;
}

// The whole cents at or below it.
Money below(Integer numerator, Integer denominator) {
    Integer cents = divided_by(numerator, denominator);
    cents -= cents * denominator > numerator ? 1 : 0;
    if (!small(cents))
        throw_money_overflow();
    return Money::from_cents(static_cast<std::int64_t>(cents));
}

// A cent to each of the largest remainders, until the parts are the whole.
template <typename Remainder>
void serve(std::vector<Money>& parts, std::vector<std::pair<Remainder, std::size_t>>& remainders, Money whole) {
    const std::int64_t left = (whole - msp::sum(parts)).cents();
    const auto last_served = remainders.begin() + static_cast<std::ptrdiff_t>(left);
    std::partial_sort(remainders.begin(), last_served, remainders.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (auto served = remainders.begin(); served != last_served; ++served)
        parts[served->second] += Money::from_cents(1);
}

}  // namespace

Integer checked_product(Integer a, Integer b) {
    Integer result = 0;
    if (__builtin_mul_overflow(a, b, &result))
        throw_money_overflow();
    return result;
}

Integer checked_sum(Integer a, Integer b) {
    Integer result = 0;
    if (__builtin_add_overflow(a, b, &result))
        throw_money_overflow();
    return result;
}

Quotient Quotient::reduced(Integer numerator, Integer denominator) {
    Quotient result;
    if (denominator < 0) {
        numerator = checked_product(numerator, -1);
        denominator = checked_product(denominator, -1);
    }
    if (denominator == 1) {
        result.numerator_ = numerator;
        return result;
    }
    const Integer divisor = common_divisor(numerator, denominator);
    result.numerator_ = divided_by(numerator, divisor);
    result.denominator_ = divided_by(denominator, divisor);
    return result;
}

Integer least_common_multiple(Integer a, Integer b) {
    return checked_product(divided_by(a, common_divisor(a, b)), b);
}

Integer in_parts(const Quotient& value, Integer parts) {
    return checked_product(value.numerator(), parts / value.denominator());
}

Quotient::Quotient(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0)
        throw std::invalid_argument("a quotient by zero");
    *this = reduced(numerator, denominator);
}

Quotient::Quotient(Rate rate) : Quotient(rate.digits(), rate.denominator()) {}

Quotient operator+(const Quotient& a, const Quotient& b) {
    if (b.numerator_ == 0)
        return a;
    if (a.numerator_ == 0)
        return b;
    if (a.denominator_ == b.denominator_)
        return Quotient::reduced(checked_sum(a.numerator_, b.numerator_), a.denominator_);
    const Integer common = common_divisor(a.denominator_, b.denominator_);
    const Integer left = divided_by(b.denominator_, common);
    const Integer right = divided_by(a.denominator_, common);
    return Quotient::reduced(checked_sum(checked_product(a.numerator_, left), checked_product(b.numerator_, right)),
                             checked_product(a.denominator_, left));
}

Quotient operator-(const Quotient& a, const Quotient& b) {
    return a + Quotient(-1) * b;
}

Quotient operator*(const Quotient& a, const Quotient& b) {
    if (a.whole() && b.whole())
        return Quotient::reduced(checked_product(a.numerator_, b.numerator_), 1);
    if (a.whole() && (a.numerator_ == 1 || a.numerator_ == 0))
        return a.numerator_ == 1 ? b : a;
    if (b.whole() && (b.numerator_ == 1 || b.numerator_ == 0))
        return b.numerator_ == 1 ? a : b;
    // Across first, so that the products stay small.
    const Quotient left = Quotient::reduced(a.numerator_, b.denominator_);
    const Quotient right = Quotient::reduced(b.numerator_, a.denominator_);
    Quotient result;
    result.numerator_ = checked_product(left.numerator_, right.numerator_);
    result.denominator_ = checked_product(left.denominator_, right.denominator_);
    return result;
}

Quotient operator/(const Quotient& a, const Quotient& b) {
    if (b.numerator_ == 0)
        throw std::invalid_argument("a quotient by zero");
    return a * Quotient::reduced(b.denominator_, b.numerator_);
}

std::strong_ordering operator<=>(const Quotient& a, const Quotient& b) {
    if (a.denominator_ == b.denominator_)
        return a.numerator_ <=> b.numerator_;
    return (a - b).numerator_ <=> Integer{0};
}

std::string decimal(Quotient::Integer number) {
    std::string digits;
    Wide rest = magnitude(number);
    do {
        digits += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (number < 0)
        digits += '-';
    std::ranges::reverse(digits);
    return digits;
}

std::string decimal(const Quotient& value, int decimals) {
    const Integer power = power_of_ten(decimals);
    const bool negative = value.numerator() < 0;
    const Wide size = magnitude(value.numerator());
    const auto denominator = static_cast<Wide>(value.denominator());
    const auto rest = static_cast<Wide>(checked_product(static_cast<Integer>(size % denominator), power));
    const Wide fraction = divided(rest, denominator, Rounding::half_up);
    const Wide whole = size / denominator + fraction / static_cast<Wide>(power);
    const Wide shown = fraction % static_cast<Wide>(power);
    std::string text = decimal(static_cast<Integer>(whole));
    if (decimals > 0) {
        const std::string digits = decimal(static_cast<Integer>(shown));
        text += '.' + std::string(static_cast<std::size_t>(decimals) - digits.size(), '0') + digits;
    }
    return negative && (whole != 0 || shown != 0) ? '-' + text : text;
}

std::string in_percent(const Quotient& share) {
    constexpr int places = 4;
    std::string text = decimal(share * Quotient(100), places);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

Quotient truncated(const Quotient& value, int decimals) {
    const Integer power = power_of_ten(decimals);
    return Quotient::reduced(checked_product(value.numerator(), power) / value.denominator(), power);
}

Money rounded(const Quotient& cents, Rounding rounding) {
    return signed_money(divided(magnitude(cents.numerator()), static_cast<Wide>(cents.denominator()), rounding),
                        cents.numerator() < 0);
}

std::vector<Money> apportioned(Money whole, std::span<const Quotient> exact) {
    std::vector<Money> parts;
    std::vector<std::pair<Quotient, std::size_t>> remainders;
    parts.reserve(exact.size());
    remainders.reserve(exact.size());
    Quotient sum;
    for (const Quotient& part : exact) {
        parts.push_back(below(part.numerator(), part.denominator()));
        remainders.emplace_back(part - Quotient(parts.back().cents()), remainders.size());
        sum += part;
    }
    const Money least = below(sum.numerator(), sum.denominator());
    const Money held = std::clamp(whole, least, sum.whole() ? least : least + Money::from_cents(1));
    const Money beyond = whole - held;
    if (beyond < Money::from_cents(-1) || beyond > Money::from_cents(1))
        throw std::invalid_argument("the parts do not add up to the whole");
    serve(parts, remainders, held);
    if (beyond != Money())
        *std::ranges::max_element(parts) += beyond;
    return parts;
}

std::vector<Money> apportioned(Money whole, std::span<const Money> weights) {
    const Money sum = msp::sum(weights);
    if (sum == Money())
        throw std::invalid_argument("the weights add up to nothing");
    const Integer total = absolute(sum).cents();
    std::vector<Money> parts;
    std::vector<std::pair<Integer, std::size_t>> remainders;
    parts.reserve(weights.size());
    remainders.reserve(weights.size());
    for (const Money weight : weights) {
        const Integer product = (sum.negative() ? -Integer{weight.cents()} : Integer{weight.cents()}) * whole.cents();
        parts.push_back(below(product, total));
        remainders.emplace_back(product - parts.back().cents() * total, remainders.size());
    }
    serve(parts, remainders, whole);
    return parts;
}

}  // namespace msp
