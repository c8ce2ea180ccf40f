// SPDX-License-Identifier: MIT
// Entries of a budget as TOML that several tests write.
#pragma once

#include <string>
#include <string_view>

namespace msp::test {

// 1.00 of rent on the 5th of each month.
inline std::string rent_text(std::string_view id, const std::string& more = "") {
    return "[[expense]]\nid = \"" + std::string(id) +
           "\"\ncategory = \"rent\"\namount = 1\nevery = \"month\"\nday = 5\n" + more;
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
