// SPDX-License-Identifier: MIT
// The steps of a figure, each with its result and its place in the user's file.
#pragma once

#include <msp/diag/source.hpp>
#include <msp/model/trace.hpp>
#include <msp/report/json.hpp>
#include <msp/report/text_style.hpp>

#include <string>
#include <vector>

namespace msp {

// A table as a terminal has room for it.
[[nodiscard]] std::string within_page(TextTable table, const TextStyle& style);
[[nodiscard]] std::string steps_text(const std::vector<Step>& steps, const Sources& sources, const TextStyle& style);
// The member "steps" of an object that is open.
void steps_json(Json& json, const std::vector<Step>& steps, const Sources& sources, Language language);
// "budget.toml:14:10"; empty for nowhere.
[[nodiscard]] std::string place_of(const Sources& sources, Span span);

}  // namespace msp
