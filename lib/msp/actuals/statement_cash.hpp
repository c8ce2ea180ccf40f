// SPDX-License-Identifier: MIT
// A bank's statement as cash by line of the budget: rules take a movement by the words of its label and by whether it
// comes or goes. A statement has no accounts, journals or parties: rules that ask for one take nothing of it.
#pragma once

#include <msp/actuals/actuals.hpp>
#include <msp/actuals/suggestion.hpp>
#include <msp/statement/statement.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// As cash_of() of an export: `line` of a move or tie is the entry of the statement, `account` no_account. What no rule
// takes is added up by the words of its label, those with digits apart.
[[nodiscard]] CashTotals cash_of(const Budget& budget, BankIndex bank, const AccountStatement& statement,
                                 std::optional<Date> until, const CashSink& sink);

// The words of a label that come back each month.
[[nodiscard]] std::string lasting_words(const StatementEntry& entry);

// For each of what no rule takes: the line of the same entity and side with most words of its name, or its category's
// id, in the label.
[[nodiscard]] std::vector<MapSuggestion> suggestions(const Budget& budget, BankIndex bank,
                                                     const AccountStatement& statement, const CashTotals& totals);

}  // namespace msp
