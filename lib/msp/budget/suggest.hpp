// SPDX-License-Identifier: MIT
// Private to the module: what was probably meant by a key or word that is not known, in the language of the file it
// stands in.
#pragma once

#include <msp/budget/keys.hpp>
#include <msp/law/category.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct MeantKey {
    int slot = -1;
    std::string name;
};

// Nothing where no key is near. Without a language, as no key before tells it, the name that is near.
[[nodiscard]] std::optional<MeantKey> meant_key(Section section, std::string_view typed,
                                                std::optional<Language> language);
// The same of a key's words.
[[nodiscard]] std::optional<std::string> meant_word(std::span<const Word> words, std::string_view typed,
                                                    std::optional<Language> language);
// "id, label, amount"
[[nodiscard]] std::string listed_keys(Section section, std::optional<Language> language);
// "Did you mean", or all keys of the section.
[[nodiscard]] Message help_for_key(Section section, std::string_view typed, std::optional<Language> language);

// "Did you mean", or the few ids there are.
[[nodiscard]] Message help_for_id(std::string_view typed, const std::vector<std::string_view>& known);
// A category may be meant by its label, in either language, or by a word of it. `french` are the keys of the file.
[[nodiscard]] Message help_for_category(std::string_view typed, const std::vector<Category>& categories, bool french);

// The words themselves, as one may write them in the language.
[[nodiscard]] std::string allowed(std::span<const Word> words, bool french);

}  // namespace msp
