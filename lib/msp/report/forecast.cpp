// SPDX-License-Identifier: MIT
#include <msp/report/forecast.hpp>

#include <algorithm>
#include <tuple>

namespace msp {
namespace {

const char* part_text(Part part) {
    switch (part) {
        case Part::whole:
            break;
        case Part::principal:
            return tr("{label}: principal");
        case Part::interest:
            return tr("{label}: interest");
        case Part::insurance:
            return tr("{label}: insurance");
        case Part::drawdown:
            return tr("{label}: drawdown");
        case Part::fees:
            return tr("{label}: fees");
        case Part::advance:
            return tr("{label}: advance");
        case Part::balance:
            return tr("{label}: balance");
        case Part::recovery:
            return tr("{label}: recovery");
    }
    return "{label}";
}

}  // namespace

const std::string& scenario_name(const Result& result) {
    return result.label.empty() ? result.scenario : result.label;
}

std::vector<Holding> holdings(const Result& result) {
    return holdings(result.budget, result.projection, result.selection);
}

std::string holding_name(const Holding& holding, Language language) {
    if (!holding.index)
        return std::string(translate(tr("All entities"), language));
    if (holding.name.empty())
        return std::string(translate(tr("All accounts"), language));
    if (holding.whole || holding.name == holding.entity)
        return holding.name;
    return holding.name + " (" + holding.entity + ")";
}

std::string titled(const Result& result, const std::string& name) {
    if (result.scenario == "base")
        return name;
    return name + (name.empty() ? "" : " — ") + scenario_name(result);
}

std::string name_of(const Budget& budget, ItemIndex item, Part part, Language language) {
    std::string label = budget.items[item].label;
    if (label.empty() && budget.items[item].origin == Origin::aci)
        label = translate(tr("ACI"), language);
    if (label.empty() && budget.items[item].origin == Origin::fee)
        label = translate(tr("Overdraft fees"), language);
    return part == Part::whole ? label : words({part_text(part), {{"label", label}}}, language);
}

const std::string& name_of(const Category& category, Language language) {
    return language == Language::french ? category.french : category.english;
}

Money payout_of(const Headline& headline, const View& view) {
    return headline.payout.amount(view.payout.value_or(PayoutQuestion{Until::end, Limit::floor}));
}

std::vector<Loan> loans_shown(const Result& result) {
    std::vector<Loan> found;
    std::ranges::copy_if(result.budget.loans, std::back_inserter(found),
                         [&](const Loan& loan) { return result.selection.holds(result.budget, loan.bank); });
    return found;
}

void sort_movements(std::vector<Movement>& movements) {
    std::ranges::stable_sort(movements, {},
                             [](const Movement& movement) { return std::tuple(movement.date, movement.item); });
}

}  // namespace msp
