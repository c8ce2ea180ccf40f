// SPDX-License-Identifier: MIT
// What a scenario changes, line by line.
#pragma once

#include <msp/cash/line_sums.hpp>
#include <msp/cash/projection.hpp>

#include <cstddef>
#include <vector>

namespace msp {

// A line that is not the same in every period: its totals over the view, and where what it has brought so far is
// furthest from the base's (money that only comes later makes no difference in the end). What periods begin with, and
// none before them has left, is one of its own before all lines: with it they make the difference of the closings.
struct LineDifference {
    const Budget* budget = nullptr;  // the one that has the item: the base's, where it has it; null of no line
    ItemIndex item = 0;
    Part part = Part::whole;
    Money base = {};
    Money scenario = {};
    Money furthest = {};
    std::size_t furthest_period = 0;

    [[nodiscard]] Money difference() const;
};

// By period, of the accounts: what the first one begins with, and what those hold that open in a later one.
[[nodiscard]] std::vector<Money> begun_with(const Budget& budget, const Projection& projection,
                                            const Selection& selection, const std::vector<Period>& periods);

// A budget's lines over the periods that both are looked at in.
struct LinesOf {
    const Budget& budget;
    const LineSums& sums;
    std::vector<Money> begun;  // by period, as above
};
// Lines are the same where their ids are.
[[nodiscard]] std::vector<LineDifference> differences(const LinesOf& base, const LinesOf& scenario);
[[nodiscard]] Money closing_difference(const PeriodSum& base, const PeriodSum& scenario);
[[nodiscard]] Money total_difference(const std::vector<LineDifference>& lines);

}  // namespace msp
