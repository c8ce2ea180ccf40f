// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/money.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace msp {

void throw_money_overflow() {
    Diagnostic overflow;
    overflow.id = "money.overflow";
    overflow.message = Message{tr("an amount goes beyond {limit}, the most that can be counted"),
                               {{"limit", Money::from_cents(std::numeric_limits<std::int64_t>::max())}}};
    overflow.help = Message{tr("look for an amount, a rate or a number of times with too many digits"), {}};
    throw Error(std::move(overflow));
}

Money sum(std::span<const Money> amounts) {
    Money total;
    for (const Money amount : amounts)
        total += amount;
    return total;
}

Money absolute(Money amount) {
    return amount.negative() ? -amount : amount;
}

Money opposite(Money amount) {
    return -amount;
}

void append_plain(std::string& out, Money amount) {
    std::array<char, 24> buffer;  // 19 digits, sign and point fit
    char* const end = buffer.data() + buffer.size();
    char* at = end;
    const auto bits = static_cast<std::uint64_t>(amount.cents());
    std::uint64_t rest = amount.negative() ? 0 - bits : bits;
    const auto put_digit = [&at, &rest] {
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    };
    put_digit();
    put_digit();
    *--at = '.';
    do
        put_digit();
    while (rest != 0);
    if (amount.negative())
        *--at = '-';
    out.append(at, end);
}

std::string plain(Money amount) {
    std::string text;
    append_plain(text, amount);
    return text;
}

// From the last digit on, in one buffer: a plan of many movements is mostly figures.
std::string write_figure(Money amount, Language language) {
    const bool french = language == Language::french;
    const std::string_view between_thousands = french ? "\u202f" : ",";
    // The magnitude of the lowest integer fits only without a sign.
    const auto bits = static_cast<std::uint64_t>(amount.cents());
    std::uint64_t rest = amount.negative() ? std::uint64_t{0} - bits : bits;
    std::array<char, 48> buffer;
    auto at = buffer.end();
    const auto put = [&](char c) { *--at = c; };
    for (int digits = 0; digits < 3 || rest != 0; ++digits, rest /= 10) {
        if (digits == 2)
            put(french ? ',' : '.');
        else if (digits > 2 && (digits - 2) % 3 == 0)
            at = std::ranges::copy_backward(between_thousands, at).out;
        put(static_cast<char>('0' + rest % 10));
    }
    if (amount.negative())
        put('-');
    return {at, buffer.end()};
}

std::string write_amount(Money amount, Language language) {
    return write_figure(amount, language) + (language == Language::french ? "\u00a0€" : "");
}

Written in_words(Money amount) {
    return {amount.cents(),
            [](std::int64_t cents, Language language) { return write_amount(Money::from_cents(cents), language); }};
}

}  // namespace msp
