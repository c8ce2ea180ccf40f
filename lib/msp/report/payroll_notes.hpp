// SPDX-License-Identifier: MIT
// What planned pay rests on, in words.
#pragma once

#include <msp/payroll/payroll.hpp>
#include <msp/report/sheet.hpp>

#include <string>
#include <vector>

namespace msp {

// Rates that are assumed to go on, and values that no official document confirms.
[[nodiscard]] std::vector<std::string> payroll_notes(const Budget& budget, const std::vector<PayrollBasis>& bases,
                                                     Language language);

// Whether the rates of what a row is about are known.
[[nodiscard]] Cell basis_cell(bool assumed, Language language);

}  // namespace msp
