// SPDX-License-Identifier: MIT
// The calls for shared charges as lines of the plan: what members pay, and what a settlement gives back to them; and
// the payments of distributions.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>

namespace msp {

// Where [charges] says so: a line of receipts for the calls of each entity, from the exercise in which the plan begins
// to a year after its end, and another one for advances. Reports charges that nobody pays.
void plan_calls(Budget& budget, Diagnostics& diagnostics);

// A line of payments for each distribution that says so. Reports what cannot be computed.
void plan_distributions(Budget& budget, Diagnostics& diagnostics);

}  // namespace msp
