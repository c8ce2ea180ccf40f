// SPDX-License-Identifier: MIT
// All engines and their order: the one place that turns a budget into movements.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/need.hpp>
#include <msp/model/trace.hpp>
#include <msp/plan/case.hpp>

#include <optional>
#include <vector>

namespace msp {

// Which receipts count, also those that another of our entities pays. Payments always do, and so does what an entity
// moves between its own accounts.
enum class Count : std::uint8_t {
    certain,   // neither hoped for nor assumed
    notified,  // everything but what is hoped for
    hoped,     // everything
};

struct PlanOptions {
    Count count = Count::notified;
    Delay aci_late = {};                 // moves what is still to come of the ACI
    std::optional<ItemIndex> only = {};  // one line of the plan
    bool before_opening = false;  // with what falls due before its account opens: a budget is of the whole exercise
    std::optional<Month> pay_until =
        {};  // months of posts after it are not asked for; without it those of the window are
};

// Plans end with this year, so that any delay stays within the calendar.
inline constexpr int last_plan_year = 2190;
[[nodiscard]] inline Date last_plan_day() {
    return Month(last_plan_year, 12).last();
}

// What the engines need of the rules to plan a budget.
[[nodiscard]] LawNeeds plan_needs(const Budget& budget);

// Hoped-for or assumed money. Of a payment between two entities, the side of the one who receives it.
[[nodiscard]] bool is_uncertain(const Budget& budget, const Movement& movement);

// What an item brings in the window, hoped-for money included whatever counts.
struct Outcome {
    std::uint32_t movements = 0;
    Date first;
    Date last;

    void add(Date date);
};

// Every movement on whose day its account moves, within the window and not before the account's first day. In no
// particular order of days; those of one day in the order of the file once sorted by item. What each item brought, by
// item.
std::vector<Outcome> movements(const Case& of, const PlanOptions& options, const Window& window,
                               const MovementSink& sink, Trace* trace = nullptr);

// What no single table of the file shows: contradictions that only the engines see, and money that should have come by
// the as-of day, where one is given.
void check_plan(const Case& of, std::optional<Date> as_of, Diagnostics& diagnostics);
// And what should have come before an account opens; not asked where books tell whether it did.
void check_before_opening(const Case& of, Diagnostics& diagnostics);

}  // namespace msp
