// SPDX-License-Identifier: MIT
// Private to io: what else is wrong with a YAML text, behind the first mistake, where yaml-cpp gives up.
#pragma once

#include <msp/diag/diagnostic.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace msp {

// The mistake at which the reading of a text ends; nothing if it can be read.
using YamlParse = std::function<std::optional<Diagnostic>(std::string_view text)>;

// Takes the value of each wrong line out of a copy of the text, so that all else keeps its place, and parses again, a
// bounded number of times. Adds `first` and the mistakes behind it; ends where one cannot be told from what follows
// from another.
void add_yaml_mistakes(std::string_view text, Diagnostic first, const YamlParse& parse, Diagnostics& diagnostics);

}  // namespace msp
