// SPDX-License-Identifier: MIT
// The settlement of an exercise (régularisation): what each member was called and paid, their share of what the lines
// really cost, and what is left over or missing.
#pragma once

#include <msp/charges/calls.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace msp {

struct SettledAmounts {
    Money called;
    Money paid;
    Money share;
    Money deductible;  // of the share, what has been repaid

    // Positive: to the member's credit. Negative: still to pay.
    [[nodiscard]] Money balance() const;

    friend bool operator==(const SettledAmounts&, const SettledAmounts&) = default;
};

[[nodiscard]] SettledAmounts total_of(std::span<const SettledAmounts> all);

struct MemberSettlement {
    std::size_t member = 0;
    std::vector<SettledAmounts> lines;  // as those of the shares
    SettledAmounts total;               // with what rounding the calls added, and paid without a call
    Money advance;                      // paid for reserves and works in the exercise
};

struct Settlement {
    std::vector<MemberSettlement> members;  // who was called, paid or owes anything, in the order of the file
    SettledAmounts total;
    Money advance;
    bool as_called = false;  // no payment is said, so each call counts as paid
};

// `calls` are those of the voted budget, advances among them; `shares` are of what the lines really cost, of the same
// lines. What a member paid is parted over the lines as it was called; of less than the share it is the part of each
// line that can be deducted. Both are split to the cent by largest remainder.
[[nodiscard]] Settlement settle(const Budget& budget, const std::vector<Call>& calls, const ExerciseShares& shares,
                                EntityIndex entity, std::int16_t exercise);

}  // namespace msp
