// SPDX-License-Identifier: MIT
// Members' current accounts from exercise to exercise: an opening that is typed, then the balance of each settlement.
#pragma once

#include <msp/charges/settlement.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/third_parties.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// What a distribution credits to a member's current account on a day.
struct AccountCredit {
    std::size_t member = 0;
    Date date;
    std::int16_t exercise = 0;
    Money amount;
};
// Of distributions that are for it; of one that cannot be computed, which distributed() reports, nothing.
[[nodiscard]] std::vector<AccountCredit> account_credits(const Budget& budget, EntityIndex entity);

// An exercise as it was voted, called and really came.
struct SettledExercise {
    ExerciseCharges charges;
    ExerciseShares voted;
    ExerciseShares real;
    std::vector<Call> calls;  // advances among them
    ThirdPartyCalls third_parties;
    Settlement settlement;
};
// Nothing where nobody pays one of the charges, which is reported.
[[nodiscard]] std::optional<SettledExercise> settled_exercise(const Budget& budget, EntityIndex entity,
                                                              std::int16_t exercise,
                                                              const std::vector<AccountState>& before,
                                                              Diagnostics& diagnostics);

// The exercise of the first opening that is typed, or of the first distribution to a current account, not after this
// one; nothing where there is none.
[[nodiscard]] std::optional<std::int16_t> accounts_since(const Budget& budget, EntityIndex entity,
                                                         std::int16_t exercise);

// What the accounts held on the first morning of the exercise, by member; nothing where none are kept. Whoever has no
// opening that is typed began with nothing; one that is typed later wins over what is reckoned.
[[nodiscard]] std::vector<AccountState> accounts_before(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                                                        Diagnostics& diagnostics);

}  // namespace msp
