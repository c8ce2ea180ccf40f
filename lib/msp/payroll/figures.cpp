// SPDX-License-Identifier: MIT
#include <msp/payroll/figures.hpp>

#include <algorithm>

namespace msp {
namespace {

constexpr std::int64_t cents_a_euro = 100;

// A ceiling is a number of whole euros.
Money grown_to_euros(Money amount, Rate rate) {
    const Money exact = grown(amount, rate, Rounding::half_up);
    return times(exact, Fraction{1, cents_a_euro}, Rounding::half_up) * cents_a_euro;
}

}  // namespace

PayFigures::PayFigures(const PayrollLaw& law, const Employer& employer)

    : law_(&law),
      rates_(law, employer),
      known_until_(law.known_until()),
      month_hours_(employer.tolerated_hours ? Quotient(15'167, 100) : Quotient(1820, 12)) {
    const PayrollGrowth growth = employer.assume.value_or(PayrollGrowth());
    smic_.push_back(figure_on(law.contributions.smic, known_until_.last())->amount);
    ceiling_.push_back(figure_on(law.contributions.ceiling, known_until_.last())->amount);
    for (int year = known_until_.year() + 1; year <= Date::last_year; ++year) {
        smic_.push_back(grown(smic_.back(), growth.smic, Rounding::half_up));
        ceiling_.push_back(grown_to_euros(ceiling_.back(), growth.ceiling));
    }
}

bool PayFigures::differ(Month month) const {
    return known(month) ? rates_.differ(month) : month.month() == 1 || rates_.differ(month);
}

std::size_t PayFigures::years_beyond(Month month) const {
    return static_cast<std::size_t>(std::max(0, month.year() - known_until_.year()));
}

Money PayFigures::smic(Month month) const {
    return known(month) ? figure_on(law_->contributions.smic, month.first())->amount : smic_[years_beyond(month)];
}

Money PayFigures::ceiling(Month month) const {
    return known(month) ? figure_on(law_->contributions.ceiling, month.first())->amount : ceiling_[years_beyond(month)];
}

Money PayFigures::reduction_smic(const GeneralReduction& rule, Month month) const {
    return smic(rule.january ? Month(month.year(), 1) : month);
}

Money PayFigures::least_pay(Month month, Rate hours) const {
    constexpr std::int64_t hours_a_year = 1820;
    return times(smic(month) * hours_a_year, hours, Fraction{1, 12 * legal_hours}, Rounding::half_up);
}

}  // namespace msp
