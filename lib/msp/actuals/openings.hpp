// SPDX-License-Identifier: MIT
// What one year's books end with against what the next one's begin with.
#pragma once

#include <msp/actuals/ledgers.hpp>
#include <msp/money/money.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// Debit less credit.
struct OpeningDifference {
    std::string account;  // of class 5 as a whole; of class 4 its first three digits, since members may be told apart
    Money closing;
    Money opening;
    std::optional<std::uint32_t> closed;  // a line of each, of all exports; none: the account is not there
    std::optional<std::uint32_t> opened;
    std::size_t before = 0;  // the export that closes, and the one that opens
    std::size_t after = 0;
};

// Accounts of money and of what is owed, by account; exports without openings go on where the one before them ends.
[[nodiscard]] std::vector<OpeningDifference> opening_differences(const Ledgers& ledgers);

}  // namespace msp
