// SPDX-License-Identifier: MIT
// Private to scenario: what still names a line that a scenario removes.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>
#include <msp/read/document.hpp>

#include <string_view>

namespace msp {

// A contract whose line the scenario removes runs on without an amount, and stays that of its entity; rules that take
// money of the books for the line go with it, and so does what it really cost. Each line is a warning.
void leave_lines_out(Document& document, const Document& base, const Budget& unchanged, std::string_view id,
                     Sources& sources, Diagnostics& diagnostics);

}  // namespace msp
