// SPDX-License-Identifier: MIT
// Options that contradict one another, whatever the operands.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <support/options.hpp>

namespace msp::app {

// --round, where cents matter or no table has amounts.
void check_rounding(const Program& program, const Options& options, Diagnostics& diagnostics);
// What no option says alone.
void check_together(const Options& options, Diagnostics& diagnostics);

}  // namespace msp::app
