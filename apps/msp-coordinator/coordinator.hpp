// SPDX-License-Identifier: MIT
// msp-coordinator: what the posts of a budget come to.
#pragma once

#include <support/run.hpp>

namespace msp::app {

[[nodiscard]] Status coordinator(Run& run);

}  // namespace msp::app
