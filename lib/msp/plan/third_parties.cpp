// SPDX-License-Identifier: MIT
#include <msp/plan/third_parties.hpp>

#include <algorithm>

namespace msp {

std::vector<Call> ThirdPartyCalls::all() const {
    std::vector<Call> both = calls;
    both.insert(both.end(), incomes.begin(), incomes.end());
    return both;
}

bool is_of_third_party(const Budget& budget, const Item& income) {
    return std::ranges::any_of(budget.third_parties, [&](const ThirdParty& party) {
        return std::ranges::find(party.incomes, income.id) != party.incomes.end();
    });
}

std::vector<const Line*> incomes_of(const Budget& budget, const ThirdParty& party, EntityIndex entity) {
    std::vector<const Line*> lines;
    for (const Line& line : budget.lines) {
        const auto named = std::ranges::find(party.incomes, budget.items[line.item].id);
        if (line.side == Side::receipts && named != party.incomes.end() && budget.banks[line.bank].entity == entity)
            lines.push_back(&line);
    }
    return lines;
}

ThirdPartyCalls third_party_calls(const Budget& budget, const ExerciseShares& voted, EntityIndex entity,
                                  std::int16_t exercise, std::span<const EarlierShares> earlier) {
    ThirdPartyCalls found;
    std::vector<bool> pays_by_income(budget.payers());
    for (std::size_t payer = budget.members.size(); payer < budget.payers(); ++payer) {
        const ThirdParty& party = budget.third_parties[payer - budget.members.size()];
        for (const Line* line : incomes_of(budget, party, entity)) {
            pays_by_income[payer] = true;
            for (const Charge& charge : charged_line(budget, *line, exercise, entity).charges)
                found.incomes.push_back({charge.due, {}, nullptr, payer, opposite(charge.amount)});
        }
    }
    found.calls = third_party_calls_of(budget, voted, entity, days_of(budget, exercise, entity), earlier);
    std::erase_if(found.calls, [&](const Call& call) { return pays_by_income[call.member]; });
    return found;
}

}  // namespace msp
