// SPDX-License-Identifier: MIT
// What members have not paid, by age, as sheets: for programs a row a call, for people a table of members.
#pragma once

#include <msp/plan/unpaid.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <span>
#include <string>

namespace msp {

// Of an entity on a day, in one case of the budget.
struct UnpaidResult {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;  // of the scenario; empty for the base
    EntityIndex entity = 0;
    Date as_of;
    Unpaid unpaid;
};

// In data all results are one table; on a page each has its own.
[[nodiscard]] Sheet unpaid_sheet(std::span<const UnpaidResult* const> results, Language language);
[[nodiscard]] Sheet unpaid_page(const UnpaidResult& result, Language language);
[[nodiscard]] std::string unpaid_title(const UnpaidResult& result, Language language);
[[nodiscard]] std::string unpaid_rules(const UnpaidResult& result, const TextStyle& style);

}  // namespace msp
