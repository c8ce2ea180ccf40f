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
};
// How long before the plan, and after it, money of its exercises may move.
inline constexpr int months_before_plan = 36;
inline constexpr int months_after_plan = 24;

using PieceSink = std::function<void(const IncomePiece&)>;

// Of a plan up to that day, with what falls due up to three years before the first account opens and two after that
// day; pay is computed up to that day. What a line is typed to cover is parted by days, unless its exercise is typed;
// interest by the days of its instalment; all else is of the exercise that its movement names. Overdraft fees follow
// from a projection and are not among them.
void income_pieces(const Case& of, Count count, Date until, const PieceSink& sink);

}  // namespace msp
