// SPDX-License-Identifier: MIT
#include <support/shared_charges.hpp>

#include <utility>
#include <vector>

namespace msp::app {

bool shares_anything(const Budget& budget, EntityIndex entity) {
    return !shared_lines(budget, entity).empty();
}

ChargesResult computed(const Case& of, EntityIndex entity, std::int16_t exercise, Grid grid,
                       std::span<const ChargedLine> lines) {
    const Window days = days_of(of.budget, exercise, entity);
    std::vector<Period> shown = {{days.first, days.last}};
    if (grid != Grid::year)
        shown = periods(days.first, days.last, grid);
    std::vector<Window> windows;
    for (const Period& period : shown)
        windows.push_back({period.first, period.last});
    Diagnostics told;  // by the checker
    ExerciseShares shares = shares_of(of.budget, lines, windows, told).value();
    return {&of.budget, of.scenario,      of.label,         entity, exercise, {days.first, days.last},
            grid,       std::move(shown), std::move(shares)};
}

}  // namespace msp::app
