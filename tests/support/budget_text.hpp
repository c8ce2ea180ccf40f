// SPDX-License-Identifier: MIT
// Entries of a budget as TOML that several tests write.
#pragma once

#include <string>
#include <string_view>

namespace msp::test {

// An account from 1 January 2026 on.
inline std::string bank_text(std::string_view id, const std::string& opening, const std::string& more = "") {
    return "[[bank]]\nid = \"" + std::string(id) + "\"\nopening = " + opening + "\ndate = 2026-01-01\n" + more;
}

// Two of them, as the books have them: 1,000.00 and 500.00.
inline std::string booked_accounts() {
    return bank_text("courant", "1000.00", "account = \"5121\"\n") +
           bank_text("livret", "500.00", "account = \"5122\"\n");
}

// A line of the section on the 5th of each month.
inline std::string monthly_text(const std::string& section, const std::string& id, const std::string& category,
                                const std::string& amount, const std::string& more = "") {
    return "[[" + section + "]]\nid = \"" + id + "\"\ncategory = \"" + category + "\"\namount = " + amount +
           "\nevery = \"month\"\nday = 5\n" + more;
}

// 1.00 of rent.
inline std::string rent_text(std::string_view id, const std::string& more = "") {
    return monthly_text("expense", std::string(id), "rent", "1", more);
}

// A key by which all members bear as much.
inline std::string equal_key_text() {
    return "[[key]]\nid = \"equal\"\nby = \"equal\"\n";
}

// 90.00 once.
inline std::string tax_text(std::string_view id, std::string_view day, const std::string& more = "") {
    return "[[expense]]\nid = \"" + std::string(id) +
           "\"\ncategory = \"local-tax\"\namount = 90.00\ndate = " + std::string(day) + '\n' + more;
}

inline std::string contract_text(std::string_view id, const std::string& more) {
    return "[[contract]]\nid = \"" + std::string(id) + "\"\nsupplier = \"s\"\n" + more;
}

}  // namespace msp::test
