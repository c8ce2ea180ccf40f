// SPDX-License-Identifier: MIT
// The doors by which an answer leaves a program.
#pragma once

#include <support/run.hpp>

#include <string>
#include <string_view>

namespace msp::app {

// Without the blank lines at its end. The only way for text to an answer: no control reaches a terminal or a log.
void write_text(const Context& context, std::string text);
// A file of the user's, as it is; on a terminal its controls are shown escaped.
void write_file(const Context& context, std::string_view text);
// Bytes that no terminal is asked to show.
void write_workbook(const Context& context, std::string_view bytes);

}  // namespace msp::app
