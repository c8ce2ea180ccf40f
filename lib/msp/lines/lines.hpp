// SPDX-License-Identifier: MIT
// The engines of planned lines (expenses, incomes, transfers) and of grants. Each hands over the movements on whose day
// the account moves within the window, in order of due day.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>
#include <msp/model/trace.hpp>

#include <optional>

namespace msp {

// Amount due: the revised one (rounded half up at each revision), an annual one spread over its cycle, then scaled
// (half up). Both legs of a payment between two of our accounts are handed over.
void line_movements(const Budget& budget, const Line& line, const Window& window, const MovementSink& sink,
                    Trace* trace);

// Shares rounded half up, the last or the rest taking the difference; then scaled (half up).
void grant_movements(const Budget& budget, const Grant& grant, const Window& window, const MovementSink& sink,
                     Trace* trace);

// A notified instalment whose day has passed, on the as-of day or before the account opens, without being paid: a
// warning.
void check_grant(const Budget& budget, const Grant& grant, std::optional<Date> as_of, Diagnostics& diagnostics);

}  // namespace msp
