// SPDX-License-Identifier: MIT
// Private to the module: which line of the budget is nearest to an amount of the books.
#pragma once

#include <msp/model/budget.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace msp {

// Of an entity's lines on the side of the amount, the one that `near` gives most for, the first of the file among
// equals; none where it gives nothing for any. `banks` are those of the items.
template <typename Near>
std::optional<ItemIndex> nearest_item(const Budget& budget, const std::vector<BankIndex>& banks, EntityIndex entity,
                                      Money amount, Near near) {
    std::optional<ItemIndex> nearest;
    std::size_t most = 0;
    for (std::size_t i = 0; i < budget.items.size(); ++i) {
        const Item& item = budget.items[i];
        if (banks[i] == no_bank || budget.banks[banks[i]].entity != entity ||
            (item.side == Side::payments) != amount.negative())
            continue;
        if (const std::size_t common = near(item); common > most) {
            most = common;
            nearest = static_cast<ItemIndex>(i);
        }
    }
    return nearest;
}

}  // namespace msp
