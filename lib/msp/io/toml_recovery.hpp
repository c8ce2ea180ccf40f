// SPDX-License-Identifier: MIT
// Private to io: what else is wrong with a TOML text, behind the first mistake, where toml++ gives up.
#pragma once

#include <msp/diag/diagnostic.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

// The first mistake of a text; nothing if it can be parsed.
using TomlParse = std::function<std::optional<Diagnostic>(std::string_view text)>;

// Takes each mistake out of a copy of the text, so that all else keeps its place, and parses again, a bounded number of
// times. Adds `first` and the mistakes behind it; what may only follow from one taken out is not told.
void add_toml_mistakes(std::string_view text, Diagnostic first, const TomlParse& parse, Diagnostics& diagnostics);

}  // namespace msp
