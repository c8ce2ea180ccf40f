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
// The name of a table, and behind a space a word that the option takes, as the reader types them: "view plan" is
// "vue plan" in French. What is no option stays.
[[nodiscard]] std::string spoken(const std::vector<const Option*>& options, std::string_view asked, Language language);
// The same of all options of a command: "msp-forecast --view plan budget.toml".
[[nodiscard]] std::string spoken_command(const std::vector<const Option*>& options, std::string_view command,
                                         Language language);
[[nodiscard]] std::vector<std::string_view> words_of(const Option& option, Language language);
// "text, csv, json"
[[nodiscard]] std::string listed_words(const Option& option, Language language);
// The English word for one typed in either language; nothing where the option takes no such word.
[[nodiscard]] std::optional<std::string> english_word(const Option& option, std::string_view value);

}  // namespace msp::app
