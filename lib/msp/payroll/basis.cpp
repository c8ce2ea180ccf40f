// SPDX-License-Identifier: MIT
#include <msp/payroll/payroll.hpp>

#include <algorithm>

namespace msp {
namespace {

void add_once(std::vector<const PayContribution*>& rules, const PayContribution* rule) {
    if (std::ranges::find(rules, rule) == rules.end())
        rules.push_back(rule);
}

}  // namespace

std::vector<PayrollBasis> payroll_bases(const Budget& budget, const PayrollLaw& law, const KeptPayroll& kept,
                                        const Window& plan) {
    std::vector<PayrollBasis> found;
    if (budget.posts.empty())
        return found;
    const Payroll& payroll = kept.until(budget, law, Month::of(plan.last));
    for (std::size_t i = 0; i < budget.employers.size(); ++i) {
        const Employer& employer = budget.employers[i];
        PayrollBasis basis{employer.entity, law.contributions.known_until, std::nullopt, {}, false};
        bool employs = false;
        for (const std::size_t post : payroll.employers[i].posts) {
            for (const PayMonth& month :
                 months_between(payroll.posts[post].months, Month::of(plan.first), Month::of(plan.last))) {
                employs = true;
                if (month.assumed)
                    basis.assumed = employer.assume;
                for (const PayLine& line : month.pay->lines) {
                    if (line.rule != nullptr && line.evidence->confidence != Confidence::confirmed)
                        add_once(basis.unsure, line.rule);
                }
            }
        }
        const ApprenticeshipLiability* liable = law.contributions.liability(employer.kind, plan.first);
        basis.unsure_liability = liable != nullptr && liable->evidence.confidence != Confidence::confirmed;
        if (employs)
            found.push_back(std::move(basis));
    }
    return found;
}

}  // namespace msp
