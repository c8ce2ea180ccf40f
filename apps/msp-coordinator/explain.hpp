// SPDX-License-Identifier: MIT
// --explain: how the payments of a post come about, in the base and each scenario that has it.
#pragma once

#include <msp/plan/case.hpp>
#include <support/run.hpp>

#include <string>
#include <vector>

namespace msp::app {

// Whether it asks for a post of the budget.
[[nodiscard]] bool names_post(const std::string& asked, const Budget& budget);

// "desk", "desk.urssaf", "desk.urssaf@2026-04". Reports what names no post or lies outside the days of the plan.
// `others` are what else could be asked for.
[[nodiscard]] Status explain_post(Context& context, const std::string& asked, const std::vector<Case>& cases,
                                  const std::vector<std::string>& others);

}  // namespace msp::app
