// SPDX-License-Identifier: MIT
// --explain: an indicator, the total or the advance of a year, step by step.
#pragma once

#include <msp-aci/settings.hpp>
#include <msp/report/aci.hpp>
#include <support/run.hpp>

#include <cstdint>
#include <vector>

namespace msp::app {

// `year`: the one meant where the question names none.
[[nodiscard]] Status explain_aci(Context& context, const AciSettings& settings, const std::vector<AciResult>& results,
                                 std::int16_t year);

}  // namespace msp::app
