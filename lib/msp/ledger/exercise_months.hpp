// SPDX-License-Identifier: MIT
// Private to the module: which months the exercise of an export has.
#pragma once

#include <msp/dates/date.hpp>

#include <cstddef>
#include <map>
#include <optional>

namespace msp {

struct ExerciseMonths {
    Month first;
    Month last;
    bool by_name = false;    // the day that the name closes on says so
    std::size_t inside = 0;  // lines of the year that the name says
    std::size_t all = 0;     // lines
};

// Of the lines by month, of which there are some: the year by the name, if most lines are in it; else the months that
// most lines are in.
[[nodiscard]] ExerciseMonths exercise_months(const std::map<Month, std::size_t>& months, std::optional<Date> closing);

}  // namespace msp
