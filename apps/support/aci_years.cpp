// SPDX-License-Identifier: MIT
#include <support/aci_years.hpp>

#include <cstdint>
#include <utility>

namespace msp::app {

AciYearResult aci_year(AciFacts facts, AciRemuneration paid, bool with_readings) {
    AciYearResult year{std::move(facts), std::move(paid), {}};
    if (with_readings)
        year.readings = other_readings(year.facts, year.paid);
    return year;
}

void add_aci_years(AciResult& result, AciYears years, bool with_readings) {
    Diagnostics known;
    for (AciFacts& facts : aci_facts(result.budget, *result.law, years, known)) {
        const AciRemuneration* paid = result.aci.computed(facts.year);
        AciRemuneration made = paid != nullptr ? *paid : remuneration(facts);
        result.years.push_back(aci_year(std::move(facts), std::move(made), with_readings));
    }
}

const AciYearResult* aci_year_on(const AciResult& result, Date day) {
    const AciYearResult* year = result.year(static_cast<std::int16_t>(day.fields().year));
    return year != nullptr || result.years.empty() ? year : &result.years.back();
}

}  // namespace msp::app
