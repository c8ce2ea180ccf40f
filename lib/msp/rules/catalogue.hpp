// SPDX-License-Identifier: MIT
// The catalogue of categories, as a rule file has it.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>
#include <msp/law/category.hpp>

#include <optional>
#include <string>

namespace msp {

// The catalogue built into the library.
[[nodiscard]] const Catalogue& shipped_catalogue();
// That of `folder` in its place, if it has one. The folder itself is checked by read_law.
[[nodiscard]] std::optional<Catalogue> shipped_catalogue(const std::string& folder, Sources& sources,
                                                         Diagnostics& diagnostics);

}  // namespace msp
