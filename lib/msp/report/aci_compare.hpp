// SPDX-License-Identifier: MIT
// The same MSP under several texts, indicator by indicator.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/text_style.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace msp {

// One scenario's facts of a year, under the text in force in another.
struct AciUnder {
    std::int16_t text_of = 0;
    AciYearResult year;
};

struct AciComparison {
    const AciResult* result = nullptr;
    std::int16_t year = 0;  // of the facts
    std::vector<AciUnder> texts;
};

// A row an indicator and text, in the order of the texts; then its majoration.
[[nodiscard]] std::vector<Column> aci_comparison_columns(Language language);
void aci_comparison_rows(Rows& rows, const AciComparison& comparison);
[[nodiscard]] std::string aci_comparison_text(const AciComparison& comparison, const TextStyle& style);

}  // namespace msp
