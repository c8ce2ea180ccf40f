// SPDX-License-Identifier: MIT
// What an export comes to, by journal and by account of cash.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/money/money.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Each line is a debit or a credit, by the sign of what it comes to.
struct JournalSum {
    std::string code;
    std::string label;
    std::int64_t lines = 0;
    Money debit;
    Money credit;
    Money difference;
};

// Banks (51 but 511, 519) and cash boxes (53, 54): 511 is in transit, 519 a loan.
struct CashSum {
    std::string account;
    std::string label;
    Money opening;  // of entries that open the year
    Money in;
    Money out;
    Money closing;
};

struct LedgerSums {
    std::vector<JournalSum> journals;  // by code
    std::vector<CashSum> cash;         // by account
    Money debit;
    Money credit;
    std::optional<Date> first;  // without openings
    std::optional<Date> last;
};

[[nodiscard]] bool is_cash_account(std::string_view account);
// Cash account that no bank has.
[[nodiscard]] bool is_cash_box(std::string_view account);
[[nodiscard]] LedgerSums ledger_sums(const Fec& ledger);

}  // namespace msp
