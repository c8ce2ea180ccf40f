// SPDX-License-Identifier: MIT
// The dated rules that a run needs.
#pragma once

#include <msp/law/aci.hpp>
#include <msp/law/aid.hpp>
#include <msp/law/classes.hpp>
#include <msp/law/das2.hpp>
#include <msp/law/grant_form.hpp>
#include <msp/law/payroll.hpp>
#include <msp/law/profession.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct Law {
    std::vector<AciText> aci;            // those read, by first year
    std::vector<std::string> aci_names;  // of all there are
    std::vector<Aid> aids;               // those read, by name
    std::vector<std::string> aid_names;  // of all there are
    GrantForm grant_form;                // none where it is not read
    Professions professions;             // none where they are not read
    ClassRules classes;                  // none where they are not read
    Das2 das2;                           // none where it is not read
    PayrollLaw payroll;                  // empty where it is not read

    // The one in force; null where none is, or where it is not read.
    [[nodiscard]] const AciText* aci_of(std::int16_t year) const;
    [[nodiscard]] const AciText* aci_named(std::string_view id) const;
    [[nodiscard]] const Aid* aid_named(std::string_view id) const;
};

}  // namespace msp
