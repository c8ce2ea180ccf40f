// SPDX-License-Identifier: MIT
// The views of msp-forecast for a person at a terminal.
#pragma once

#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

// The five lines, for each entity.
[[nodiscard]] std::string headline_text(const Result& result, const View& view, const TextStyle& style);
[[nodiscard]] std::string balance_text(const Result& result, const View& view, const TextStyle& style);
[[nodiscard]] std::string plan_text(const Result& result, const View& view, const TextStyle& style);
[[nodiscard]] std::string movement_text(const Result& result, const View& view, const TextStyle& style);
[[nodiscard]] std::string loan_text(const Result& result, const TextStyle& style);
[[nodiscard]] std::string loan_year_text(const Result& result, const TextStyle& style);
// Scenarios beside the base (results.front()): closing and lowest by period, the difference, the lines that make it.
[[nodiscard]] std::string comparison_text(const std::vector<Result>& results, const View& view, const TextStyle& style);
// What in the view rests on assumed or hoped-for money; empty where nothing does.
[[nodiscard]] std::string uncertain_text(const Result& result, const TextStyle& style);

// A line that is not the same in every period: its totals over the view, and where what it has brought so far is
// furthest from the base's (money that only comes later makes no difference in the end).
struct LineDifference {
    std::string id;
    std::string label;
    Money base;
    Money scenario;
    Money furthest;
    std::size_t furthest_period = 0;
};
[[nodiscard]] std::vector<LineDifference> differences(const Result& base, const Result& scenario, Language language);

// "avr. 2026", "T2 2026", "15 avril 2026", "2026"
[[nodiscard]] std::string period_name(const Period& period, Grid grid, Language language);

}  // namespace msp
