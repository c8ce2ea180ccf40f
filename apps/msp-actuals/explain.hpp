// SPDX-License-Identifier: MIT
// --explain: why a row of the comparison is what it is.
#pragma once

#include <msp/report/explain_comparison.hpp>
#include <msp/report/question.hpp>
#include <support/run.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

struct RowQuestion {
    std::optional<std::string> line;    // an id; none: all lines of the period
    std::optional<NamedPeriod> period;  // none: the exercise to date

    [[nodiscard]] bool asks(std::string_view id) const { return !line || *line == id; }
    // Nothing is held against each other day by day.
    [[nodiscard]] bool is_of_a_day() const { return period && period->grid == Grid::day; }
    [[nodiscard]] Grid grid() const { return period && !is_of_a_day() ? period->grid : Grid::year; }
};

// Of the lines of both budgets. What is no such question is reported, with what there is.
[[nodiscard]] std::optional<RowQuestion> row_question(Context& context, const std::string& text, const Budget& today,
                                                      const Budget& voted, bool of_result);

// What the books of a part moved, where the question asks for it.
[[nodiscard]] bool asks(const RowQuestion& question, const Budget& budget, const CashMove& move);

// Of an entity that is compared: a row of each line and period asked for, nothing where it shows no such period. The
// movements are those of the whole exercise, or of several; `of` is the comparison as it shows the rows.
[[nodiscard]] std::vector<ExplainedRow> explained_rows(const RowQuestion& question, const ActualsResult& result,
                                                       const ComparedEntity& compared, const EntityComparison& of,
                                                       const Budget& voted,
                                                       const std::vector<ExplainedMovement>& movements);

// What a question finds, by case.
struct ExplainedCase {
    const ActualsResult* result;
    std::vector<ExplainedRow> rows;
};
// Where no case has anything it is reported.
[[nodiscard]] bool answer_explanation(Context& context, const std::string& text, const RowQuestion& question,
                                      const std::vector<ExplainedCase>& cases);

}  // namespace msp::app
