// SPDX-License-Identifier: MIT
// A bank's statement against an export alone, without a budget that says which account is whose.
#pragma once

#include <msp/actuals/reconciliation.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/statement/statement.hpp>

#include <optional>
#include <string>

namespace msp {

// The account of a bank that the statement is of: the only one; else the one whose label has its number; else the one
// that has most of its movements, if no other has half as many. Nothing where none of it tells.
[[nodiscard]] std::optional<std::string> account_of(const Fec& ledger, const AccountStatement& statement);

// As statement_gap() has it, of this account of the export.
[[nodiscard]] std::optional<StatementGap> account_gap(const Fec& ledger, const std::string& account,
                                                      const AccountStatement& statement);

}  // namespace msp
