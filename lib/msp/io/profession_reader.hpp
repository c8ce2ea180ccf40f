// SPDX-License-Identifier: MIT
// Private to io: from the neutral tree of professions.toml to the professions. The layout is told at the top of that
// file.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/io/document.hpp>
#include <msp/law/profession.hpp>

#include <string_view>

namespace msp {

inline constexpr std::string_view professions_file = "professions";  // without its extension

// Every problem of the file in one run.
[[nodiscard]] Professions read_professions(const Document& document, Diagnostics& diagnostics);

}  // namespace msp
