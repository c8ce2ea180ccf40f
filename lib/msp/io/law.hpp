// SPDX-License-Identifier: MIT
// The rule files of lib/law, as built into the library, and those of a user's folder laid over them: a file replaces
// the built-in one of its name, another one is added. Only what a run needs is parsed.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

struct LawWanted {
    std::vector<std::int16_t> years;     // the texts of the ACI in force in them
    std::vector<std::string> texts;      // and those of these names
    std::vector<std::string> aids = {};  // the aids of these names
    bool professions = false;            // the list of those that the ACI counts
    bool everything = false;
};

// With a folder all texts of the ACI are read, so that gaps and overlaps between them show, and the folder's own aids.
// Nothing where there is an error.
[[nodiscard]] std::optional<Law> read_law(const LawWanted& wanted, const std::optional<std::string>& folder,
                                          Sources& sources, Diagnostics& diagnostics);

}  // namespace msp
