// SPDX-License-Identifier: MIT
// What no text settles: the choices that a budget made, and what a year would pay by the others.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <vector>

namespace msp {

// Every option as a budget has it, in words marked by tr(): "case_rate = truncated".
[[nodiscard]] std::vector<const char*> chosen_options(const AciOptions& options);

// One option taken otherwise.
struct AciReading {
    const char* chosen;
    const char* other;
    AciCounts counts;  // of that reading
    Money total;
    Money advance;

    // What they are above those of the year.
    [[nodiscard]] Money more(const AciRemuneration& paid) const;
    [[nodiscard]] Money more_advance(const AciRemuneration& paid) const;
};

// Those by which the year's total or its advance would be another.
[[nodiscard]] std::vector<AciReading> other_readings(const AciFacts& facts, const AciRemuneration& paid);

}  // namespace msp
