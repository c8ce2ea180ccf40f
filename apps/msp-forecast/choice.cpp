// SPDX-License-Identifier: MIT
#include <msp-forecast/choice.hpp>

#include <string>
#include <string_view>

namespace msp::app {
namespace {

template <typename Named>
void complain(Context& context, const Result& result, const char* text, const std::string& id,
              const std::vector<Named>& there) {
    std::vector<std::string_view> known;
    for (const Named& one : there)
        known.push_back(one.id);
    context.diagnostics.error(
        "option.choice",
        {text,
         {{"id", id},
          {"scenario", result.scenario == "base" ? Argument(Term{tr("the budget")}) : Argument(result.scenario)}}},
        {}, what_there_is(id, known));
}

void choose_entity(Context& context, const std::string& id, Result& result) {
    result.selection.entity = result.budget.entity(id);
    if (!result.selection.entity)
        complain(context, result, tr("--entity names \"{id}\", and {scenario} has no such entity"), id,
                 result.budget.entities);
}

// After the entity, whose account it has to be.
void choose_bank(Context& context, const Settings& settings, Result& result) {
    result.selection.bank = result.budget.bank(*settings.bank);
    if (!result.selection.bank)
        complain(context, result, tr("--bank names \"{id}\", and {scenario} has no such bank"), *settings.bank,
                 result.budget.banks);
    else if (!result.selection.holds(result.budget, *result.selection.bank))
        context.diagnostics.error("option.bank-entity", {tr("the bank {bank} is not one of the entity {entity}"),
                                                         {{"bank", *settings.bank}, {"entity", *settings.entity}}});
}

}  // namespace

bool choose(Context& context, const Settings& settings, std::vector<Result>& results) {
    for (Result& result : results) {
        if (settings.entity)
            choose_entity(context, *settings.entity, result);
        if (settings.bank)
            choose_bank(context, settings, result);
    }
    return !context.diagnostics.has_errors();
}

}  // namespace msp::app
