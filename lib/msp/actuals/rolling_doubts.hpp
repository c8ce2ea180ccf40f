// SPDX-License-Identifier: MIT
// Private to the module: what of a plan that goes on from the books says that the budget or its rules may be wrong.
#pragma once

#include <msp/actuals/due_groups.hpp>
#include <msp/actuals/landings.hpp>
#include <msp/actuals/payment_ends.hpp>

namespace msp {

// Days that close nothing, but for those before the books; and those of who has none.
void find_idle(const Budget& budget, const RolledBooks& books, const DueGroups& groups, Rolling& rolling);

// What is due without a rule that takes money of the books for it. Transfers need none.
void find_without_rule(const Budget& budget, const RolledBooks& books, const PaymentEnds& ends, Rolling& rolling);

// Of that, what is expected as far as ten days after the books, and money of no rule that may be it. Said in the
// landing too.
void find_twice(const Case& of, const RolledBooks& books, const DueGroups& groups, Rolling::WithoutRule& without,
                Landings& landings);

}  // namespace msp
