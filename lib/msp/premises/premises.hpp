// SPDX-License-Identifier: MIT
// What the figures of a plan rest on: what its file says, what holds where it says nothing, and what the rules say.
#pragma once

#include <msp/budget/stated.hpp>
#include <msp/cash/projection.hpp>
#include <msp/plan/case.hpp>
#include <msp/premises/rule_premises.hpp>

#include <vector>

namespace msp {

struct Premises {
    std::vector<StatedValue> stated;
    std::vector<RulePremise> rules;
    std::vector<StatedValue> dropped;  // of a scenario: what the base says and it does not
};

// `document` is what the case was decoded from.
[[nodiscard]] Premises premises(const Case& of, const Document& document, const Window& plan, Language language);

// Leaves what an account or an entity that is selected rests on.
void keep(Premises& all, const Budget& budget, const Selection& selection);

// Those of a scenario that the base has not, or has otherwise.
[[nodiscard]] Premises changed_premises(const Premises& base, Premises scenario);

}  // namespace msp
