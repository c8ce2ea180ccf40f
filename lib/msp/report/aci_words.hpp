// SPDX-License-Identifier: MIT
// The ACI in words: what its reports say alike.
#pragma once

#include <msp/aci/remuneration.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

// "10 456,00": two decimals, the last one rounded half up.
[[nodiscard]] std::string points_figure(const Quotient& points, Language language);
// "5 120", and two decimals where it is not whole.
[[nodiscard]] std::string count_figure(const Quotient& count, Language language);
// "2.31 %", rounded.
[[nodiscard]] std::string percent_figure(const Quotient& share, Language language);

[[nodiscard]] const char* name_of(AciClass kind);  // "Prerequisites", for tr()
[[nodiscard]] const char* name_of(Fulfilment reached);
[[nodiscard]] const char* kind_name(Part kind);  // "Advance", "Balance", "Recovery"

// "Opening hours and unscheduled care (acces.horaires)"
[[nodiscard]] std::string named(const AciIndicator& indicator, Language language);
// What an indicator pays and on what conditions, a line each.
[[nodiscard]] std::vector<std::string> rule_lines(const AciText& text, std::size_t indicator, Language language);

}  // namespace msp
