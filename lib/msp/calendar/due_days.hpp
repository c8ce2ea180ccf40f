// SPDX-License-Identifier: MIT
// The days that an entity must not forget, for a calendar: evidence to hand in, what falls due of the ACI, of grants,
// loans, contributions, taxes and calls, and the days of contracts. Each has a name of the period that it is of, and
// not of its day, so that a calendar that is imported again is mended where a day moves, and not doubled.
#pragma once

#include <msp/calendar/contracts.hpp>
#include <msp/plan/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

[[nodiscard]] std::string_view id_of(DueKind kind);

struct DueDay {
    DueKind kind = DueKind::aci;
    Date day;
    EntityIndex entity = 0;
    std::optional<ItemIndex> item;
    std::optional<std::size_t> contract;
    Part part = Part::whole;
    std::string label = {};            // of what members are called for; empty: that of the item
    std::int16_t exercise = 0;         // of the ACI, the year that it is for
    std::optional<Money> amount;       // in positive, out negative
    std::optional<State> state;        // of it
    std::optional<Date> end;           // of a contract's term that notice is given for
    std::vector<std::int32_t> alarms;  // each so many days before, the first that rings first
    std::string uid;                   // of all calendars
};

// Of what is planned and has not come, by day, those of one day in the order of the kinds and of the file. What one
// bank is charged at once (principal, interest and insurance of a loan) is one. A call stands on the day that members
// are called on, however late the plan expects them to pay.
[[nodiscard]] std::vector<DueDay> due_days(const Case& of, const PlanOptions& options, const Window& days);

}  // namespace msp
