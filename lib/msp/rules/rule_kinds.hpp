// SPDX-License-Identifier: MIT
// Private to io: every kind of rule, defined beside its reader.
#pragma once

#include <msp/rules/law.hpp>

namespace msp {

extern const RuleKind aci_rule_kind;         // aci_rules.cpp
extern const RuleKind aid_rule_kind;         // aid_reader.cpp
extern const RuleKind class_rule_kind;       // class_reader.cpp
extern const RuleKind das2_rule_kind;        // das2_reader.cpp
extern const RuleKind grant_form_rule_kind;  // grant_form_reader.cpp
extern const RuleKind payroll_rule_kind;     // payroll_reader.cpp
extern const RuleKind profession_rule_kind;  // profession_reader.cpp

}  // namespace msp
