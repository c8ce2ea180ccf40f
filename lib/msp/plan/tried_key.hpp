// SPDX-License-Identifier: MIT
// The shared lines of an entity as if another key parted them.
#pragma once

#include <msp/charges/shares.hpp>

#include <vector>

namespace msp {

// Lines of which somebody bears everything alone: charged to them directly.
[[nodiscard]] std::vector<const Line*> direct_lines(const ExerciseShares& shares);

// The same budget with each shared line of the entity going by `key`, but for those that are charged directly: `now`
// are the shares by the present keys. A key that the budget has not goes among the members of the entity and whoever
// pays with them now. What third parties bear now, by a mix, by fixed shares or above a target, they bear then, unless
// the key itself has them pay.
[[nodiscard]] Budget with_key(const Budget& budget, EntityIndex entity, const ShareKey& key, const ExerciseShares& now);

}  // namespace msp
