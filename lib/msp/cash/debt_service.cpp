// SPDX-License-Identifier: MIT
#include <msp/cash/debt_service.hpp>
#include <msp/plan/charged.hpp>

#include <algorithm>

namespace msp {
namespace {

bool borrows(const Budget& budget, EntityIndex entity) {
    return std::ranges::any_of(budget.loans,
                               [&](const Loan& loan) { return budget.banks[loan.bank].entity == entity; });
}

std::vector<DebtYear> years_of(const Budget& budget, EntityIndex entity, const Period& days) {
    std::vector<DebtYear> years;
    for (std::int16_t exercise = budget.exercise_of(days.first, entity);
         exercise <= budget.exercise_of(days.last, entity); ++exercise) {
        const Window whole = days_of(budget, exercise, entity);
        DebtYear year;
        year.entity = entity;
        year.exercise = exercise;
        year.days = {std::max(whole.first, days.first), std::min(whole.last, days.last)};
        year.cut = year.days.first != whole.first || year.days.last != whole.last;
        years.push_back(year);
    }
    return years;
}

void add(DebtYear& year, const Movement& movement) {
    if (movement.origin != Origin::loan) {
        if (!is_in_result(movement.nature)) {
            year.other += movement.amount;
            return;
        }
        (movement.side == Side::receipts ? year.receipts : year.payments) += movement.amount;
        return;
    }
    if (movement.part == Part::drawdown) {
        year.drawn += movement.amount;
    } else if (movement.part == Part::interest) {
        year.interest -= movement.amount;
    } else if (movement.part == Part::insurance) {
        year.insurance -= movement.amount;
    } else if (movement.part == Part::fees) {
        year.fees -= movement.amount;
    } else {
        year.unsplit = year.unsplit || movement.part != Part::principal;
        year.principal -= movement.amount;
    }
}

}  // namespace

Money DebtYear::available() const {
    return receipts + payments;
}

Money DebtYear::service() const {
    return principal + interest + insurance + fees;
}

Money DebtYear::left() const {
    return available() - service();
}

std::optional<Quotient> DebtYear::cover() const {
    if (service() == Money())
        return std::nullopt;
    return Quotient(available().cents(), service().cents());
}

std::vector<DebtYear> debt_service(const Budget& budget, std::span<const Movement> movements, const Period& days) {
    std::vector<DebtYear> years;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        if (!borrows(budget, entity))
            continue;
        std::vector<DebtYear> own = years_of(budget, entity, days);
        for (const Movement& movement : movements) {
            const bool inside = movement.counterpart != no_bank && budget.banks[movement.counterpart].entity == entity;
            if (budget.banks[movement.bank].entity == entity && !inside)
                add(own[static_cast<std::size_t>(budget.exercise_of(movement.date, entity) - own.front().exercise)],
                    movement);
        }
        years.insert(years.end(), own.begin(), own.end());
    }
    return years;
}

}  // namespace msp
