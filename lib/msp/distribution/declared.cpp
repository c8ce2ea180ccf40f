// SPDX-License-Identifier: MIT
#include <msp/distribution/declared.hpp>

#include <map>
#include <utility>

namespace msp {

LawNeeds distribution_needs(const Budget& budget) {
    LawNeeds needs;
    if (!budget.distributions.empty())
        needs.rules.push_back({.kind = das2_rules});
    return needs;
}

std::vector<Declared> declared(const Budget& budget, std::span<const Distributed> all, const Das2& das2,
                               EntityIndex entity, std::span<const std::int16_t> years) {
    std::map<std::pair<std::int16_t, std::size_t>, Money> paid;  // by year and member
    for (const Distributed& each : all) {
        if (each.of->entity != entity || each.of->as != PaidAs::fees)
            continue;
        for (const Payment& payment : payments_of(budget, each))
            paid[{static_cast<std::int16_t>(Month::of(payment.date).year()),
                  each.beneficiaries[payment.beneficiary].member}] += payment.amount;
    }
    std::vector<Declared> found;
    for (const std::int16_t year : years) {
        const Das2Threshold* threshold = das2.of_year(year);
        for (std::size_t member = 0; threshold != nullptr && member < budget.members.size(); ++member) {
            const auto total = paid.find({year, member});
            if (total != paid.end() && total->second > threshold->amount)
                found.push_back({entity, year, member, total->second, threshold});
        }
    }
    return found;
}

}  // namespace msp
