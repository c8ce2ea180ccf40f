// SPDX-License-Identifier: MIT
// What an option is called, and the words that it takes.
#pragma once

#include <support/options.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

// "--format"
[[nodiscard]] std::string dashed(const Option& option);
[[nodiscard]] std::vector<std::string_view> words_of(const Option& option, Language language);
// "text, csv, json"
[[nodiscard]] std::string listed_words(const Option& option, Language language);
// The English word for one typed in either language; nothing where the option takes no such word.
[[nodiscard]] std::optional<std::string> english_word(const Option& option, std::string_view value);

}  // namespace msp::app
