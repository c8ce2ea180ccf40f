// SPDX-License-Identifier: MIT
#include <msp/law/payroll.hpp>

#include <algorithm>

namespace msp {
namespace {

// The last one that begins by the day; they stand in order.
template <typename Dated>
const Dated* begun(const std::vector<Dated>& all, Date date) {
    const auto after = std::ranges::upper_bound(all, date, {}, &Dated::from);
    return after == all.begin() ? nullptr : &*(after - 1);
}

}  // namespace

const ContributionRate* PayContribution::on(Date date) const {
    return begun(rates, date);
}

const ApprenticeshipLiability* PayrollContributions::liability(EmployerKind employer, Date date) const {
    const ApprenticeshipLiability* found = nullptr;
    for (const ApprenticeshipLiability& row : apprenticeship) {
        if (row.employer == employer && row.from <= date)
            found = &row;
    }
    return found;
}

const GeneralReduction* PayrollReductions::on(Date date) const {
    return begun(rules, date);
}

const PayrollTaxScale* PayrollTaxRules::of_year(int year) const {
    const auto after = std::ranges::upper_bound(scales, year, {}, &PayrollTaxScale::year);
    return after == scales.begin() ? nullptr : &*(after - 1);
}

Month PayrollLaw::known_until() const {
    return Month::of(std::min(contributions.known_until, reductions.known_until));
}

Month PayrollLaw::known_from() const {
    return Month::of(std::max({contributions.smic.front().from, contributions.ceiling.front().from,
                               reductions.rules.front().from, Month(tax.scales.front().year, 1).first()}));
}

const DatedFigure* figure_on(const std::vector<DatedFigure>& figures, Date date) {
    return begun(figures, date);
}

}  // namespace msp
