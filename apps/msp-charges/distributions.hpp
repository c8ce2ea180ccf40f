// SPDX-License-Identifier: MIT
// The distribution of the ACI money, and whose fees are to be declared.
#pragma once

#include <msp/distribution/declared.hpp>
#include <msp/plan/case.hpp>
#include <support/run.hpp>

#include <msp-charges/settings.hpp>
#include <vector>

namespace msp::app {

// Of all of the budget; the checker has seen that each can be computed.
[[nodiscard]] std::vector<Distributed> all_distributed(const Budget& budget);

[[nodiscard]] Status distributions(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases);

}  // namespace msp::app
