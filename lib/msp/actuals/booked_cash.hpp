// SPDX-License-Identifier: MIT
// What the books of an entity moved, by line and day.
#pragma once

#include <msp/actuals/actuals.hpp>
#include <msp/cash/period.hpp>
#include <msp/cash/projection.hpp>

#include <map>
#include <string_view>
#include <vector>

namespace msp {

// What no rule takes, where the id of a line stands.
inline constexpr std::string_view unmapped_line = "unmapped";
// Depreciation and provisions, likewise.
inline constexpr std::string_view apart_line = "depreciation";

class BookedCash {
 public:
    void add(const CashMove& move);

    // Those with a receipt or payment, no_item for what no rule takes. What the entity moves between its own accounts
    // is none.
    [[nodiscard]] std::vector<ItemIndex> lines() const;
    [[nodiscard]] Money of(ItemIndex line, const Period& days) const;
    [[nodiscard]] Money all(const Period& days) const;
    // The lowest evening of the days, where the entity holds `balance` on that of the last one.
    [[nodiscard]] Low lowest(const Period& days, Money balance) const;

 private:
    using ByDay = std::map<Date, Money>;
    [[nodiscard]] static Money sum(const ByDay& by_day, const Period& days);

    std::map<ItemIndex, ByDay> lines_;
    ByDay all_;  // with what stays within the entity
};

}  // namespace msp
