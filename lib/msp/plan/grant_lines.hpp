// SPDX-License-Identifier: MIT
// Where the categories of a budget stand in the budget of a grant (CERFA 12156), held against the form.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/law/need.hpp>
#include <msp/model/budget.hpp>

namespace msp {

// The form and the classes of accounts, where a category of the budget says a line of it.
[[nodiscard]] LawNeeds grant_line_needs(const Budget& budget);

// A warning for each that the form does not have, as its money then stands elsewhere; none where the form is not read.
void check_grant_lines(const Budget& budget, const Law& law, Diagnostics& diagnostics);

}  // namespace msp
