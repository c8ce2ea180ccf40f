// SPDX-License-Identifier: MIT
#include <msp/budget/keys.hpp>
#include <msp/diag/listed.hpp>
#include <support/option_words.hpp>

#include <algorithm>

namespace msp::app {
namespace {

std::vector<std::string_view> split(std::string_view words, char between) {
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; end != std::string_view::npos; words.remove_prefix(end + 1)) {
        end = words.find(between);
        parts.push_back(words.substr(0, end));
        if (end == std::string_view::npos)
            break;
    }
    return parts;
}

const Option* called(const std::vector<const Option*>& options, std::string_view name) {
    const auto found =
        std::ranges::find_if(options, [name](const Option* option) { return std::string_view(option->name) == name; });
    return found == options.end() ? nullptr : *found;
}

std::string_view name_in(const Option& option, Language language) {
    return language == Language::french && option.french != nullptr ? option.french : option.name;
}

// Also a word that stands for a value beside others: the "today" of "DATE|today".
std::string_view word_in(const Option& option, std::string_view english, Language language) {
    const char* const all = option.words != nullptr ? option.words : option.metavar;
    if (all == nullptr)
        return english;
    const std::vector<std::string_view> known = split(all, '|');
    const auto found = std::ranges::find(known, english);
    return found == known.end()
               ? english
               : split(translate(all, language), '|').at(static_cast<std::size_t>(found - known.begin()));
}

}  // namespace

std::string dashed(const Option& option) {
    return std::string("--") + option.name;
}

std::string spoken(const std::vector<const Option*>& options, std::string_view asked, Language language) {
    const std::size_t space = asked.find(' ');
    const Option* option = called(options, asked.substr(0, space));
    if (option == nullptr)
        return std::string(asked);
    std::string text(name_in(*option, language));
    if (space != std::string_view::npos)
        text.append(" ").append(word_in(*option, asked.substr(space + 1), language));
    return text;
}

std::string spoken_command(const std::vector<const Option*>& options, std::string_view command, Language language) {
    constexpr std::string_view dashes = "--";
    std::string text;
    const Option* before = nullptr;
    for (const std::string_view word : split(command, ' ')) {
        const Option* option = word.starts_with(dashes) ? called(options, word.substr(dashes.size())) : nullptr;
        text.append(text.empty() ? "" : " ");
        if (option != nullptr)
            text.append(dashes).append(name_in(*option, language));
        else
            text.append(before == nullptr ? word : word_in(*before, word, language));
        before = option;
    }
    return text;
}

std::vector<std::string_view> words_of(const Option& option, Language language) {
    return split(translate(option.words, language), '|');
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
