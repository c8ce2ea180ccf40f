// SPDX-License-Identifier: MIT
// The engines of planned lines (expenses, incomes, transfers) and of grants. Each hands over the movements on whose day
// the account moves within the window, in order of due day.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/law/need.hpp>
#include <msp/model/budget.hpp>
#include <msp/model/trace.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// Amount due: the revised one (rounded half up at each revision), an annual one spread over its cycle, then scaled
// (half up). Both legs of a payment between two of our accounts are handed over.
void line_movements(const Budget& budget, const Line& line, const Window& window, const MovementSink& sink,
                    Trace* trace);

// A receipt in the state called or notified whose day has passed, on the as-of day or before the account opens, without
// being paid: one warning a line.
void check_line(const Budget& budget, const Line& line, std::optional<Date> as_of, Diagnostics& diagnostics);

// A payment from one of our accounts to another up to the last day that is over before one of the two opens, and not
// before the other: its opening is taken to have that money. One warning a line.
void check_openings(const Budget& budget, const Line& line, Date last, Diagnostics& diagnostics);

// Shares rounded half up (cut, where that would be more than there is), the last or the rest taking the difference; an
// aid, by the terms in force when each year of its contract begins, due on that year's last day; then scaled (half up).
void grant_movements(const Budget& budget, const Law& law, const Grant& grant, const Window& window,
                     const MovementSink& sink, Trace* trace);

// The day on which more would come if what has an end had none: one more of a list of amounts after its widest gap
// (nothing where the user gives `until`, or of what is bought once), the next award of a yearly grant, the first year
// of a contract that an aid does not pay. Nothing for what goes on, or comes once.
[[nodiscard]] std::optional<Date> day_after_end(const Budget& budget, const Line& line);
[[nodiscard]] std::optional<Date> day_after_end(const Law& law, const Grant& grant);

// The aids that the grants ask for.
[[nodiscard]] LawNeeds grant_needs(const Budget& budget);

// An aid that is not there, not public, closed, or of which something is not said: errors. A notified instalment whose
// day has passed, on the as-of day or before the account opens, without being paid: a warning.
void check_grant(const Budget& budget, const Law& law, const Grant& grant, std::optional<Date> as_of,
                 Diagnostics& diagnostics);

}  // namespace msp
