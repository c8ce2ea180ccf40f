// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/money.hpp>

#include <array>
#include <limits>

namespace msp {

void throw_money_overflow() {
    Diagnostic overflow;
    overflow.id = "money.overflow";
    overflow.message = Message{tr("an amount goes beyond {limit}, the most that can be counted"),
                               {{"limit", Cents{std::numeric_limits<std::int64_t>::max()}}}};
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

}  // namespace msp
