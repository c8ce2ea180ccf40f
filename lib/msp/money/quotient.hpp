// SPDX-License-Identifier: MIT
// An exact quotient, in lowest terms, for what must not be rounded before its end: points, shares of a year. 128 bits;
// beyond them an Error, never a wrong figure.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/rate.hpp>

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace msp {

class Quotient {
 public:
    __extension__ typedef __int128 Integer;

    constexpr Quotient() = default;
    constexpr Quotient(std::int64_t whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor): a number
    // The denominator is not zero.
    Quotient(std::int64_t numerator, std::int64_t denominator);
    explicit Quotient(Rate rate);

    [[nodiscard]] Integer numerator() const { return numerator_; }
    [[nodiscard]] Integer denominator() const { return denominator_; }  // positive
    [[nodiscard]] bool whole() const { return denominator_ == 1; }

    friend Quotient operator+(const Quotient& a, const Quotient& b);
    friend Quotient operator-(const Quotient& a, const Quotient& b);
    friend Quotient operator*(const Quotient& a, const Quotient& b);
    // `b` is not zero.
    friend Quotient operator/(const Quotient& a, const Quotient& b);
    Quotient& operator+=(const Quotient& other) { return *this = *this + other; }
    Quotient& operator*=(const Quotient& other) { return *this = *this * other; }
    friend bool operator==(const Quotient&, const Quotient&) = default;
    friend std::strong_ordering operator<=>(const Quotient& a, const Quotient& b);

    // Brings them to lowest terms; the denominator is not zero.
    static Quotient reduced(Integer numerator, Integer denominator);

 private:
    Integer numerator_ = 0;
    Integer denominator_ = 1;
};

// Error beyond 128 bits.
[[nodiscard]] Quotient::Integer checked_sum(Quotient::Integer a, Quotient::Integer b);
[[nodiscard]] Quotient::Integer checked_product(Quotient::Integer a, Quotient::Integer b);

// Of two that are positive. Error beyond 128 bits.
[[nodiscard]] Quotient::Integer least_common_multiple(Quotient::Integer a, Quotient::Integer b);
// How many parts of `parts` to the whole; a multiple of the denominator. Error beyond 128 bits.
[[nodiscard]] Quotient::Integer in_parts(const Quotient& value, Quotient::Integer parts);

[[nodiscard]] std::string decimal(Quotient::Integer number);
// With so many decimals (0 to 18), the last one rounded half up: "2212.800000".
[[nodiscard]] std::string decimal(const Quotient& value, int decimals);
// A share as a percentage: "40", or "33.3333" for what is no whole number of percent.
[[nodiscard]] std::string in_percent(const Quotient& share);
// Cut off after so many decimals: 4.6153… to two is 4.61.
[[nodiscard]] Quotient truncated(const Quotient& value, int decimals);

// The only door from exact cents to money.
[[nodiscard]] Money rounded(const Quotient& cents, Rounding rounding);

// Parts of `whole` that stand for exact cents: each cut to the cents below it, the cents left over going to the largest
// remainders, ties by position. `whole` is the sum of `exact`, rounded; or the difference of two that were rounded
// each, which can be a cent more or less than that: the largest part takes it.
[[nodiscard]] std::vector<Money> apportioned(Money whole, std::span<const Quotient> exact);
// The same, in the proportion of `weights`, whose sum is not zero; some may be negative.
[[nodiscard]] std::vector<Money> apportioned(Money whole, std::span<const Money> weights);

}  // namespace msp
