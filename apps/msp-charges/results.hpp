// SPDX-License-Identifier: MIT
// What an answer of msp-charges shows: the shares, calls and settlement of an entity in an exercise, in one case of the
// budget. The checker has seen before that each charge has somebody to pay it.
#pragma once

#include <msp/plan/case.hpp>
#include <msp/plan/charged.hpp>
#include <msp/report/calls_sheets.hpp>
#include <msp/report/comparison_sheets.hpp>
#include <msp/report/entries_sheets.hpp>
#include <support/run.hpp>
#include <support/shared_charges.hpp>

#include <msp-charges/settings.hpp>
#include <span>
#include <vector>

namespace msp::app {

// The as-of day, else the last one of the books that say what is unpaid, else the first bank's date.
[[nodiscard]] Date day_of(const Budget& budget, const ChargesSettings& settings, const Options& options);
// Asked for, else that of this day.
[[nodiscard]] std::int16_t exercise_of(const Budget& budget, EntityIndex entity, const ChargesSettings& settings,
                                       const Options& options);
// Of all cases, entities that share anything, each with its exercise.
template <typename Do>
void each_entity(const std::vector<Case>& cases, const ChargesSettings& settings, const Options& typed, Do todo) {
    for (const Case& one : cases) {
        for (std::size_t i = 0; i < one.budget.entities.size(); ++i) {
            const auto entity = static_cast<EntityIndex>(i);
            if (shares_anything(one.budget, entity))
                todo(one, entity, exercise_of(one.budget, entity, settings, typed));
        }
    }
}
// `earlier` is the budget as it stood before its changes.
[[nodiscard]] CallsResult called(ChargesResult charges, std::vector<EarlierLines> earlier);
[[nodiscard]] SettlementResult settled(const Case& of, EntityIndex entity, std::int16_t exercise);

// For the exercise after this one.
[[nodiscard]] ProposalResult proposed(const Case& of, EntityIndex entity, std::int16_t exercise);

// What each of these keys would change.
[[nodiscard]] ComparisonResult comparison(const Case& of, EntityIndex entity, std::int16_t exercise,
                                          const std::vector<ShareKey>& keys, std::optional<Rate> rise);

// Also of an entity that shares nothing and distributes only.
[[nodiscard]] EntriesResult entered(const Case& of, EntityIndex entity, std::int16_t exercise);

// What only this program needs of a budget is there, and each charge has somebody to pay it.
void check_charges(const Case& of, const ChargesSettings& settings, const Options& options, Diagnostics& diagnostics);
// The same of the distributions of the ACI money.
void check_distributions(const Case& of, const ChargesSettings& settings, const Options& options,
                         Diagnostics& diagnostics);

}  // namespace msp::app
