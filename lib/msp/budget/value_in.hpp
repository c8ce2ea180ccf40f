// SPDX-License-Identifier: MIT
// Private to the module: what stands in a file with its words in one language, and which keys hold tables. What is in
// that language already, and what is no such word, stays as it is written.
#pragma once

#include <msp/budget/key.hpp>

#include <span>
#include <string>
#include <string_view>

namespace msp {

[[nodiscard]] std::string word_in(Language language, std::span<const Word> known, std::string_view text);
// "45 days end of month", "1 month 15 days".
[[nodiscard]] std::string delay_in(Language language, std::string_view text);
// Any value of a key that is one text.
[[nodiscard]] std::string value_in(Language language, const Key& key, std::string_view text);
// The same for a reader, who has a word with its accents and spaces.
[[nodiscard]] std::string value_shown(Language language, const Key& key, std::string_view text);

[[nodiscard]] bool holds_tables(KeyType type);
// What the entries of a list are.
[[nodiscard]] Section entry_section(const Key& key);
// What an entry of a free table is.
[[nodiscard]] const Key& entry_key(const Key& table);

}  // namespace msp
