// SPDX-License-Identifier: MIT
// What programs tell on standard error: what is wrong with the input, and why an answer broke off.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/message.hpp>
#include <msp/diag/source.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace msp::app {

enum class Telling : std::uint8_t { all, errors, first_error };

// `about` begins the lines that have no place.
void print_diagnostics(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                       Language language, Telling telling);
void print_one(std::string_view about, Diagnostic diagnostic, Language language);

// In one line, without the excerpt, the notes and the help, and with the number of others. Empty where there is none.
[[nodiscard]] std::string first_error(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                                      Language language);
// " (and 3 more)", nothing where there are none: what a brief run leaves out.
[[nodiscard]] std::string and_more(std::size_t count, Language language);

// Why an answer broke off: the machine's memory, or a fault of ours.
[[nodiscard]] Diagnostic breakdown(const std::exception& error);

}  // namespace msp::app
