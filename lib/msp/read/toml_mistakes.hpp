// SPDX-License-Identifier: MIT
// Private to the module: what is wrong with a TOML text where toml++ gave up, in the user's words.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <cstdint>
#include <string_view>

namespace msp {

// `reason` is what toml++ says, with its "Error while parsing ...: ".
[[nodiscard]] Diagnostic toml_mistake(std::string_view text, SourceId source, std::uint32_t at,
                                      std::string_view reason);

}  // namespace msp
