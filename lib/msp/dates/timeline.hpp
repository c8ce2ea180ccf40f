// SPDX-License-Identifier: MIT
// A value that changes: each holds from its day on, until the next one.
#pragma once

#include <msp/dates/date.hpp>

#include <vector>

namespace msp {

template <typename T>
struct Timeline {
    struct Step {
        Date from;
        T value;

        friend bool operator==(const Step&, const Step&) = default;
    };
    std::vector<Step> steps;  // by day, no two of one

    // Null before the first.
    [[nodiscard]] const T* on(Date date) const {
        const T* found = nullptr;
        for (const Step& step : steps) {
            if (step.from <= date)
                found = &step.value;
        }
        return found;
    }

    friend bool operator==(const Timeline&, const Timeline&) = default;
};

}  // namespace msp
