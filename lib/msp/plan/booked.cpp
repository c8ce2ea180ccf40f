// SPDX-License-Identifier: MIT
#include <msp/plan/booked.hpp>

#include <algorithm>

namespace msp {

DueKey::DueKey(const Movement& planned)
    : item(planned.item),
      part(planned.part),
      bank(planned.bank),
      member(planned.member),
      occurrence(planned.occurrence),
      due(planned.due),
      came(planned.actual ? planned.date : Date::first()) {}

std::optional<Movement> BookedPlan::rest_of(const Movement& planned, Trace* trace) const {
    const auto found = rests.find(DueKey(planned));
    if (found == rests.end())
        return planned;
    const DueRest& rest = found->second;
    if (rest.open == Money())
        return std::nullopt;
    Movement movement = planned;
    movement.amount = rest.open;
    movement.date = std::max(planned.date, rest.date);
    if (trace != nullptr && rest.came != Money())
        trace->step({tr("less what the books have of it"), {}}, -rest.came);
    if (trace != nullptr && movement.date != planned.date)
        trace->step({tr("due on {due}, not in the books: expected on {date}"),
                     {{"due", planned.date}, {"date", movement.date}}},
                    movement.amount);
    return movement;
}

void BookedPlan::explain(const BookedMove& move, Trace& trace) const {
    trace.clear();
    trace.step({tr("in the books: {file}, line {number}, \"{label}\""),
                {{"file", files[move.file]}, {"number", std::int64_t{move.number}}, {"label", move.label}}},
               move.movement.amount);
    if (move.movement.due != move.movement.date)
        trace.step({tr("of what was due on {due}"), {{"due", move.movement.due}}}, move.movement.amount);
}

}  // namespace msp
