// SPDX-License-Identifier: MIT
// --rules: the texts of the ACI themselves.
#pragma once

#include <msp-aci/settings.hpp>
#include <support/run.hpp>

namespace msp::app {

[[nodiscard]] Status show_rules(Run& run, const AciSettings& settings);

}  // namespace msp::app
