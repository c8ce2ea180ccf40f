// SPDX-License-Identifier: MIT
// msp-aci: budgets in, the ACI of each year out.
#pragma once

#include <support/run.hpp>

namespace msp::app {

[[nodiscard]] Status aci(Run& run);

}  // namespace msp::app
