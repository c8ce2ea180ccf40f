// SPDX-License-Identifier: MIT
// The same MSP under several texts, indicator by indicator.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace msp {

// One scenario's facts of a year, under the text in force in another.
struct AciUnder {
    std::int16_t text_of = 0;
    AciYearResult year;

    // Its euros are so many a point; else it pays in euros, or something is missing.
    [[nodiscard]] bool counts_points() const { return year.paid.text->point != Money() && year.paid.missing.empty(); }
};

struct AciComparison {
    const AciResult* result = nullptr;
    std::int16_t year = 0;  // of the facts
    std::vector<AciUnder> texts;
};

// A row an indicator and text, in the order of the texts; then its majoration. For data.
[[nodiscard]] Sheet aci_comparison_sheet(std::span<const AciComparison> comparisons, Language language);
// On a page, under its heading: the texts beside each other, two of them with their difference. What they rest on
// follows in words.
[[nodiscard]] std::string aci_comparison_heading(const AciComparison& comparison, const TextStyle& style);
[[nodiscard]] Sheet aci_beside_sheet(const AciComparison& comparison, Language language);
[[nodiscard]] std::string aci_comparison_notes(const AciComparison& comparison, const TextStyle& style);

}  // namespace msp
