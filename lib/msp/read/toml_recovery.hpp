// SPDX-License-Identifier: MIT
// Private to the module: what else is wrong with a TOML text, behind the first mistake, where toml++ gives up.
#pragma once

#include <msp/read/recovery.hpp>

#include <string_view>

namespace msp {

// Adds `first` and the mistakes behind it. Statements and values are taken out.
void add_toml_mistakes(std::string_view text, Diagnostic first, const ParseAgain& parse, Diagnostics& diagnostics);

}  // namespace msp
