// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_cash.hpp>
#include <msp/actuals/compared_row.hpp>

namespace msp {

std::string_view id_of(const ComparedRow& row) {
    if (!row.line)
        return row.apart ? apart_line : unmapped_line;
    return row.line->item().id;
}

bool only_lands(const ComparedRow& row) {
    return row.voted == Money() && !row.came && row.previous.value_or(Money()) == Money() && row.timing == Money();
}

}  // namespace msp
