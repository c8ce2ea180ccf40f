// SPDX-License-Identifier: MIT
#include <support/receipt.hpp>

#include <msp-actuals/parts.hpp>

namespace msp::app {
namespace {

Part receipt(const Context& context) {
    return Members{[&context](Json& json) { write_receipt(json, actuals_program, context); }};
}

std::vector<Part> reconciliation_parts(const ComparedBudget& of) {
    const ActualsResult& first = of.results.front();
    const Language language = of.context.language;
    return {Prose{[&of] { return heading(reconciliation_title(of.context.language), style_of(of.context)); }},
            Table{statements_sheet(first, language), SheetIn::text_and_json},
            Prose{[&of] {
                return reconciliation_lacks(of.results.front(), !of.files.statements().empty(), style_of(of.context));
            }},
            Table{reconciliation_sheet(first, language), SheetIn::text_and_json},
            Table{flat_reconciliation_sheet(first, language), SheetIn::csv},
            Table{unpaid_members_sheet(first, language), SheetIn::text_and_json},
            receipt(of.context)};
}

}  // namespace

std::vector<Part> comparison_parts(const ComparedBudget& of) {
    const Context& context = of.context;
    const ActualsSettings& settings = of.settings;
    const Language language = context.language;
    const ActualsResult& first = of.results.front();
    if (settings.reconciles)
        return reconciliation_parts(of);
    if (settings.summary)
        return {Table{exports_summary(of.results, language)}, receipt(context)};
    std::vector<Part> all = {
        Prose{[&] { return heading(actuals_title(settings.result, context.language), style_of(context)); }},
        Members{[&first](Json& json) { voted_json(json, first); }}};
    if (!first.statements.empty())
        all.emplace_back(Table{statements_sheet(first, language), SheetIn::text_and_json});
    all.emplace_back(Table{settings.result ? results_sheet(first, language) : exports_sheet(first, language),
                           SheetIn::text_and_json});
    all.emplace_back(
        Table{settings.movements ? booked_sheet(of.results, language) : compared_sheet(of.results, language)});
    if (of.rolled.lands())
        all.emplace_back(Table{held_landing_sheet(of.results, language), SheetIn::text_and_json});
    if (!settings.movements)
        all.emplace_back(Table{top_gaps_sheet(of.results, language), SheetIn::text_and_json});
    all.emplace_back(Table{unmapped_sheet(first, language), SheetIn::text_and_json});
    all.emplace_back(Prose{[&] { return actuals_rules(first, style_of(context)); }});
    all.emplace_back(receipt(context));
    return all;
}

std::vector<Part> accuracy_parts(const ComparedBudget& of, const AccuracyResult& accuracy) {
    const Context& context = of.context;
    const Language language = context.language;
    return {Prose{[&context] { return heading(accuracy_title(context.language), style_of(context)); }},
            Table{exports_sheet(of.results.front(), language), SheetIn::text_and_json},
            Table{judged_sheet(accuracy, language), SheetIn::text_and_json},
            Table{shown_errors_sheet(accuracy, language), SheetIn::text},
            Table{errors_sheet(accuracy, language), SheetIn::csv_and_json},
            Prose{[&context] { return accuracy_rules(style_of(context)); }},
            receipt(context)};
}

}  // namespace msp::app
