// SPDX-License-Identifier: MIT
// msp-forecast: budgets in, cash plans out.
#pragma once

#include <support/run.hpp>

namespace msp::app {

[[nodiscard]] Status forecast(Run& run);

}  // namespace msp::app
