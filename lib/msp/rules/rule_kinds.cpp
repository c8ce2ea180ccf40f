// SPDX-License-Identifier: MIT
#include <msp/rules/rule_kinds.hpp>

#include <array>

namespace msp {

RuleKinds rule_kinds() {
    static constexpr std::array kinds = {&aci_rule_kind,    &aid_rule_kind,   &profession_rule_kind,
                                         &das2_rule_kind,   &class_rule_kind, &grant_form_rule_kind,
                                         &payroll_rule_kind};
    return kinds;
}

}  // namespace msp
