// SPDX-License-Identifier: MIT
#include <msp/plan/later.hpp>
#include <msp/plan/post_costs.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace msp {
namespace {

std::vector<std::size_t> left_by(const Budget& budget, Date last) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        const std::optional<Date> left = budget.left_on(i);
        if (budget.person_of(i) == i && left && *left <= last)
            members.push_back(i);
    }
    return members;
}

Date last_day_of_plan(const Budget& budget) {
    const Date begin = budget.from ? std::max(budget.first_day(), budget.from->first()) : budget.first_day();
    return add_months(begin, budget.months) + -1;
}

// Of an exercise; false where a charge has nobody to pay it.
bool add_exercise(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                  const std::vector<std::size_t>& members, LaterCharges& later) {
    const Window days = days_of(budget, exercise, entity);
    const ExerciseCharges charges = exercise_charges(budget, exercise, entity);
    Diagnostics told;  // where that exercise is asked for
    const std::optional<ExerciseShares> shares = shares_of(budget, charges.real, {&days, 1}, told);
    if (!shares)
        return false;
    const bool cash = budget.entities[entity].books == Books::cash;
    for (std::size_t l = 0; l < charges.real.size(); ++l) {
        const ChargedLine& line = charges.real[l];
        const bool said = std::ranges::find(charges.unsaid, line.line) == charges.unsaid.end();
        for (const std::size_t member : members) {
            const Money share = shares->lines[l].exercise.shares[member];
            if (share == Money())
                continue;
            const std::vector<Money> amounts = over_charges(budget, charges.real, days, line, member, share);
            for (std::size_t i = 0; i < amounts.size(); ++i) {
                const Charge& charge = line.charges[i];
                const Date date = cash ? charge.counted.value_or(charge.due) : charge.due;
                if (amounts[i] != Money())
                    later.charges.push_back({member, exercise, line.line, date, amounts[i], said});
            }
        }
    }
    return true;
}

}  // namespace

LaterCharges later_charges(const Budget& budget, EntityIndex entity, std::int16_t exercise) {
    LaterCharges later;
    const std::vector<std::size_t> members = left_by(budget, budget.last_day_of(exercise, entity));
    const Date plan_ends = last_day_of_plan(budget);
    const auto next = static_cast<std::int16_t>(exercise + 1);
    const std::int16_t last = std::max(next, budget.exercise_of(plan_ends, entity));
    for (std::int16_t year = next; year <= last && !members.empty(); ++year) {
        Diagnostics told;
        if (!later.without_pay && !post_costs_known(budget, entity, year, plan_ends, told))
            later.without_pay = year;
        later.last = year;
        if (!add_exercise(budget, entity, year, members, later)) {
            later.unknown = year;
            break;
        }
    }
    std::ranges::stable_sort(later.charges, {},
                             [](const LaterCharge& charge) { return std::tuple(charge.member, charge.date); });
    return later;
}

void add_later(const Budget& budget, const LaterCharges& later, Settlement& settlement) {
    for (const LaterCharge& charge : later.charges) {
        auto own = std::ranges::lower_bound(settlement.members, charge.member, {}, &MemberSettlement::member);
        if (own == settlement.members.end() || own->member != charge.member) {
            MemberSettlement fresh;
            fresh.member = charge.member;
            fresh.left = budget.left_on(charge.member);
            own = settlement.members.insert(own, std::move(fresh));
        }
        own->due_later += charge.amount;
    }
}

}  // namespace msp
