// SPDX-License-Identifier: MIT
// Private to the module: what the books have of the ACI, in the place of what the budget types as received.
#pragma once

#include <msp/actuals/due_groups.hpp>

namespace msp {

// What came of the advances and balances takes the place of what is typed for the days of the books, and the rest of a
// computed year follows. Whether anything changes by it. What differs goes to the rolling plan.
[[nodiscard]] bool follow_aci(Case& of, const DueGroups& groups, const RolledBooks& books, Rolling& rolling);

}  // namespace msp
