// SPDX-License-Identifier: MIT
// The views of msp-forecast as sheets. The columns are a promise; see msp-forecast(1). A sheet refers to the results
// and the view that it is made of.
#pragma once

#include <msp/report/forecast.hpp>
#include <msp/report/sheet.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace msp {

using Results = std::span<const Result>;

[[nodiscard]] Sheet balance_sheet(Results results, const View& view);
[[nodiscard]] Sheet plan_sheet(Results results, const View& view);
// Of one case some of the periods, a year of quarters for one, with their own total and their own title; `sums` are of
// these periods.
[[nodiscard]] Sheet plan_sheet(const Result& result, const LineSums& sums, const View& view, const std::string& title);
// Of planned movements, and of those that the books show. Where there are several banks, a page has the name of each
// row's at this position.
inline constexpr std::ptrdiff_t bank_name_column = 5;
[[nodiscard]] std::vector<Column> movement_columns(const Budget& budget, Language language);
// Where a line's category stands in the chart of accounts, a grant's budget and the tax return: data of each row.
[[nodiscard]] std::vector<Column> category_columns(Language language);
[[nodiscard]] std::array<Cell, 3> category_cells(const Category& category);
[[nodiscard]] Sheet movement_sheet(Results results, const View& view);
[[nodiscard]] Sheet loan_sheet(Results results, const View& view);
// Of each loan the totals by exercise.
[[nodiscard]] Sheet loan_year_sheet(Results results, const View& view);
// Of each borrower and exercise what its activity leaves, and what its loans take of it.
[[nodiscard]] Sheet debt_service_sheet(Results results, const View& view);
// What a table of loans says where there are none.
[[nodiscard]] std::string no_loan(Results results, const View& view);
// Scenarios beside the base (results.front()), for a page: closing and lowest by period, and the difference.
[[nodiscard]] Sheet comparison_sheet(Results results, const View& view);
// The lines that make the difference between the base and some of the scenarios.
[[nodiscard]] Sheet difference_sheet(const Result& base, Results scenarios, const View& view);

}  // namespace msp
