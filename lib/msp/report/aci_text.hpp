// SPDX-License-Identifier: MIT
// What msp-aci answers, for a person at a terminal.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/text_style.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace msp {

// A line a year.
[[nodiscard]] std::string aci_overview_text(const AciResult& result, const TextStyle& style);
// One year: its indicators, totals by class and by axis, dates, and what it rests on.
[[nodiscard]] std::string aci_year_text(const AciResult& result, const AciYearResult& year, const TextStyle& style);
// The due items by date.
[[nodiscard]] std::string aci_schedule_text(const AciResult& result, std::optional<std::int16_t> only,
                                            const TextStyle& style);

// "MSP des Tilleuls — ACI payée en juillet"
[[nodiscard]] std::string aci_title(const AciResult& result);

}  // namespace msp
