// SPDX-License-Identifier: MIT
#include <msp/workbook/digits.hpp>

#include <algorithm>
#include <cstddef>

namespace msp {
namespace {

constexpr std::size_t most_digits = 15;  // that a spreadsheet program keeps

// What was written, exactly.
Quotient number_of(std::string_view digits) {
    Quotient::Integer numerator = 0;
    Quotient::Integer denominator = 1;
    bool after_point = false;
    for (const char c : digits) {
        if (c == '.') {
            after_point = true;
        } else if (c != '-') {
            numerator = numerator * 10 + (c - '0');
            denominator *= after_point ? 10 : 1;
        }
    }
    return Quotient::reduced(digits.starts_with('-') ? -numerator : numerator, denominator);
}

bool exact_in_binary(const Quotient& number) {
    constexpr Quotient::Integer most = Quotient::Integer{1} << 40;
    const Quotient::Integer parts = number.denominator();
    return parts < most && number.numerator() < most && number.numerator() > -most && (parts & (parts - 1)) == 0;
}

// How many cents an amount is more.
Quotient cents_off(const Quotient& euros, Money amount) {
    return Quotient(amount.cents()) - euros * Quotient(100);
}

}  // namespace

std::optional<std::string> digits_of(const Cell& cell) {
    std::string digits;
    if (const DecimalCell* number = std::get_if<DecimalCell>(&cell))
        digits = decimal(number->value, number->places);
    else if (const DigitsCell* written = std::get_if<DigitsCell>(&cell))
        digits = written->text;
    if (digits.empty() || digits.size() > most_digits)
        return std::nullopt;
    return digits;
}

std::string all_digits(const Cell& cell, std::string digits) {
    const DecimalCell* number = std::get_if<DecimalCell>(&cell);
    for (int places = number == nullptr ? 0 : number->places;
         number != nullptr && digits.size() < most_digits && number_of(digits) != number->value;)
        digits = decimal(number->value, ++places);
    return digits;
}

int places_of(std::string_view digits) {
    const std::size_t point = digits.find('.');
    return static_cast<int>(point == std::string_view::npos ? 0 : digits.size() - point - 1);
}

std::optional<Quotient> number_in(const Column& column, const Cell& cell) {
    if (const DecimalCell* number = std::get_if<DecimalCell>(&cell); number != nullptr && column.all_digits)
        return number->value;
    const std::optional<std::string> digits = digits_of(cell);
    return digits ? std::optional(number_of(*digits)) : std::nullopt;
}

std::string off_the_half(const Quotient& part, const Quotient& whole, int places) {
    const Quotient exact = part / whole;
    Quotient units = exact;
    for (int i = 0; i < places; ++i)
        units *= Quotient(10);
    const bool is_half = !units.whole() && (units * Quotient(2)).whole();
    if (!is_half || (exact_in_binary(part) && exact_in_binary(whole) && exact_in_binary(exact)))
        return {};
    constexpr std::size_t further = 4;  // places
    return (exact < Quotient() ? "-0." : "+0.") + std::string(static_cast<std::size_t>(places) + further, '0') + '1';
}

bool within_a_cent(const Quotient& euros, Money amount) {
    const Quotient off = cents_off(euros, amount);
    return off < Quotient(1) && off > Quotient(-1);
}

std::string factor_text(const Quotient& factor) {
    const std::string numerator = decimal(factor.numerator());
    const std::string denominator = decimal(factor.denominator());
    if (std::max(numerator.size(), denominator.size()) > most_digits)
        return {};
    return "*" + numerator + (factor.whole() ? "" : "/" + denominator);
}

std::string nudge(const Quotient& euros, Money amount) {
    const Quotient off = cents_off(euros, amount);
    const bool less = off < Quotient();
    const Quotient tenths = (less ? off * Quotient(-1) : off) * Quotient(10);
    if (tenths * Quotient(2) <= Quotient(9))
        return {};
    const Quotient::Integer most = tenths.numerator() / tenths.denominator() - (tenths.whole() ? 4 : 3);
    std::string digits = decimal(std::max<Quotient::Integer>(most, 1));
    constexpr std::size_t places = 3;
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, ".");
    while (digits.ends_with('0'))
        digits.pop_back();
    if (digits.ends_with('.'))
        digits.pop_back();
    return (less ? "-" : "+") + digits;
}

}  // namespace msp
