// SPDX-License-Identifier: MIT
// The statements of a member or of each, with all entities that they belong to.
#pragma once

#include <msp/plan/case.hpp>
#include <support/run.hpp>

#include <msp-charges/settings.hpp>

namespace msp::app {

[[nodiscard]] Status statements(Context& context, const ChargesSettings& settings, const Case& of);

}  // namespace msp::app
