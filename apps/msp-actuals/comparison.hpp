// SPDX-License-Identifier: MIT
// A budget against the exports of its books.
#pragma once

#include <support/budgets.hpp>

#include <msp-actuals/settings.hpp>

namespace msp::app {

// The context's file is the budget, the other operands are exports.
[[nodiscard]] Status compare(Context& context, const ActualsSettings& settings);
// The same of the budget that was read.
[[nodiscard]] Status compare(Context& context, const ActualsSettings& settings, Cases& cases);

}  // namespace msp::app
