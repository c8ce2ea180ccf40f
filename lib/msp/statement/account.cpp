// SPDX-License-Identifier: MIT
#include <msp/statement/account.hpp>

#include <algorithm>
#include <cstddef>

namespace msp {
namespace {

constexpr std::size_t french_length = 27;

bool is_digit_or_capital(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

std::string_view without_zeros(std::string_view digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

// Banks write numbers with or without the zeros in front.
bool same_number(std::string_view a, std::string_view b) {
    return without_zeros(a) == without_zeros(b);
}

}  // namespace

std::string BankAccount::shown() const {
    if (!iban.empty())
        return iban;
    std::string all;
    for (const std::string& part : {bank, branch, number}) {
        if (!part.empty())
            all += (all.empty() ? "" : " ") + part;
    }
    return all;
}

std::string plain_iban(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c != ' ')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

bool is_iban(std::string_view plain) {
    constexpr std::size_t shortest = 15;
    constexpr std::size_t longest = 34;
    constexpr std::size_t front = 4;
    if (plain.size() < shortest || plain.size() > longest || !std::ranges::all_of(plain, is_digit_or_capital) ||
        (plain.starts_with("FR") && plain.size() != french_length))
        return false;
    int rest = 0;
    for (const char c : std::string(plain.substr(front)) + std::string(plain.substr(0, front))) {
        const bool letter = c >= 'A';
        rest = (rest * (letter ? 100 : 10) + (letter ? c - 'A' + 10 : c - '0')) % 97;
    }
    return rest == 1;
}

bool is_account(std::string_view plain, const BankAccount& account) {
    if (!account.iban.empty())
        return account.iban == plain;
    if (account.number.empty())
        return false;
    if (!plain.starts_with("FR") || plain.size() != french_length)
        return plain.ends_with(account.number);
    const std::string_view number = plain.substr(14, 11);
    if (account.end_only)
        return number.ends_with(account.number);
    if (!account.bank.empty() && !same_number(account.bank, plain.substr(4, 5)))
        return false;
    if (!account.branch.empty() && !same_number(account.branch, plain.substr(9, 5)))
        return false;
    // Some files have the number with its key, or the whole of bank, branch, number and key.
    return same_number(account.number, number) || same_number(account.number, plain.substr(14)) ||
           same_number(account.number, plain.substr(4));
}

}  // namespace msp
