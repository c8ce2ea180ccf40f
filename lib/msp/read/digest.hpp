// SPDX-License-Identifier: MIT
// The SHA-256 of a file as it was read, byte order mark included: what a receipt names an input by.
#pragma once

#include <msp/diag/source.hpp>

#include <string>

namespace msp {

[[nodiscard]] std::string sha256(const Sources& sources, SourceId source);

}  // namespace msp
