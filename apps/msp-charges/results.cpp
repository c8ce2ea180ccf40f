// SPDX-License-Identifier: MIT
#include <msp/plan/accounts.hpp>
#include <msp/plan/tried_key.hpp>

#include <algorithm>
#include <msp-charges/distributions.hpp>
#include <msp-charges/results.hpp>
#include <utility>

namespace msp::app {

std::int16_t exercise_of(const Budget& budget, EntityIndex entity, const ChargesSettings& settings,
                         const Options& options) {
    if (settings.exercise)
        return *settings.exercise;
    return budget.exercise_of(day_of(budget, settings, options), entity);
}

Date day_of(const Budget& budget, const ChargesSettings& settings, const Options& options) {
    return options.as_of().value_or(settings.books_end.value_or(budget.banks.front().date));
}

CallsResult called(ChargesResult charges, std::vector<EarlierLines> earlier) {
    const Window days = {charges.days.first, charges.days.last};
    Diagnostics told;  // by the checker
    const auto before = earlier_shares(*charges.budget, earlier, days, told).value();
    std::vector<Call> calls = all_calls_of(*charges.budget, charges.shares, charges.entity, days, before);
    ThirdPartyCalls third_parties =
        third_party_calls(*charges.budget, charges.shares, charges.entity, charges.exercise, before);
    return {std::move(charges), std::move(calls), std::move(third_parties), std::move(earlier)};
}

SettlementResult settled(const Case& of, EntityIndex entity, std::int16_t exercise) {
    Diagnostics told;  // by the checker
    SettledExercise found =
        settled_exercise(of.budget, entity, exercise, accounts_before(of.budget, entity, exercise, told), told).value();
    LaterCharges later = later_charges(of.budget, entity, exercise);
    add_later(of.budget, later, found.settlement);
    const Window days = days_of(of.budget, exercise, entity);
    ChargesResult voted = {&of.budget,
                           of.scenario,
                           of.label,
                           entity,
                           exercise,
                           {days.first, days.last},
                           Grid::year,
                           {{days.first, days.last}},
                           std::move(found.voted)};
    return {
        {std::move(voted), std::move(found.calls), std::move(found.third_parties), std::move(found.charges.earlier)},
        std::move(found.real),
        std::move(found.charges.unsaid),
        std::move(found.charges.partial),
        std::move(found.charges.beyond),
        std::move(found.settlement),
        std::move(later)};
}

ProposalResult proposed(const Case& of, EntityIndex entity, std::int16_t exercise) {
    const auto next = static_cast<std::int16_t>(exercise + 1);
    const ExerciseCharges past = exercise_charges(of.budget, exercise, entity);
    return {settled(of, entity, exercise),
            called(computed(of, entity, next, Grid::year, proposed_lines(of.budget, past, next, entity)), {})};
}

ComparisonResult comparison(const Case& of, EntityIndex entity, std::int16_t exercise,
                            const std::vector<ShareKey>& keys, std::optional<Rate> rise) {
    ComparisonResult result = {
        computed(of, entity, exercise, Grid::year, charged_lines(of.budget, exercise, entity)), {}, {}, rise};
    result.direct = direct_lines(result.now.shares);
    const Window days = {result.now.days.first, result.now.days.last};
    for (const ShareKey& key : keys) {
        const Budget tried = with_key(of.budget, entity, key, result.now.shares);
        Diagnostics told;  // by the checker
        const std::vector<ChargedLine> lines = charged_lines(tried, exercise, entity);
        TriedKey& made = result.keys.emplace_back();
        made.key = key;
        made.comparison = compared(tried, result.now.shares, shares_of(tried, lines, {&days, 1}, told).value());
        if (rise)
            made.transition = transition(made.comparison, *rise);
    }
    return result;
}

EntriesResult entered(const Case& of, EntityIndex entity, std::int16_t exercise) {
    const std::vector<Distributed> distributions = all_distributed(of.budget);
    const SettlementResult result = settled(of, entity, exercise);
    std::vector<JournalEntry> entries = entries_of(of.budget, result.voted.calls, result.settlement, distributions,
                                                   entity, days_of(of.budget, exercise, entity));
    return {&of.budget,
            of.scenario,
            of.label,
            entity,
            exercise,
            std::move(entries),
            !result.partial.empty() || !result.beyond.empty(),
            borne_by_third_parties(of.budget, result.real)};
}

}  // namespace msp::app
