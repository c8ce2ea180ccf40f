// SPDX-License-Identifier: MIT
#include <msp/ledger/sums.hpp>

#include <algorithm>
#include <array>

namespace msp {

bool is_cash_box(std::string_view account) {
    return account.starts_with("53") || account.starts_with("54");
}

bool is_cash_account(std::string_view account) {
    // 518 and 5198 are interest that has accrued, not money.
    constexpr std::array<std::string_view, 8> cash = {"512", "514", "515", "516", "517", "519", "53", "54"};
    return !account.starts_with("5198") &&
           std::ranges::any_of(cash, [&](std::string_view prefix) { return account.starts_with(prefix); });
}

LedgerSums ledger_sums(const Fec& ledger) {
    constexpr std::size_t none = SIZE_MAX;
    LedgerSums sums;
    sums.journals.resize(ledger.journals().size());
    std::vector<std::size_t> cash(ledger.accounts().size(), none);
    for (const LedgerLine& line : ledger.lines()) {
        const bool opens = line.opens != 0;
        const std::string_view account = ledger.accounts()[line.account];
        JournalSum& journal = sums.journals[ledger.journal_of(line)];
        if (journal.lines++ == 0) {
            journal.code = ledger.text(line, LedgerColumn::journal);
            journal.label = ledger.text(line, LedgerColumn::journal_label);
        }
        journal.difference += line.amount;
        (line.amount.negative() ? journal.credit : journal.debit) += absolute(line.amount);
        if (!opens) {
            sums.first = std::min(sums.first.value_or(line.date), line.date);
            sums.last = std::max(sums.last.value_or(line.date), line.date);
        }
        if (!is_cash_account(account))
            continue;
        if (cash[line.account] == none) {
            cash[line.account] = sums.cash.size();
            sums.cash.push_back(
                {ledger.in_utf8(account), ledger.text(line, LedgerColumn::account_label), {}, {}, {}, {}});
        }
        CashSum& of = sums.cash[cash[line.account]];
        (opens ? of.opening : line.amount.negative() ? of.out : of.in) += line.amount;
        of.closing += line.amount;
    }
    for (const JournalSum& journal : sums.journals) {
        sums.debit += journal.debit;
        sums.credit += journal.credit;
    }
    std::ranges::sort(sums.journals, {}, &JournalSum::code);
    std::ranges::sort(sums.cash, {}, &CashSum::account);
    return sums;
}

}  // namespace msp
