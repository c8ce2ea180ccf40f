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
      known_from_(law.known_from()),
      known_until_(std::max(law.known_until(), known_from_)),
      month_hours_(employer.tolerated_hours ? Quotient(15'167, 100) : Quotient(1820, 12)) {
    for (Month month = known_from_; known(month); month = month + 1)
        known_.push_back({figure_on(law.contributions.smic, month.first())->amount,
                          figure_on(law.contributions.ceiling, month.first())->amount});
    const PayrollGrowth growth = employer.assume.value_or(PayrollGrowth());
    beyond_.push_back(known_.back());
    for (int year = known_until_.year() + 1; year <= Date::last_year; ++year)
        beyond_.push_back({grown(beyond_.back().smic, growth.smic, Rounding::half_up),
                           grown_to_euros(beyond_.back().ceiling, growth.ceiling)});
    for (const auto& step : employer.work_accident.steps)
        accident_days_.push_back(step.from);
    for (const GeneralReduction& rule : law.reductions.rules) {
        for (const auto& step : employer.work_accident.steps)
            scales_.emplace_back(rule, step.value);
    }
}

bool PayFigures::differ(Month month) const {
    return known(month) ? rates_.differ(month) : month.month() == 1 || rates_.differ(month);
}

const PayFigures::Figures& PayFigures::of(Month month) const {
    if (known(month))
        return known_[static_cast<std::size_t>(std::max(month - known_from_, 0))];
    return beyond_[static_cast<std::size_t>(month.year() - known_until_.year())];
}

Money PayFigures::smic(Month month) const {
    return of(month).smic;
}

Money PayFigures::ceiling(Month month) const {
    return of(month).ceiling;
}

const ReductionScale& PayFigures::scale(const GeneralReduction& rule, Date date) const {
    const auto place = static_cast<std::size_t>(&rule - law_->reductions.rules.data());
    const auto after = std::ranges::upper_bound(accident_days_, date);
    return scales_[place * accident_days_.size() + static_cast<std::size_t>(after - accident_days_.begin()) - 1];
}

Money PayFigures::reduction_smic(const GeneralReduction& rule, Month month) const {
    return smic(rule.january ? Month(month.year(), 1) : month);
}

Money PayFigures::least_pay(Month month, Rate hours) const {
    constexpr std::int64_t hours_a_year = 1820;
    return times(smic(month) * hours_a_year, hours, Fraction{1, 12 * legal_hours}, Rounding::half_up);
}

}  // namespace msp
