// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/payroll_notes.hpp>

namespace msp {

std::vector<std::string> payroll_notes(const Budget& budget, const std::vector<PayrollBasis>& bases,
                                       Language language) {
    std::vector<std::string> lines;
    for (const PayrollBasis& basis : bases) {
        const std::string& entity = budget.entities[basis.employer].title();
        if (basis.assumed)
            lines.push_back(words({tr("Pay of {entity}: after {day} the rates are assumed to go on, the minimum wage "
                                      "grows by {smic} % and the ceiling by {ceiling} % each January."),
                                   {{"entity", entity},
                                    {"day", basis.known_until},
                                    {"smic", Decimal{basis.assumed->smic.percent()}},
                                    {"ceiling", Decimal{basis.assumed->ceiling.percent()}}}},
                                  language));
        std::vector<std::string> unsure;
        for (const PayContribution* each : basis.unsure)
            unsure.push_back(each->label.in(language));
        if (basis.unsure_liability)
            unsure.emplace_back(translate(tr("whether apprenticeship tax is due"), language));
        if (!unsure.empty())
            lines.push_back(words({tr("Pay of {entity}: no official document confirms: {what}."),
                                   {{"entity", entity}, {"what", listed(unsure)}}},
                                  language));
    }
    return lines;
}

Cell basis_cell(bool assumed, Language language) {
    const char* word = assumed ? tr("assumed") : tr("known");
    return WordCell{assumed ? "assumed" : "known", translate(word, language), assumed ? Style::strong : Style::plain};
}

}  // namespace msp
