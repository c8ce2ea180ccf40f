// SPDX-License-Identifier: MIT
// What is known before an option is read: the language to answer in, and the day.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/message.hpp>
#include <msp/report/sheet_ics.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace msp::app {

// Of "fr" and "en".
[[nodiscard]] std::optional<Language> language_named(std::string_view word);
// --lang, looked for before anything is parsed; nothing where it is absent or not a language.
[[nodiscard]] std::optional<Language> language_option(std::span<char*> arguments);
// What LC_ALL, LC_MESSAGES or LANG, the first of them that is not empty, asks for; nothing unless French or English.
[[nodiscard]] std::optional<Language> language_of_locale();
// --lang, else the locale's, else French. The budget's own `lang` comes between the first two.
[[nodiscard]] Language early_language(std::span<char*> arguments);

// The local date.
[[nodiscard]] Date today();
[[nodiscard]] CalendarMoment now();

}  // namespace msp::app
