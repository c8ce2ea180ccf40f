// SPDX-License-Identifier: MIT
// What falls due on members who have left, in exercises after the one in which they are settled: a yearly bill for days
// on which they were there, contributions of their last month, a room that they bear while it stands empty.
#pragma once

#include <msp/charges/settlement.hpp>
#include <msp/plan/charged.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

struct LaterCharge {
    std::size_t member = 0;
    std::int16_t exercise = 0;
    const Line* line = nullptr;
    Date date;  // of the payment, where the books count that, else when it falls due
    Money amount;
    bool said = false;  // what the line really costs then is known; else planned
};

struct LaterCharges {
    std::vector<LaterCharge> charges;         // by member, then by day
    std::int16_t last = 0;                    // exercise that was looked at
    std::optional<std::int16_t> unknown;      // the first exercise that cannot be parted, and ends the search
    std::optional<std::int16_t> without_pay;  // the first one in which the pay of a post is not known to the end
};

// In the exercises up to that in which the plan ends, and in the one after this at least.
[[nodiscard]] LaterCharges later_charges(const Budget& budget, EntityIndex entity, std::int16_t exercise);

// Puts them beside the accounts of who has left, also of members whom the settlement has nothing else to say of.
void add_later(const Budget& budget, const LaterCharges& later, Settlement& settlement);

}  // namespace msp
