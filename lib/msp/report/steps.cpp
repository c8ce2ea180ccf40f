// SPDX-License-Identifier: MIT
#include <msp/report/steps.hpp>

namespace msp {

std::string place_of(const Sources& sources, Span span) {
    return span.known() ? sources.place(span) : "";
}

std::string steps_text(const std::vector<Step>& steps, const Sources& sources, const TextStyle& style) {
    TextTable table({Align::left, Align::right, Align::left});
    for (const Step& step : steps)
        table.row({{"    " + words(step.what, style.language)},
                   {step.result ? write_figure(*step.result, style.language) : ""},
                   {place_of(sources, step.place), Style::faint}});
    return table.render(0, style.colour);
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
