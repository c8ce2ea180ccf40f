// SPDX-License-Identifier: MIT
// A sheet for a person at a terminal: each block a table under its title.
#pragma once

#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <string>

namespace msp {

// A blank line ends each block.
[[nodiscard]] std::string sheet_text(const Sheet& sheet, const TextStyle& style);

// "avr. 2026", "T2 2026", "15/04/2026", "2026"
[[nodiscard]] std::string period_name(const Period& period, Grid grid, Language language);
// On a narrow page, in one piece: "avr. 26", so that months of unlike length look alike; nothing where it is as long.
[[nodiscard]] std::string brief_period_name(const Period& period, Grid grid, Language language);

}  // namespace msp
