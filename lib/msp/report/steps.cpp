// SPDX-License-Identifier: MIT
#include <msp/report/steps.hpp>

#include <utility>

namespace msp {

std::string place_of(const Sources& sources, Span span) {
    return span.known() ? sources.place(span) : "";
}

std::string within_page(TextTable table, const TextStyle& style) {
    table.fit(style.width, colon(style));
    return table.render(style.width, style.colour);
}

std::string steps_text(const std::vector<Step>& steps, const Sources& sources, const TextStyle& style) {
    TableColumn said = Align::left;
    said.words = true;
    TableColumn result = Align::right;
    result.joined = true;
    TextTable table({said, result, said});
    for (const Step& step : steps)
        table.row({{"    " + words(step.what, style.language)},
                   {step.result ? write_figure(*step.result, style.language) : ""},
                   {place_of(sources, step.place), Style::faint}});
    return within_page(std::move(table), style);
}

void steps_json(Json& json, const std::vector<Step>& steps, const Sources& sources, Language language) {
    json.begin_array("steps");
    for (const Step& step : steps) {
        json.begin_object();
        json.text("what", words(step.what, language));
        json.money("amount", step.result);
        json.text("place", place_of(sources, step.place));
        json.end_object();
    }
    json.end_array();
}

}  // namespace msp
