// SPDX-License-Identifier: MIT
// --view result: what the books of an entity say of its charges and income, instead of its cash.
#pragma once

#include <msp/report/actuals_sheets.hpp>

#include <optional>
#include <span>

namespace msp::app {

// To exports whose cash is known. What results have in common with cash is then of the result. Up to `until`, else to
// the last day of theirs.
void add_results(std::span<MappedExport> mapped, const Budget& budget, std::optional<Date> until, const CashSink& sink);

// Charges and income of a month are booked by its end, whatever day the bank's last entry has.
[[nodiscard]] std::optional<Date> end_of_results(const Budget& budget, std::span<const MappedExport> mapped);

}  // namespace msp::app
