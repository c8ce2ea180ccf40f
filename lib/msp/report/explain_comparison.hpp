// SPDX-License-Identifier: MIT
// Why a row of the comparison is what it is: what was voted, what came with the rule that takes it, and what of the gap
// is timing.
#pragma once

#include <msp/actuals/compared_row.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <msp/report/explain.hpp>
#include <msp/report/json.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

struct ExplainedCash {
    std::size_t part = 0;  // of ActualsResult::exports
    CashMove move;
};

struct ExplainedRow {
    ComparedRow row;
    const Budget* voted_budget = nullptr;  // of the movements voted
    std::vector<ExplainedMovement> voted;  // by day
    std::vector<ExplainedCash> came;       // by day
    std::vector<HeldTiming> timing;        // their sum is that of the row
};

// Places in the books are kept among the sources.
[[nodiscard]] std::string explained_row_text(const ActualsResult& result, const ExplainedRow& explained,
                                             Sources& sources, const TextStyle& style);
// The members of an object that is open.
void explained_row_json(Json& json, const ActualsResult& result, const ExplainedRow& explained, Sources& sources,
                        Language language);

}  // namespace msp
