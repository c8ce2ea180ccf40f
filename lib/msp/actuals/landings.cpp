// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_moves.hpp>
#include <msp/actuals/landings.hpp>
#include <msp/cash/projection.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>

namespace msp {

void Landings::add(Money Landed::*planned) {
    for (const RolledEntity& each : books_.entities()) {
        const Window days = days_of(budget_, exercise_of(each.entity), each.entity);
        add_plan(each, days, planned);
        add_fees(each.entity, days, planned);
        if (case_.booked.any())
            add_before(each.entity, days);
    }
}

void Landings::add_plan(const RolledEntity& entity, const Window& days, Money Landed::*planned) {
    PlanOptions options;
    options.before_opening = true;
    options.count = count_;
    (void)movements(case_, options, days, [&](const Movement& movement) {
        const bool booked = case_.booked.any() && movement.date <= entity.until;
        if (budget_.banks[movement.bank].entity != entity.entity || (booked && came_before(movement)) ||
            is_in_opening(movement))
            return;
        at(movement.item, movement.bank).*(booked && movement.actual ? &Landed::actual : planned) += movement.amount;
    });
}

// What an overdraft costs follows from the balances, not from the plan.
void Landings::add_fees(EntityIndex entity, const Window& days, Money Landed::*planned) {
    if (std::ranges::none_of(
            budget_.banks, [&](const Bank& bank) { return bank.entity == entity && bank.overdraft_rate.has_value(); }))
        return;
    PlanOptions options;
    options.count = count_;
    (void)project(case_, options, days, [&](const Movement& movement) {
        if (movement.origin == Origin::fee && !movement.actual && days.holds(movement.date) &&
            budget_.banks[movement.bank].entity == entity)
            at(movement.item, movement.bank).*planned += movement.amount;
    });
}

void Landings::add_before(EntityIndex entity, const Window& days) {
    for (const BookedAmount& each : books_.before()) {
        if (budget_.banks[each.move.bank].entity == entity && days.holds(each.move.date))
            at(item_of(budget_, each.move), each.move.bank).actual += each.move.amount;
    }
}

// Of what was planned for days before a typed balance the books know what came.
bool Landings::came_before(const Movement& planned) const {
    const Bank& bank = budget_.banks[planned.bank];
    return planned.date < bank.date && std::ranges::any_of(books_.before(), [&](const BookedAmount& each) {
               return budget_.banks[each.move.bank].entity == bank.entity;
           });
}

// What is paid to an account that opens later is in what it is typed to open with, as in the plan.
bool Landings::is_in_opening(const Movement& planned) const {
    return planned.before_opening && planned.date < budget_.banks[planned.bank].date &&
           books_.opens_later(planned.bank);
}

std::int16_t Landings::exercise_of(EntityIndex entity) const {
    return budget_.exercise_of(books_.of(entity)->until, entity);
}

Landed& Landings::at(ItemIndex item, BankIndex bank) {
    const EntityIndex entity = budget_.banks[bank].entity;
    Landed& landed = landed_[{entity, item, bank}];
    landed.entity = entity;
    landed.exercise = exercise_of(entity);
    landed.item = item;
    landed.bank = bank;
    return landed;
}

std::vector<Landed> Landings::all() const {
    std::vector<Landed> all;
    for (const auto& [key, landed] : landed_)
        all.push_back(landed);
    return all;
}

}  // namespace msp
