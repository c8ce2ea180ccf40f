// SPDX-License-Identifier: MIT
#include <msp/distribution/distributed.hpp>
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
        state.booked = state.advances;
        typed[opening.member] = true;
    }
}

}  // namespace

std::vector<AccountCredit> account_credits(const Budget& budget, EntityIndex entity) {
    std::vector<AccountCredit> credits;
    for (std::size_t i = 0; i < budget.distributions.size(); ++i) {
        const Distribution& of = budget.distributions[i];
        if (of.entity != entity || of.as != PaidAs::current_account || of.alternative)
            continue;
        Diagnostics told;  // by the checker
        const std::optional<Distributed> found = distributed(budget, i, told);
        if (!found)
            continue;
        for (const Payment& payment : payments_of(budget, *found))
            credits.push_back(
                {found->beneficiaries[payment.beneficiary].member, payment.date, payment.exercise, payment.amount});
    }
    return credits;
}

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
    ThirdPartyCalls third_parties = third_party_calls(budget, *voted, entity, exercise, *earlier);
    std::vector<Money> credited(budget.members.size());
    for (const AccountCredit& credit : account_credits(budget, entity)) {
        if (credit.exercise == exercise)
            credited[credit.member] += credit.amount;
    }
    Settlement settlement = settle(budget, calls, *real, entity, exercise, before, credited, third_parties.all());
    return SettledExercise{std::move(charges), std::move(*voted),        std::move(*real),
                           std::move(calls),   std::move(third_parties), std::move(settlement)};
}

std::optional<std::int16_t> accounts_since(const Budget& budget, EntityIndex entity, std::int16_t exercise) {
    std::optional<std::int16_t> first;
    const auto begin = [&](std::int16_t of) {
        if (of <= exercise)
            first = std::min(first.value_or(of), of);
    };
    for (const AccountOpening& opening : budget.openings) {
        if (opening.entity == entity)
            begin(budget.exercise_of(opening.date, entity));
    }
    for (const AccountCredit& credit : account_credits(budget, entity))
        begin(credit.exercise);
    return first;
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
