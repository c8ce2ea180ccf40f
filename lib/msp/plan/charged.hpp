// SPDX-License-Identifier: MIT
// What the shared lines of an entity cost in an exercise, and the days that each payment is for.
#pragma once

#include <msp/charges/calls.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// The days of an exercise.
[[nodiscard]] Window days_of(const Budget& budget, std::int16_t exercise, EntityIndex entity);

// Those that a payment of a line is for, which falls due on that day and is of that exercise of the entity.
[[nodiscard]] Window covered_days(const Budget& budget, const Line& line, Date due, std::int16_t exercise,
                                  EntityIndex entity);

// Those of accounts of the entity that have a key, in the order of the file, among them what members share of
// loans and posts.
[[nodiscard]] std::vector<const Line*> shared_lines(const Budget& budget, EntityIndex entity);
[[nodiscard]] std::vector<Line*> shared_lines(Budget& budget, EntityIndex entity);

// Those of accounts of the entity that have a key, in the order of the file, also what falls due before the account
// opens: a budget is of the whole exercise. An expense costs, an income takes off; lines that cost nothing then are
// left out. Books of receipts and payments have a payment in the exercise in which it is made, others in the one that
// it belongs to. A loan costs its interest, insurance and fees, also
// interest that is added to the capital where the books are of accruals; a post all that its employer pays for it.
[[nodiscard]] std::vector<ChargedLine> charged_lines(const Budget& budget, std::int16_t exercise, EntityIndex entity);

// What one of them costs in an exercise, a receipt less than nothing; of any line of an account of the entity.
[[nodiscard]] ChargedLine charged_line(const Budget& budget, const Line& line, std::int16_t exercise,
                                       EntityIndex entity);

// Interest that a loan which members share adds to its capital then, where the books have it as no charge: a warning
// with the amount, since nobody would bear it.
void check_capitalised(const Budget& budget, std::int16_t exercise, EntityIndex entity, Diagnostics& diagnostics);

// Rents that the entity receives in the exercise, of incomes in that category that are no third party's share; third
// parties pay them.
[[nodiscard]] Money rents_received(const Budget& budget, std::int16_t exercise, EntityIndex entity);

// What the budget was before a change that was voted during the exercise.
struct EarlierLines {
    Date until;  // the day of the change
    std::vector<const Line*> changed;
    std::vector<ChargedLine> lines;
};
// By day.
[[nodiscard]] std::vector<EarlierLines> earlier_lines(const Budget& budget, std::int16_t exercise, EntityIndex entity);

// Nothing where nobody pays one of the charges, which is reported.
[[nodiscard]] std::optional<std::vector<EarlierShares>> earlier_shares(const Budget& budget,
                                                                       const std::vector<EarlierLines>& earlier,
                                                                       const Window& days, Diagnostics& diagnostics);

// An exercise that is over: the same lines as they were voted, and as they really came.
struct ExerciseCharges {
    std::vector<ChargedLine> voted;
    std::vector<ChargedLine> real;
    std::vector<EarlierLines> earlier;
    std::vector<const Line*> unsaid;   // of which the budget does not say what they cost: as voted
    std::vector<const Line*> partial;  // of whose payments the last ones that were voted are not said: too cheap so far
    std::vector<const Line*> beyond;   // the same, and yet as dear as was voted, or dearer
};

// Lines that cost anything, in the budget or in what was spent. A cost with its day is for the days that the line says
// of a payment on that day, of a post for the days worked of the planned payment that is nearest to it; the cost of a
// whole exercise is parted over the payments of the budget in their proportion.
[[nodiscard]] ExerciseCharges exercise_charges(const Budget& budget, std::int16_t exercise, EntityIndex entity);

// What the lines would cost in the exercise after `past` as these really came: what the budget says of it, in the
// proportion of what each really cost to what was voted, rounded half up. A line that was not voted costs as it did.
[[nodiscard]] std::vector<ChargedLine> proposed_lines(const Budget& budget, const ExerciseCharges& past,
                                                      std::int16_t exercise, EntityIndex entity);

}  // namespace msp
