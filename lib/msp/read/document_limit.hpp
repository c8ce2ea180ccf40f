// SPDX-License-Identifier: MIT
// Private to the module: the diagnostics of a text with more values or levels than any budget has.
#pragma once

#include <msp/diag/diagnostic.hpp>

#include <cstddef>

namespace msp {

inline constexpr std::size_t deepest_level = 100;

[[nodiscard]] Diagnostic too_many_values(Span span);
[[nodiscard]] Diagnostic too_deep(Span span);

}  // namespace msp
