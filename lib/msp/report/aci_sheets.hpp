// SPDX-License-Identifier: MIT
// What msp-aci answers as sheets. The columns are a promise; see msp-aci(1). A sheet refers to the results that it is
// made of.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/sheet.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace msp {

using AciResults = std::span<const AciResult>;

// Every indicator of every year, or of one, then the year's majoration: for data.
[[nodiscard]] Sheet aci_sheet(AciResults results, std::optional<std::int16_t> only, Language language);
// A line a year: for a page.
[[nodiscard]] Sheet aci_overview_sheet(const AciResult& result, Language language);
// One year's indicators by class, then its sums by class and by axis: for a page.
[[nodiscard]] Sheet aci_year_sheet(const AciYearResult& year, Language language);
// The due items by date.
[[nodiscard]] Sheet aci_schedule_sheet(AciResults results, std::optional<std::int16_t> only, Language language);

}  // namespace msp
