// SPDX-License-Identifier: MIT
// --draft: a first budget from the books of a year.
#pragma once

#include <support/run.hpp>

namespace msp::app {

// Of all operands, an export an entity each.
[[nodiscard]] Status draft(Context& context);

}  // namespace msp::app
