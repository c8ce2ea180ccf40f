// SPDX-License-Identifier: MIT
#include <msp/loans/loans.hpp>

#include <limits>
#include <map>

namespace msp {
namespace {

constexpr Window always = {Date::from_days(std::numeric_limits<std::int32_t>::min()),
                           Date::from_days(std::numeric_limits<std::int32_t>::max())};

void add(LoanYear& year, const Movement& movement) {
    const Money paid = -movement.amount;
    if (movement.part == Part::drawdown) {
        year.drawdown += movement.amount;
        return;
    }
    if (movement.part == Part::principal)
        year.principal += paid;
    else if (movement.part == Part::interest)
        year.interest += paid;
    else if (movement.part == Part::insurance)
        year.insurance += paid;
    else
        year.fees += paid;
    year.payment += paid;
}

}  // namespace

Money LoanYear::owed_before() const {
    return outstanding + principal - capitalised - drawdown;
}

std::vector<LoanYear> loan_years(const Budget& budget, const Loan& loan) {
    std::map<std::int16_t, LoanYear> sums;
    const auto collect = [&](const Movement& movement) { add(sums[movement.exercise], movement); };
    loan_movements(budget, loan, always, collect, nullptr);
    for (const ScheduleRow& row : loan_schedule(loan))
        sums[budget.exercise_of(row.due, budget.banks[loan.bank].entity)].capitalised += row.capitalised;
    Money owed;  // a loan ends at nothing: what it repays beyond what is drawn was owed before
    for (const auto& [exercise, sum] : sums)
        owed += sum.principal - sum.drawdown - sum.capitalised;
    std::vector<LoanYear> years;
    for (std::int16_t exercise = sums.begin()->first; exercise <= sums.rbegin()->first; ++exercise) {
        LoanYear& year = years.emplace_back(sums[exercise]);
        year.exercise = exercise;
        owed += year.drawdown + year.capitalised - year.principal;
        year.outstanding = owed;
    }
    return years;
}

}  // namespace msp
