// SPDX-License-Identifier: MIT
// --explain: how the share of a member is made, of one line or of all.
#pragma once

#include <msp/plan/case.hpp>
#include <msp/report/charges_sheets.hpp>
#include <support/run.hpp>

#include <msp-charges/settings.hpp>
#include <vector>

namespace msp::app {

[[nodiscard]] Status explain_share(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases,
                                   const std::vector<ChargesResult>& results);

}  // namespace msp::app
