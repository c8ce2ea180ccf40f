// SPDX-License-Identifier: MIT
#include <msp/cash/holding.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

Holding account_holding(const Budget& budget, const Projection& projection, BankIndex bank) {
    const Bank& account = budget.banks[bank];
    const bool several = budget.entities.size() > 1;
    return {budget.entities[account.entity].id,
            account.id,
            account.name,
            several ? budget.entities[account.entity].title() : std::string(),
            projection.accounts[bank].series,
            {bank},
            account.entity,
            false};
}

}  // namespace

std::vector<Holding> holdings(const Budget& budget, const Projection& projection, const Selection& selection) {
    std::vector<Holding> found;
    std::vector<BankIndex> all;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        const std::vector<BankIndex> banks = banks_of(budget, entity, selection);
        for (const BankIndex bank : banks)
            found.push_back(account_holding(budget, projection, bank));
        if (banks.size() == 1) {
            found.back().whole = true;
            if (!selection.bank)
                found.back().name = budget.entities[i].name;
        } else if (banks.size() > 1) {
            found.push_back({budget.entities[i].id,
                             "all",
                             budget.entities[i].name,
                             {},
                             entity_series(budget, projection, entity),
                             banks,
                             entity,
                             true});
        }
        all.insert(all.end(), banks.begin(), banks.end());
    }
    if (budget.entities.size() > 1 && !selection.entity && !selection.bank)
        found.push_back({"all", "all", "", "", group_series(budget, projection), std::move(all), {}, true});
    return found;
}

std::vector<const Holding*> parts_of(const std::vector<Holding>& all, const Holding& one) {
    std::vector<const Holding*> parts;
    for (const Holding& other : all) {
        const bool is_entity = other.whole && other.index;
        const bool is_account = !other.whole && other.index == one.index;
        if (one.whole && (one.index ? is_account : is_entity))
            parts.push_back(&other);
    }
    return parts;
}

const Holding* same_holding(const std::vector<Holding>& all, const Holding& one) {
    const auto same = std::ranges::find_if(
        all, [&](const Holding& other) { return other.entity == one.entity && other.bank == one.bank; });
    return same == all.end() ? nullptr : &*same;
}

RunningBalances::RunningBalances(const Budget& budget, const Projection& projection, Date first) {
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        const Bank& bank = budget.banks[i];
        balances_.push_back(bank.date >= first ? bank.opening : projection.accounts[i].series.on(first - 1));
    }
}

Money RunningBalances::after(const Movement& movement) {
    return balances_[movement.bank] += movement.amount;
}

}  // namespace msp
