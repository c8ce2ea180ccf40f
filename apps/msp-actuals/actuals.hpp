// SPDX-License-Identifier: MIT
#pragma once

#include <support/run.hpp>

namespace msp::app {

[[nodiscard]] Status actuals(Run& run);

}  // namespace msp::app
