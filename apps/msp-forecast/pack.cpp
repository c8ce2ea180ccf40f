// SPDX-License-Identifier: MIT
#include <msp-forecast/pack.hpp>
#include <msp/charges/shares.hpp>
#include <msp/report/aci_sheets.hpp>
#include <msp/report/aci_text.hpp>
#include <support/aci_years.hpp>
#include <support/budgets.hpp>
#include <support/shared_charges.hpp>

#include <span>
#include <utility>

namespace msp::app {

Part worksheet(std::string called, Sheet sheet) {
    sheet.id = std::move(called);
    return Table{std::move(sheet)};
}

PackParts::PackParts(Context& context, Results results, Date as_of) : context_(context) {
    for (const Result& result : results) {
        add_aci(result, as_of);
        add_shares(result, as_of);
    }
}

void PackParts::add_aci(const Result& result, Date as_of) {
    if (!result.budget.aci || !result.selection.holds(result.budget, result.budget.aci->bank))
        return;
    AciResult made(Case::changed(result.budget, *result.law));
    made.scenario = result.scenario;
    made.label = result.label;
    add_aci_years(made, AciYears::all, false);
    Aci& kept = aci_.emplace_back(Aci{std::move(made), nullptr});
    kept.year = aci_year_on(kept.result, as_of);
}

void PackParts::add_shares(const Result& result, Date as_of) {
    for (std::size_t i = 0; i < result.budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        if (!shares_anything(result.budget, entity) || result.selection.entity.value_or(entity) != entity ||
            result.selection.bank)
            continue;
        const std::int16_t exercise = result.budget.exercise_of(as_of, entity);
        const std::vector<ChargedLine> lines = charged_lines(result.budget, exercise, entity);
        Diagnostics found;
        if (post_costs_known(result.budget, entity, exercise, plan_window(result.budget, as_of).last, found))
            check_shares(result.budget, lines, days_of(result.budget, exercise, entity), found);
        add_new(context_.diagnostics, found);
        if (!found.has_errors())
            shares_.push_back(computed(result, entity, exercise, Grid::year, lines));
    }
}

void PackParts::add_to(std::vector<Part>& parts) const {
    const Language language = context_.language;
    for (const Aci& aci : aci_) {
        parts.push_back(worksheet("aci_schedule", aci_schedule_sheet({&aci.result, 1}, {}, language)));
        if (aci.year == nullptr)
            continue;
        parts.push_back(worksheet("aci", aci_overview_sheet(aci.result, language)));
        parts.push_back(worksheet("indicators", aci_year_sheet(*aci.year, language)));
        parts.emplace_back(Prose{[this, &aci] {
            const TextStyle style = style_of(context_);
            return (aci_.size() > 1 ? heading(aci_title(aci.result), style) : "") + aci_year_heading(*aci.year, style) +
                   aci_year_text(aci.result, *aci.year, style) + '\n';
        }});
    }
    for (const ChargesResult& shares : shares_) {
        parts.push_back(worksheet("shares", member_sheet(shares, language)));
        parts.emplace_back(Prose{[this, &shares] {
            const TextStyle style = style_of(context_);
            return heading(charges_title(shares, context_.language), style) + charges_rules(shares, style) + '\n';
        }});
    }
}

}  // namespace msp::app
