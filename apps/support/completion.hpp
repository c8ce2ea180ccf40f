// SPDX-License-Identifier: MIT
// What a shell is told so that it completes a command, from the table of options.
#pragma once

#include <msp/diag/message.hpp>
#include <support/options.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace msp::app {

// A script for "bash", "zsh" or "fish". The words of an option are those of both languages, as the program takes both.
// What an option is for is told in one: without `language`, in that of the locale in which the script is read.
[[nodiscard]] std::string completion_text(const Program& program, std::string_view shell,
                                          std::optional<Language> language);

}  // namespace msp::app
