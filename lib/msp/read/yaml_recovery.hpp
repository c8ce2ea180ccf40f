// SPDX-License-Identifier: MIT
// Private to the module: what else is wrong with a YAML text, behind the first mistake, where yaml-cpp gives up.
#pragma once

#include <msp/read/recovery.hpp>

#include <string_view>

namespace msp {

// Adds `first` and the mistakes behind it. The values of lines are taken out; ends where a mistake cannot be told from
// what follows from another.
void add_yaml_mistakes(std::string_view text, Diagnostic first, const ParseAgain& parse, Diagnostics& diagnostics);

}  // namespace msp
