// SPDX-License-Identifier: MIT
// Every key of the budget file, looked up while running: by section, by name, by what was probably meant. Code that
// knows which key it wants resolves it while compiling, see key_name.hpp.
#pragma once

#include <msp/budget/key.hpp>

#include <span>
#include <string>
#include <string_view>

namespace msp {

[[nodiscard]] std::span<const Key> keys_of(Section section);
// The section's name in the schema, which is the one of its enumerator.
[[nodiscard]] const char* name_of(Section section);

// For the manual: what a table of this kind is for, what a key says, and what holds where it is absent (empty where
// nothing does).
[[nodiscard]] const char* about(Section section, Language language);
[[nodiscard]] std::string about(const Key& key, Language language);
[[nodiscard]] std::string fallback_of(const Key& key, Language language);

// The position of a key in keys_of(section), by either name; -1 where there is none. `language` is set where the name
// belongs to one language only.
struct KeyMatch {
    int slot = -1;
    bool english = false;
    bool french = false;
};
// The search begins at the row `first`, and goes round: keys are mostly written in the order of the rows.
[[nodiscard]] KeyMatch find_key(Section section, std::string_view name, int first = 0);

}  // namespace msp
