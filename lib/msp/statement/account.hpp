// SPDX-License-Identifier: MIT
// A bank account as files and people name it.
#pragma once

#include <string>
#include <string_view>

namespace msp {

// What a file does not say is empty.
struct BankAccount {
    std::string iban;
    std::string bank;    // the five digits of a French bank
    std::string branch;  // of its agency
    std::string number;
    bool end_only = false;  // the number is only its last digits

    [[nodiscard]] bool known() const { return !iban.empty() || !number.empty(); }
    // The IBAN, or bank, branch and number.
    [[nodiscard]] std::string shown() const;

    friend bool operator==(const BankAccount&, const BankAccount&) = default;
};

// Without blanks, capitals.
[[nodiscard]] std::string plain_iban(std::string_view typed);
// The length and the check digits fit (ISO 13616: modulo 97).
[[nodiscard]] bool is_iban(std::string_view plain);
// Whether the file's account is the one of the IBAN. A French IBAN holds bank, branch and number.
[[nodiscard]] bool is_account(std::string_view plain, const BankAccount& account);

}  // namespace msp
