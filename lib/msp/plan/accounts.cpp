// SPDX-License-Identifier: MIT
#include <msp/plan/accounts.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

void type_openings(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                   std::vector<AccountState>& accounts) {
    std::vector<bool> typed(accounts.size());
    for (const AccountOpening& opening : budget.openings) {
        if (opening.entity != entity || budget.exercise_of(opening.date, entity) != exercise)
            continue;
        AccountState& state = accounts[opening.member];
        if (opening.kind == CallKind::charge) {
            state.account = opening.amount;
            continue;
        }
        // Reserve and works together.
        state.advances = typed[opening.member] ? state.advances + opening.amount : opening.amount;
        typed[opening.member] = true;
    }
}

}  // namespace

std::optional<SettledExercise> settled_exercise(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                                                const std::vector<AccountState>& before, Diagnostics& diagnostics) {
    const Window days = days_of(budget, exercise, entity);
    ExerciseCharges charges = exercise_charges(budget, exercise, entity);
    std::optional<ExerciseShares> voted = shares_of(budget, charges.voted, {&days, 1}, diagnostics);
    const auto earlier = earlier_shares(budget, charges.earlier, days, diagnostics);
    std::optional<ExerciseShares> real = shares_of(budget, charges.real, {&days, 1}, diagnostics);
    if (!voted || !earlier || !real)
        return std::nullopt;
    std::vector<Call> calls = all_calls_of(budget, *voted, entity, days, *earlier);
    Settlement settlement = settle(budget, calls, *real, entity, exercise, before);
    return SettledExercise{std::move(charges), std::move(*voted), std::move(*real), std::move(calls),
                           std::move(settlement)};
}

std::optional<std::int16_t> accounts_since(const Budget& budget, EntityIndex entity, std::int16_t exercise) {
    for (const AccountOpening& opening : budget.openings) {  // by day
        const std::int16_t of = budget.exercise_of(opening.date, entity);
        if (opening.entity == entity && of <= exercise)
            return of;
    }
    return std::nullopt;
}

std::vector<AccountState> accounts_before(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                                          Diagnostics& diagnostics) {
    const std::optional<std::int16_t> since = accounts_since(budget, entity, exercise);
    if (!since)
        return {};
    std::vector<AccountState> accounts(budget.members.size());
    for (std::int16_t year = *since; true; ++year) {
        type_openings(budget, entity, year, accounts);
        if (year == exercise)
            return accounts;
        const auto settled = settled_exercise(budget, entity, year, accounts, diagnostics);
        if (!settled)
            return {};
        for (const MemberSettlement& member : settled->settlement.members)
            accounts[member.member] = member.closing;
    }
}

}  // namespace msp
