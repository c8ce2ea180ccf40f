// SPDX-License-Identifier: MIT
// The advances and balances that would fall due and of which the budget says nothing: nobody typed them, and nothing
// computes them.
#pragma once

#include <msp/aci/reckoning.hpp>

#include <vector>

namespace msp {

struct AciUnplanned {
    std::int16_t year = 0;
    Part part = Part::advance;  // or balance
    Date expected;
    Span place;  // of the year; of the ACI where the budget has no such year
};

// Those that would fall due within `days`, by day, from the contract's year on, or else the first year that the budget
// has.
[[nodiscard]] std::vector<AciUnplanned> aci_unplanned(const Budget& budget, const Law& law, const AciReckoning& aci,
                                                      const Window& days);

}  // namespace msp
