// SPDX-License-Identifier: MIT
// Why a figure of the five lines is what it is, as steps of which the last has the figure.
#pragma once

#include <msp/cash/course.hpp>
#include <msp/model/trace.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/json.hpp>
#include <msp/report/text_style.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// "lowest", "lowest-certain", "late-aci", "distributable", "total", "cash-days", and the same in French.
[[nodiscard]] std::optional<Figure> parse_figure(std::string_view text);
[[nodiscard]] std::string_view id_of(Figure figure);

struct ExplainedFigure {
    std::string entity;
    std::string title;
    std::vector<Step> steps;
};

// Of each entity that is shown; of an entity with several accounts, the worst one before all together.
[[nodiscard]] std::vector<ExplainedFigure> explained_figure(Figure figure, const Result& result,
                                                            PayoutQuestion question, const HeadlineOptions& options,
                                                            Language language);

[[nodiscard]] std::string figure_text(const std::vector<ExplainedFigure>& figures, const Sources& sources,
                                      const TextStyle& style);
// The members of an object that is open.
void figure_json(Json& json, Figure figure, const std::vector<ExplainedFigure>& figures, const Sources& sources,
                 Language language);

}  // namespace msp
