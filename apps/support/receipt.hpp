// SPDX-License-Identifier: MIT
// By what the figures of a JSON answer can be repeated: the program's version, the files read, the options.
#pragma once

#include <msp/report/json.hpp>
#include <support/run.hpp>

namespace msp::app {

// The member "receipt" of an object that is open.
void write_receipt(Json& json, const Program& program, const Context& context);

}  // namespace msp::app
