// SPDX-License-Identifier: MIT
#include <msp/model/budget.hpp>
#include <msp/model/mapping.hpp>

#include <algorithm>

namespace msp {

std::vector<BankIndex> banks_of_items(const Budget& budget) {
    std::vector<BankIndex> banks(budget.items.size(), no_bank);
    const auto add_all = [&](const auto& things) {
        for (const auto& thing : things)
            banks[thing.item] = thing.bank;
    };
    add_all(budget.lines);
    add_all(budget.grants);
    add_all(budget.loans);
    add_all(budget.posts);
    if (budget.aci)
        banks[budget.aci->item] = budget.aci->bank;
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        if (budget.banks[i].overdraft_rate)
            banks[budget.banks[i].fee_item] = static_cast<BankIndex>(i);
    }
    return banks;
}

bool has_rule(const Budget& budget, ItemIndex item, EntityIndex entity) {
    return std::ranges::any_of(budget.map,
                               [&](const MapRule& rule) { return rule.item == item && rule.entity == entity; });
}

}  // namespace msp
