// SPDX-License-Identifier: MIT
// A year's remuneration added up by class and by axis, and what other texts would have paid for it.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

// Points and euros of several lines.
struct AciSum {
    Quotient points;
    Quotient points_max;
    Money amount;
    Money missed;
    bool pays = false;  // one of them is due, or has points

    [[nodiscard]] Money most() const;
};
[[nodiscard]] AciSum sum_of_class(const AciRemuneration& paid, AciClass kind);
[[nodiscard]] AciSum sum_of_axis(const AciRemuneration& paid, std::size_t axis);

// The same year under several texts: an indicator's line under each, null where a text does not have it.
struct AciComparedLine {
    std::string indicator;
    std::vector<const AciLine*> lines;
    bool pays = false;  // under one of them
    Money difference;   // the last text's amount less the first one's
};
// In the order of the first text that has them.
[[nodiscard]] std::vector<AciComparedLine> compared_lines(const std::vector<const AciRemuneration*>& texts);
// The last one's less the first one's.
[[nodiscard]] Money difference_of(const std::vector<const AciRemuneration*>& texts, Money AciRemuneration::*amount);

}  // namespace msp
