// SPDX-License-Identifier: MIT
// What third parties are asked for of the shared charges. Whose money is an income of the budget pays as that says; the
// others are called with the members, by equal instalments of their share, and these are planned where the members'
// calls are.
#pragma once

#include <msp/charges/calls.hpp>
#include <msp/plan/charged.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace msp {

struct ThirdPartyCalls {
    std::vector<Call> calls;
    std::vector<Call> incomes;  // what incomes of the budget bring in the exercise, of no line

    [[nodiscard]] std::vector<Call> all() const;
};

[[nodiscard]] ThirdPartyCalls third_party_calls(const Budget& budget, const ExerciseShares& voted, EntityIndex entity,
                                                std::int16_t exercise, std::span<const EarlierShares> earlier = {});

// Whether it is what one of them pays.
[[nodiscard]] bool is_of_third_party(const Budget& budget, const Item& income);
// The incomes of accounts of the entity that are what a third party pays.
[[nodiscard]] std::vector<const Line*> incomes_of(const Budget& budget, const ThirdParty& party, EntityIndex entity);

}  // namespace msp
