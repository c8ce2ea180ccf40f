// SPDX-License-Identifier: MIT
// What msp-aci says in words beside its tables.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/text_style.hpp>

#include <string>

namespace msp {

// One year around its table: its name and why nothing is paid; then dates, and what it rests on.
[[nodiscard]] std::string aci_year_heading(const AciYearResult& year, const TextStyle& style);
[[nodiscard]] std::string aci_year_text(const AciResult& result, const AciYearResult& year, const TextStyle& style);

}  // namespace msp
