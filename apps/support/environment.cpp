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

std::tm time_by(std::tm* (*clock)(const std::time_t*, std::tm*)) {
    const std::time_t seconds = std::time(nullptr);
    std::tm time{};
    if (clock(&seconds, &time) == nullptr)
        throw std::runtime_error("the clock has no date");
    return time;
}

Date day_of(const std::tm& time) {
    const std::optional<Date> date =
        Date::make(time.tm_year + 1900, static_cast<unsigned>(time.tm_mon) + 1, static_cast<unsigned>(time.tm_mday));
    if (!date)
        throw std::runtime_error("the clock is outside 1900-2199");
    return *date;
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
    return day_of(time_by(localtime_r));
}

CalendarMoment now() {
    const std::tm time = time_by(gmtime_r);
    return {day_of(time), time.tm_hour * 60 + time.tm_min};
}

}  // namespace msp::app
