// SPDX-License-Identifier: MIT
// The result as books of accruals have it: the accounts of classes 6 and 7 by line of the budget, by the day of the
// entry. Income is positive, charges are negative.
#pragma once

#include <msp/actuals/actuals.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

struct ResultTotals {
    Money income;   // the balances of class 7, up to the day that the books are read to
    Money charges;  // of class 6
    Money result;   // both together
    Money mapped;
    Money unmapped;
    Money apart;  // depreciation and provisions (68, 78) that no rule takes; the three are the result
    std::int64_t closing_count = 0;  // entries that close the two classes, left out
    Money later;                     // after that day, not used
    std::int64_t later_count = 0;
    bool with_tax = false;                 // there is VAT beside them, which they are without
    std::optional<Date> first;             // the first day of the two classes
    std::optional<Date> last;              // the last one of what is used
    Date until;                            // the day it is read to, or the end of the exercise of the last one
    std::vector<UnmappedCash> by_account;  // what no rule takes, the largest first
    std::vector<MapTie> ties;
};

// By export, of each line of those accounts a move of the kinds mapped, unmapped or apart, in the order of the entries.
// A rule asks for the account, and for the auxiliary account, label and journal of the line or of the party of its
// entry. Without a day all exports are read to the last such line of any.
[[nodiscard]] std::vector<ResultTotals> booked_results(const Budget& budget, EntityIndex entity, const Ledgers& ledgers,
                                                       std::optional<Date> until, const CashSink& sink);

}  // namespace msp
