// SPDX-License-Identifier: MIT
// By what the figures of a JSON answer can be repeated: the program's version, the files read, the options.
#pragma once

#include <msp/report/json.hpp>
#include <msp/report/text_style.hpp>
#include <support/run.hpp>

#include <string>

namespace msp::app {

// The member "receipt" of an object that is open.
void write_receipt(Json& json, const Program& program, const Context& context);
// The same in words, for a page that is handed over.
[[nodiscard]] std::string receipt_text(const Program& program, const Context& context, const TextStyle& style);

}  // namespace msp::app
