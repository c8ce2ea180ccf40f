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

// The last day up to which calls are planned, but for the rest of its exercise.
[[nodiscard]] Date last_planned_day(const Budget& budget);

// A line of payments for each distribution that says so. Reports what cannot be computed.
void plan_distributions(Budget& budget, Diagnostics& diagnostics);

}  // namespace msp
