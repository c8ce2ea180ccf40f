// SPDX-License-Identifier: MIT
// What planned pay rests on, in words.
#pragma once

#include <msp/payroll/payroll.hpp>

#include <string>
#include <vector>

namespace msp {

// Rates that are assumed to go on, and values that no official document confirms.
[[nodiscard]] std::vector<std::string> payroll_notes(const Budget& budget, const std::vector<PayrollBasis>& bases,
                                                     Language language);

}  // namespace msp
