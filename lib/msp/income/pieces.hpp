// SPDX-License-Identifier: MIT
// A plan as books of accruals see it: each amount in the exercise that it is of, whenever it is paid.
#pragma once

#include <msp/cash/projection.hpp>

#include <cstdint>
#include <functional>

namespace msp {

// A movement, or the part of one that is of an exercise.
struct IncomePiece {
    Movement movement;
    bool before_opening = false;  // its day lies before the account opens, so that no plan of cash has it
    bool capitalised = false;     // interest that is added to the capital of its loan: no money moves
};
// Days so many years before the first account opens and after another day, as far as plans go: there is money of an
// exercise that is typed to be paid long before it or after it.
[[nodiscard]] Window around_plan(const Budget& budget, Date until);

using PieceSink = std::function<void(const IncomePiece&)>;

// Of a plan up to that day, with what falls due up to ten years before the first account opens and after that day; pay
// is computed up to that day. What a line is typed to cover is parted by days, unless its exercise is typed;
// interest by the days of its instalment, be it paid or added to the capital; all else is of the exercise that its
// movement names. Overdraft fees follow from a projection and are not among them.
void income_pieces(const Case& of, Count count, Date until, const PieceSink& sink);

}  // namespace msp
