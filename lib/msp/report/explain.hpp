// SPDX-License-Identifier: MIT
// Why a figure is what it is: the movements behind a line or a period, each with its steps and its place in the file.
#pragma once

#include <msp/cash/course.hpp>
#include <msp/model/trace.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// "2026-04", "software", "software@2026-04", "aci.balance@2026", "lowest". Nothing where it is no such question; an id
// of the budget wins over a figure of that name.
struct Question {
    std::optional<std::string> line;  // an id, with or without a part
    std::optional<Period> period;
    Grid grid = Grid::month;
    std::optional<Figure> figure;  // of the five lines, and nothing else then
};
[[nodiscard]] std::optional<Question> parse_question(std::string_view text, const Budget& budget);

struct ExplainedMovement {
    Movement movement;
    std::vector<Step> steps;
};

// The movements asked for, within the view's days and the question's period, in order.
[[nodiscard]] std::vector<ExplainedMovement> explained(const Result& result, const Question& question,
                                                       const PlanOptions& plan, const View& view);

// Of a line of the plan, within days of which nothing else is shown.
[[nodiscard]] std::vector<ExplainedMovement> explained_line(const Case& of, const std::string& line,
                                                            const Window& days);
// In a few lines, and as an object.
[[nodiscard]] std::string movement_text(const Budget& budget, const ExplainedMovement& entry, const Sources& sources,
                                        const TextStyle& style);
void movement_json(Json& json, const Budget& budget, const ExplainedMovement& entry, const Sources& sources,
                   Language language);
// Its movements and their sum.
[[nodiscard]] std::string line_text(const Budget& budget, const std::string& line, const Period& days,
                                    const std::vector<ExplainedMovement>& movements, const Sources& sources,
                                    const TextStyle& style);
// The members of an object that is open.
void movements_json(Json& json, const Budget& budget, const Period& days,
                    const std::vector<ExplainedMovement>& movements, const Sources& sources, Language language);

[[nodiscard]] std::string explanation_text(const Result& result, const Question& question,
                                           const std::vector<ExplainedMovement>& movements, const View& view,
                                           const Sources& sources, const TextStyle& style);
// The members of an object that is open.
void explanation_json(Json& json, const Result& result, const Question& question,
                      const std::vector<ExplainedMovement>& movements, const View& view, const Sources& sources);

}  // namespace msp
