// SPDX-License-Identifier: MIT
// The years of an ACI, as the programs show them.
#pragma once

#include <msp/report/aci.hpp>

namespace msp::app {

// What other readings of the texts come to where `with_readings`.
[[nodiscard]] AciYearResult aci_year(AciFacts facts, AciRemuneration paid, bool with_readings);

// Adds the years to a case. What is wrong with their facts has been said when the budget was read.
void add_aci_years(AciResult& result, AciYears years, bool with_readings);

// The year of a day, else the last one; null where there is none.
[[nodiscard]] const AciYearResult* aci_year_on(const AciResult& result, Date day);

}  // namespace msp::app
