// SPDX-License-Identifier: MIT
// Whether a scenario does anything: its changes held against what moves. With each month's new opening the plan begins
// later, and what a scenario was written for may lie behind it.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace msp {

// What every item of a budget moves, kept as one number an item. Movements may come in any order.
class Footprint {
 public:
    void add(const Movement& movement);
    [[nodiscard]] std::uint64_t of(ItemIndex item) const;

 private:
    std::vector<std::uint64_t> items_;
};

struct Footing {
    const Budget& budget;
    const Footprint& moves;
};

// Warns of each change of the scenario `id` that leaves its line of the plan as the base has it up to `last`; of all of
// them, where no account and no line differs. Not of members and keys, which are for msp-charges.
void check_effect(const Footing& base, const Footing& changed, std::string_view id, Date last,
                  Diagnostics& diagnostics);

}  // namespace msp
