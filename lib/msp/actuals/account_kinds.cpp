// SPDX-License-Identifier: MIT
#include <msp/actuals/account_kinds.hpp>
#include <msp/charges/calls.hpp>
#include <msp/ledger/sums.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace msp {
namespace {

constexpr std::array<std::string_view, 5> party_accounts = {"40", "41", "441", "46", "47"};
constexpr std::string_view nature_classes = "12367";
// Bad debts, differences of a payment, discounts for early payment; the last two until 2024.
constexpr std::array<std::string_view, 7> write_off_accounts = {"654", "658", "758", "665", "765", "6714", "7714"};

bool begins_with_one(std::string_view account, std::span<const std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return account.starts_with(prefix); });
}

AccountKind kind_of(std::string_view account) {
    if (is_cash_account(account))
        return AccountKind::cash;
    if (account.starts_with("511") || account.starts_with("58"))
        return AccountKind::transit;
    if (begins_with_one(account, party_accounts))
        return AccountKind::party;
    if (account.starts_with("445") && !account.starts_with("4455"))
        return AccountKind::tax;
    if (account.starts_with("89"))
        return AccountKind::balances;
    return !account.empty() && nature_classes.find(account.front()) != std::string_view::npos ? AccountKind::nature
                                                                                              : AccountKind::other;
}

}  // namespace

AccountKinds account_kinds(const Budget& budget, EntityIndex entity, const Ledgers& ledgers) {
    std::vector<BankIndex> own;
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        if (budget.banks[i].entity == entity)
            own.push_back(static_cast<BankIndex>(i));
    }
    const auto nameless =
        std::ranges::find_if(own, [&](BankIndex bank) { return budget.banks[bank].accounts.empty(); });
    const BankIndex others = nameless != own.end() ? *nameless : own.front();
    const bool advances = std::ranges::find(budget.advances, entity, &AdvanceCall::entity) != budget.advances.end();
    const std::string advanced = call_terms_of(budget, entity).ledger.account(AccountRole::advances);
    AccountKinds all;
    for (const std::string_view account : ledgers.accounts()) {
        AccountKind kind = kind_of(account);
        BankIndex bank = others;
        std::size_t longest = 0;
        for (const BankIndex each : own) {
            for (const std::string& prefix : budget.banks[each].accounts) {
                if (prefix.size() > longest && account.starts_with(prefix)) {
                    longest = prefix.size();
                    bank = each;
                    kind = AccountKind::cash;
                }
            }
        }
        all.kinds.push_back(kind);
        all.banks.push_back(bank);
        all.writes_off.push_back(begins_with_one(account, write_off_accounts));
        all.advanced.push_back(advances && account.starts_with(advanced));
    }
    return all;
}

}  // namespace msp
