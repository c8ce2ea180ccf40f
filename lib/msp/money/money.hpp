// SPDX-License-Identifier: MIT
// Amounts of money: whole euro cents in 64 bits, exact. An overflow throws Error, never wraps. No binary float goes in
// or comes out; an amount times a rate needs a named rounding (rate.hpp).
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>

namespace msp {

enum class Language;  // message.hpp
struct Written;

[[noreturn]] void throw_money_overflow();

class Money {
 public:
    constexpr Money() = default;
    static constexpr Money from_cents(std::int64_t cents) { return Money(cents); }

    [[nodiscard]] constexpr std::int64_t cents() const { return cents_; }
    [[nodiscard]] constexpr bool negative() const { return cents_ < 0; }

    friend constexpr Money operator+(Money a, Money b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.cents_, b.cents_, &sum))
            throw_money_overflow();
        return Money(sum);
    }
    friend constexpr Money operator-(Money a, Money b) {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.cents_, b.cents_, &difference))
            throw_money_overflow();
        return Money(difference);
    }
    friend constexpr Money operator-(Money a) { return Money() - a; }
    friend constexpr Money operator*(Money a, std::int64_t times) {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(a.cents_, times, &product))
            throw_money_overflow();
        return Money(product);
    }
    friend Money operator*(Money, std::floating_point auto) = delete;
    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }

    friend constexpr auto operator<=>(Money, Money) = default;

 private:
    constexpr explicit Money(std::int64_t cents) : cents_(cents) {}
    std::int64_t cents_ = 0;
};

// The largest amount a file may hold: 999,999,999,999.99.
inline constexpr Money largest_amount = Money::from_cents(99'999'999'999'999);

[[nodiscard]] Money sum(std::span<const Money> amounts);
// Without its sign; with the other sign.
[[nodiscard]] Money absolute(Money amount);
[[nodiscard]] Money opposite(Money amount);
// "12 345,67 €" with U+202F by three and U+00A0; "12,345.67" in English.
[[nodiscard]] std::string write_amount(Money amount, Language language);
// The same without the euro sign, for columns of figures.
[[nodiscard]] std::string write_figure(Money amount, Language language);
// As an argument of a message: write_amount().
[[nodiscard]] Written in_words(Money amount);

// "-1234.50": point, two decimals, no grouping, as CSV and JSON have it.
[[nodiscard]] std::string plain(Money amount);
// The same, appended: the writers' fast path.
void append_plain(std::string& out, Money amount);

}  // namespace msp
