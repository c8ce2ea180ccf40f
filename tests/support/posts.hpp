// SPDX-License-Identifier: MIT
// Posts of one employer, as budgets have them.
#pragma once

#include <msp/payroll/payroll.hpp>

#include <string>
#include <string_view>
#include <tests/support/budget.hpp>

namespace msp::test {

inline constexpr const char* bare_employer_without_assume = "[employer]\nwork_accident = \"1 %\"\nidcc1147 = false\n";
inline constexpr const char* bare_employer =
    "[employer]\nwork_accident = \"1 %\"\nidcc1147 = false\nassume = { smic = \"0 %\" }\n";

// With an account that opens on that day.
inline Budget posts_of(const std::string& employer, const std::string& posts, const std::string& opens) {
    return budget_of("[bank]\nopening = 0\ndate = " + opens + "\n" + employer + posts);
}

// Of the first post, up to a month.
inline PostMonths months_of(const Budget& budget, std::string_view last) {
    return reckon_payroll(budget, shipped_law().payroll, parse_month(last).value()).posts.front();
}

}  // namespace msp::test
