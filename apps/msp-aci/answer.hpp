// SPDX-License-Identifier: MIT
// One budget's answer, in the format asked for.
#pragma once

#include <msp-aci/settings.hpp>
#include <support/budgets.hpp>

namespace msp::app {

[[nodiscard]] Status answer_aci(Context& context, const AciSettings& settings, Cases& cases);

// The schedule needs the rules only where no amounts are typed.
[[nodiscard]] AciYears years_of(const AciSettings& settings);

}  // namespace msp::app
