// SPDX-License-Identifier: MIT
#include <msp/actuals/statement_account.hpp>
#include <msp/ledger/sums.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace msp {
namespace {

constexpr std::size_t least_digits = 6;  // of a number, to be no other number of a label
constexpr std::int32_t days_near = 5;    // a movement is booked so far from its day at the bank

// Overdraft facilities (519) and cash boxes have no statement.
std::vector<CashSum> bank_accounts(const Fec& ledger) {
    std::vector<CashSum> all = ledger_sums(ledger).cash;
    std::erase_if(all,
                  [](const CashSum& each) { return is_cash_box(each.account) || each.account.starts_with("519"); });
    return all;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool has_number(const std::string& label, const BankAccount& account) {
    const std::string digits = digits_of(label);
    const auto in_label = [&](const std::string& number) {
        const std::string typed = digits_of(number);
        return typed.size() >= least_digits && digits.find(typed) != std::string::npos;
    };
    return in_label(account.iban) || in_label(account.number);
}

// How many movements of the statement each account has near their day.
std::vector<std::size_t> movements_in(const Fec& ledger, const std::vector<CashSum>& accounts,
                                      const AccountStatement& statement) {
    std::vector<std::map<Money, std::vector<Date>>> moved(accounts.size());
    for (const LedgerLine& line : ledger.lines()) {
        const std::string account = ledger.in_utf8(ledger.accounts()[line.account]);
        const auto of = std::ranges::find(accounts, account, &CashSum::account);
        if (of != accounts.end() && line.opens == 0)
            moved[static_cast<std::size_t>(of - accounts.begin())][line.amount].push_back(ledger.moved_on(line));
    }
    std::vector<std::size_t> counts;
    for (const auto& by_amount : moved) {
        counts.push_back(
            static_cast<std::size_t>(std::ranges::count_if(statement.entries, [&](const StatementEntry& entry) {
                const auto found = by_amount.find(entry.amount);
                return found != by_amount.end() && std::ranges::any_of(found->second, [&](Date day) {
                           return day - entry.date <= days_near && entry.date - day <= days_near;
                       });
            })));
    }
    return counts;
}

}  // namespace

std::optional<std::string> account_of(const Fec& ledger, const AccountStatement& statement) {
    const std::vector<CashSum> accounts = bank_accounts(ledger);
    if (accounts.empty())
        return std::nullopt;
    if (accounts.size() == 1)
        return accounts.front().account;
    const auto named = [&](const CashSum& each) { return has_number(each.label, statement.account); };
    if (std::ranges::count_if(accounts, named) == 1)
        return std::ranges::find_if(accounts, named)->account;
    std::vector<std::size_t> counts = movements_in(ledger, accounts, statement);
    const auto best = std::ranges::max_element(counts);
    const std::size_t most = *best;
    const std::string& account = accounts[static_cast<std::size_t>(best - counts.begin())].account;
    *best = 0;
    return most * 2 > statement.entries.size() && std::ranges::max(counts) * 2 < most ? std::optional(account)
                                                                                      : std::nullopt;
}

std::optional<StatementGap> account_gap(const Fec& ledger, const std::string& account,
                                        const AccountStatement& statement) {
    Budget budget;
    budget.entities.resize(1);
    budget.banks.resize(2);  // all others, and the one of the account
    for (const CashSum& each : ledger_sums(ledger).cash)
        budget.banks[each.account == account ? 1 : 0].accounts.push_back(each.account);
    return statement_gap(budget, BankIndex{1}, Ledgers({&ledger}), statement, std::nullopt);
}

}  // namespace msp
