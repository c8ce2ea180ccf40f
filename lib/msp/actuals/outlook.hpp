// SPDX-License-Identifier: MIT
// What a monthly mail says of an entity beside its books: the bank's word, how low its accounts go from here, what of
// the ACI is late.
#pragma once

#include <msp/actuals/reconciliation.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/cash/headline.hpp>

#include <optional>
#include <span>
#include <vector>

namespace msp {

struct Outlook {
    EntityIndex entity = 0;
    // Of the banks that a statement or a typed balance tells of, the latest of each, and how much more that is than the
    // books have on its day.
    std::optional<Date> statement_on;  // the latest evening of these
    std::optional<Money> statement;
    std::optional<Money> gap;
    Headline headline;  // the lowest evening from the end of the books on
    Money aci_late;     // due by that day and not received
};

// By entity with books, of a case that goes on from them. Statements count before what is typed.
[[nodiscard]] std::vector<Outlook> outlooks(const Case& rolled, const Rolling& rolling,
                                            std::span<const StatementGap> statements);

}  // namespace msp
