// SPDX-License-Identifier: MIT
// msp-coordinator --afford: what the accounts of a budget can bear of a post.
#pragma once

#include <support/budgets.hpp>

#include <msp-coordinator/settings.hpp>

namespace msp::app {

// The rules of payroll are needed for a post that the budget has not, too.
[[nodiscard]] Wanted afford_wanted(const CoordinatorSettings& settings);
// The answer is no where in one of the cases nothing can be afforded.
[[nodiscard]] Status afford(Context& context, const CoordinatorSettings& settings, Cases& cases);

}  // namespace msp::app
