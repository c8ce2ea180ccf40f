// SPDX-License-Identifier: MIT
// The words of the manual that the table of keys does not hold, and its JSON Schema.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/io/keys.hpp>

#include <iosfwd>
#include <string>
#include <string_view>

namespace msp::manual {

struct Phrase {
    const char* english;
    const char* french;
};

[[nodiscard]] std::string pick(Phrase phrase, Language language);
// A default or unit of the table, in either language; throws where it has letters and no translation here.
[[nodiscard]] std::string in_words(std::string_view text, Language language);
[[nodiscard]] std::string name(const Key& key, Language language);
[[nodiscard]] std::string fallback(const Key& key, Language language);

// Draft 2020-12, of the English keys and of the French ones.
void write_schema(std::ostream& out);

}  // namespace msp::manual
