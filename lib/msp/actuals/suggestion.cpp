// SPDX-License-Identifier: MIT
#include <msp/actuals/nearest_item.hpp>
#include <msp/actuals/payment_trace.hpp>
#include <msp/actuals/suggestion.hpp>

#include <algorithm>
#include <string_view>

namespace msp {
namespace {

std::size_t digits_in_common(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::vector<MapSuggestion> suggestions(const Budget& budget, EntityIndex entity, const Ledgers& ledgers,
                                       const CashTotals& totals) {
    constexpr std::size_t least = 3;
    const std::vector<BankIndex> banks = banks_of_items(budget);
    std::vector<MapSuggestion> all;
    for (const UnmappedCash& of : totals.by_account) {
        if (of.account == no_account)
            continue;
        const auto near = [&](const Item& item) {
            const std::size_t common =
                digits_in_common(budget.categories[item.category].account, ledgers.accounts()[of.account]);
            return common < least ? 0 : common;
        };
        all.push_back({of, nearest_item(budget, banks, entity, of.amount, near)});
    }
    return all;
}

}  // namespace msp
