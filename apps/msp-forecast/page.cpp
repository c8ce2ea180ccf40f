// SPDX-License-Identifier: MIT
#include <msp-forecast/page.hpp>
#include <msp-forecast/views.hpp>
#include <msp/report/aci_picture.hpp>
#include <msp/report/curve_picture.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/rolling_sheets.hpp>
#include <msp/report/sheet_text.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace msp::app {
namespace {

// Of the year of the as-of day, else of the last one that is computed.
std::vector<Picture> aci_pictures(const ComputedForecast& of) {
    const Result& base = of.base();
    if (!base.budget.aci || !base.selection.holds(base.budget, base.budget.aci->bank))
        return {};
    const AciReckoning& aci = base.aci;
    const AciRemuneration* paid = aci.computed(static_cast<std::int16_t>(of.days.as_of.fields().year));
    if (paid == nullptr && !aci.facts().empty())
        paid = aci.computed(aci.facts().back().year);
    if (paid == nullptr)
        return {};
    return {aci_picture(*paid, of.style())};
}

void add_figures(const ComputedForecast& of, std::vector<Part>& parts) {
    Sheet periods = of.compares() ? comparison_sheet(of.results, of.view) : balance_sheet(of.results, of.view);
    parts.emplace_back(Table{std::move(periods), SheetIn::all, false, tr("Figures by period")});
    parts.emplace_back(Prose{[&of] { return heading(tell(tr("Plan by quarter"), of.style()), of.style()); }});
    for (const PlanYear& year : of.years)
        parts.emplace_back(Table{
            plan_sheet(of.base(), year.sums, year.view, period_name(year.view.days(), Grid::year, of.view.language))});
}

void add_scenarios(const ComputedForecast& of, std::vector<Part>& parts) {
    for (std::size_t i = 1; i < of.results.size(); ++i) {
        parts.emplace_back(Prose{[&of, i] {
            const Result& result = of.results[i];
            const std::string all = titled(tell(tr("All entities"), of.style()), result.scenario, result.label);
            return headline_sentences(result, of.view, of.style()) +
                   (result.headlines.size() > 1 ? heading(all, of.style()) : "");
        }});
        parts.emplace_back(Table{difference_sheet(of.base(), std::span(of.results).subspan(i, 1), of.view)});
    }
}

std::string assumed(const ComputedForecast& of) {
    const std::string notes = notes_below(of);
    return notes.empty() ? "" : heading(tell(tr("What is assumed"), of.style()), of.style()) + notes;
}

}  // namespace

std::vector<Part> page_parts(const ComputedForecast& of) {
    std::vector<Part> parts;
    parts.emplace_back(Prose{
        [&of] { return headline_sentences(of.base(), of.view, of.style()) + books_sentences(of.base(), of.style()); }});
    parts.emplace_back(Pictures{[&of] { return curve_pictures(of.results, of.view, of.style()); }});
    add_figures(of, parts);
    parts.emplace_back(Pictures{[&of] { return aci_pictures(of); }});
    add_scenarios(of, parts);
    parts.emplace_back(Prose{[&of] { return assumed(of); }});
    parts.emplace_back(Prose{[&of] { return receipt_text(forecast_program, of.context, of.style()); }});
    return parts;
}

}  // namespace msp::app
