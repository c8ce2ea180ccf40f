// SPDX-License-Identifier: MIT
// msp-charges: the shared charges of an exercise, and what each member owes of them.
#pragma once

#include <support/run.hpp>

namespace msp::app {

[[nodiscard]] Status charges(Run& run);

}  // namespace msp::app
