// SPDX-License-Identifier: MIT
// Rules to begin with, for what no rule takes.
#pragma once

#include <msp/actuals/actuals.hpp>

#include <optional>
#include <vector>

namespace msp {

struct MapSuggestion {
    UnmappedCash of;                // of one account
    std::optional<ItemIndex> item;  // the line whose category is nearest; none where none is near
};

// A category is near where its account in the chart begins with the same three digits at least, on the same side; of
// several the one with most digits in common, then the first of the file. Entries that do not balance have no account.
[[nodiscard]] std::vector<MapSuggestion> suggestions(const Budget& budget, EntityIndex entity, const Ledgers& ledgers,
                                                     const CashTotals& totals);

}  // namespace msp
