// SPDX-License-Identifier: MIT
// One budget as msp-actuals answers for it: each case held against what its books, or the statements of its banks,
// moved.
#pragma once

#include <msp/actuals/booked_cash.hpp>
#include <msp/actuals/held_lines.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <support/budgets.hpp>

#include <msp-actuals/explain.hpp>
#include <msp-actuals/named_files.hpp>
#include <msp-actuals/rolled_cases.hpp>
#include <msp-actuals/settings.hpp>
#include <optional>
#include <vector>

namespace msp::app {

// What the folder of forecasts needs of an entity.
struct BookedEntity {
    BookedCash cash = {};
    Money balance = {};  // on the last day
};

// A case while it is held against the books.
struct ComparedCase {
    ComparedCase(const Case& today, const Case& as_voted, bool is_base)
        : of(today), voted(as_voted), lines(today.budget, as_voted.budget), base(is_base) {}

    const Case& of;
    const Case& voted;
    HeldLines lines;
    bool base;
    ActualsResult result = {};
    std::vector<ExplainedRow> explained = {};  // where rows are asked for
};

struct ComparedBudget {
    Context& context;
    const ActualsSettings& settings;
    const Case& base;
    const NamedFiles& files;
    RolledCases rolled;
    std::optional<RowQuestion> question = {};               // of --explain
    std::vector<ActualsResult> results = {};                // by case, the base first
    std::vector<std::vector<ExplainedRow>> explained = {};  // by case
    std::vector<BookedEntity> booked = {};                  // by entity of the base, where --archive is given
};

}  // namespace msp::app
