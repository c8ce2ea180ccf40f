// SPDX-License-Identifier: MIT
// Where the gaps are: the lines with the largest ones first, and the month in which each arose.
#pragma once

#include <msp/actuals/comparison.hpp>

#include <vector>

namespace msp {

struct TopGap {
    ComparedRow row;  // of all days that are compared
    Period month;     // the one that has most of the gap's larger part, timing or amount
    Money in_month;   // so much of that part
};

// Of the rows of one period, and of the same days by month. Transfers between accounts of the entity are no gaps; of
// equal ones the first comes first.
[[nodiscard]] std::vector<TopGap> top_gaps(const std::vector<ComparedRow>& rows,
                                           const std::vector<ComparedRow>& by_month);

}  // namespace msp
