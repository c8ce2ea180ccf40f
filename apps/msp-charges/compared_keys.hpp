// SPDX-License-Identifier: MIT
// --compare-keys: what each of several keys would change, tried on all shared lines.
#pragma once

#include <msp/plan/case.hpp>
#include <support/run.hpp>

#include <msp-charges/settings.hpp>
#include <vector>

namespace msp::app {

[[nodiscard]] Status compared_keys(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases);

}  // namespace msp::app
