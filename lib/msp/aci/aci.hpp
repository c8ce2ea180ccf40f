// SPDX-License-Identifier: MIT
// The ACI as typed: the advance and the balance of each exercise as due items. What has come is a fact; what is left of
// an item's amount is planned on its expected day, unless it is closed.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>
#include <msp/model/trace.hpp>

#include <optional>

namespace msp {

// `late` moves what is still to come.
void aci_movements(const Budget& budget, const Delay& late, const Window& window, const MovementSink& sink,
                   Trace* trace);

// What contradicts itself: money expected before the account opens and not received (an error, for it would be lost),
// advance and balance that do not make the year's remuneration; as warnings more received than notified, an advance
// beyond the year's remuneration, and what should have come by the as-of day.
void check_aci(const Budget& budget, std::optional<Date> as_of, Diagnostics& diagnostics);

}  // namespace msp
