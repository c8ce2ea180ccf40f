// SPDX-License-Identifier: MIT
// What the accounts can bear of a post, in sentences and as sheets.
#pragma once

#include <msp/coordinator/afford.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <span>
#include <string>
#include <vector>

namespace msp {

// A row a case: the plan without the post, with it as it is typed, and the best month.
[[nodiscard]] Sheet afford_verdicts_sheet(std::span<const Afforded> cases, Language language);
// A row a month of hire: the most hours, the first that are too many, the highest level cost.
[[nodiscard]] Sheet afford_hires_sheet(std::span<const Afforded> cases, Language language);
// A row a month of hire and number of hours; 0 hours is the plan without the post, with the highest level cost.
[[nodiscard]] Sheet afford_hours_sheet(std::span<const Afforded> cases, Language language);
// A page's table of one month: a row a number of hours.
[[nodiscard]] Sheet afford_month_sheet(std::span<const Afforded> cases, Language language);

// "Coordinatrice (MSP des Tilleuls): can we afford it?", with the scenario.
[[nodiscard]] std::string afford_title(const Afforded& afforded, Language language);
// The verdict, a line a sentence.
[[nodiscard]] std::string afford_verdict(const Afforded& afforded, const TextStyle& style);
// What the figures are and rest on.
[[nodiscard]] std::vector<std::string> afford_notes(const Afforded& afforded, Language language);

}  // namespace msp
