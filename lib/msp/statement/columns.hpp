// SPDX-License-Identifier: MIT
// The headings of a bank's CSV file, as its user typed them.
#pragma once

#include <string>

namespace msp {

// Empty where there is none: an amount is one column with its sign, or a debit and a credit.
struct StatementColumns {
    std::string date;
    std::string value_date;
    std::string label;
    std::string reference;
    std::string amount;
    std::string debit;
    std::string credit;
    std::string balance;  // after each movement

    friend bool operator==(const StatementColumns&, const StatementColumns&) = default;
};

}  // namespace msp
