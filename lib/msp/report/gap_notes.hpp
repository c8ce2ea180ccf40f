// SPDX-License-Identifier: MIT
// What is missing from a plan, said below its figures.
#pragma once

#include <msp/plan/gaps.hpp>

#include <string>
#include <vector>

namespace msp {

// A sentence for each item.
[[nodiscard]] std::vector<std::string> gap_notes(const Budget& budget, const std::vector<Gap>& gaps, Language language);

}  // namespace msp
