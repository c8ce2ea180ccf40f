// SPDX-License-Identifier: MIT
// What is not in the plan although the budget speaks of it: items of which nothing falls into its days, those that end
// before they do, and payments of the ACI of which nothing is said.
#pragma once

#include <msp/plan/plan.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace msp {

enum class GapKind : std::uint8_t {
    earlier,  // all days lie before the account opens
    later,    // all days lie after the plan
    nothing,  // no day lies in the plan
    ends,     // the plan goes on without it
    aci,      // of a payment of the ACI nothing is said
};

struct Gap {
    GapKind kind = GapKind::nothing;
    ItemIndex item = 0;
    Date day;    // earlier: its last; later: its first; ends: its last in the plan; aci: when it would fall due
    Date limit;  // earlier: when the account opens; aci: the last day of the ACI in the plan; else the plan's last day
    Part part = Part::whole;  // of the ACI
    std::int16_t year = 0;
    bool said = false;  // ends: by the until of a yearly grant
    Span place;
};

// The days that a budget plans: from the first account's opening to the end of its forecast, without an as-of day in
// the month of which it begins where nothing else is said.
[[nodiscard]] Window plan_window(const Budget& budget, std::optional<Date> as_of);

// By item. `outcomes` are those of movements() in a window that holds `plan`.
[[nodiscard]] std::vector<Gap> find_gaps(const Case& of, const std::vector<Outcome>& outcomes, const Window& plan);
// The payments of the ACI among them, of any days.
[[nodiscard]] std::vector<Gap> aci_gaps(const Case& of, const Window& days);

// A warning for each that nobody said, with the place of the scenario that has it; one for all that lies before the
// account opens. `told` are those of the base, of which no scenario warns again.
[[nodiscard]] Diagnostics gap_warnings(const Budget& budget, std::string_view scenario, const std::vector<Gap>& gaps,
                                       const std::vector<Gap>& told);

}  // namespace msp
