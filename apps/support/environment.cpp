// SPDX-License-Identifier: MIT
#include <support/environment.hpp>

#include <cstdlib>
#include <ctime>
#include <stdexcept>

namespace msp::app {
namespace {

// "fr", "fr_FR.UTF-8", "fr@euro"
bool begins_with_language(std::string_view locale, std::string_view language) {
    return locale.starts_with(language) &&
           (locale.size() == language.size() || std::string_view("_-.@").find(locale[2]) != std::string_view::npos);
}

}  // namespace

std::optional<Language> language_named(std::string_view word) {
    if (word == "fr")
        return Language::french;
    if (word == "en")
        return Language::english;
    return std::nullopt;
}

std::optional<Language> language_option(std::span<char*> arguments) {
    constexpr std::string_view option = "--lang";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--")
            break;
        if (argument == option && i + 1 < arguments.size())
            return language_named(arguments[i + 1]);
        if (argument.starts_with(option) && argument.substr(option.size()).starts_with('='))
            return language_named(argument.substr(option.size() + 1));
    }
    return std::nullopt;
}

std::optional<Language> language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0')
            continue;
        if (begins_with_language(value, "fr"))
            return Language::french;
        if (begins_with_language(value, "en"))
            return Language::english;
        break;
    }
    return std::nullopt;
}

Language early_language(std::span<char*> arguments) {
    if (const std::optional<Language> asked = language_option(arguments))
        return *asked;
    return language_of_locale().value_or(Language::french);
}

Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    if (localtime_r(&now, &local) == nullptr)
        throw std::runtime_error("the clock has no date");
    const std::optional<Date> date =
        Date::make(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1, static_cast<unsigned>(local.tm_mday));
    if (!date)
        throw std::runtime_error("the clock is outside 1900-2199");
    return *date;
}

}  // namespace msp::app
