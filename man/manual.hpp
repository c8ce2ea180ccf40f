// SPDX-License-Identifier: MIT
// What the manual makes of the table of keys.
#pragma once

#include <msp/budget/keys.hpp>
#include <msp/diag/message.hpp>

#include <iosfwd>
#include <string>

namespace msp::manual {

[[nodiscard]] inline std::string pick(Phrase phrase, Language language) {
    return phrase.in(language);
}
[[nodiscard]] inline std::string name(const Key& key, Language language) {
    return language == Language::french ? key.french : key.english;
}

// Draft 2020-12, of the English keys and of the French ones.
void write_schema(std::ostream& out);

}  // namespace msp::manual
