// SPDX-License-Identifier: MIT
#include <msp/budget/keys.hpp>
#include <msp/diag/listed.hpp>
#include <support/option_words.hpp>

#include <algorithm>

namespace msp::app {
namespace {

std::vector<std::string_view> split_words(std::string_view words) {
    std::vector<std::string_view> parts;
    for (std::size_t bar = 0; bar != std::string_view::npos; words.remove_prefix(bar + 1)) {
        bar = words.find('|');
        parts.push_back(words.substr(0, bar));
        if (bar == std::string_view::npos)
            break;
    }
    return parts;
}

}  // namespace

std::string dashed(const Option& option) {
    return std::string("--") + option.name;
}

std::vector<std::string_view> words_of(const Option& option, Language language) {
    return split_words(translate(option.words, language));
}

std::string listed_words(const Option& option, Language language) {
    return listed(words_of(option, language));
}

std::optional<std::string> english_word(const Option& option, std::string_view value) {
    const std::string plain = folded(value);
    const std::vector<std::string_view> english = words_of(option, Language::english);
    for (const Language language : {Language::english, Language::french}) {
        const std::vector<std::string_view> words = words_of(option, language);
        if (const auto found = std::ranges::find(words, plain); found != words.end())
            return std::string(english.at(static_cast<std::size_t>(found - words.begin())));
    }
    return std::nullopt;
}

}  // namespace msp::app
