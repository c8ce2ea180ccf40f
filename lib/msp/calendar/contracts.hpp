// SPDX-License-Identifier: MIT
// The days of contracts: when a term ends, and by when notice has to be given so that it ends then. Notice of three
// months for 31 December is given on 30 September at the latest: what is left after that day is the whole of it.
#pragma once

#include <msp/model/budget.hpp>
#include <msp/model/movement.hpp>
#include <msp/plan/plan.hpp>

#include <optional>
#include <vector>

namespace msp {

struct ContractEnd {
    Date end;                       // the last day of a term
    std::optional<Date> notice_by;  // the last day to give notice of it
    int term = 1;                   // the first is the one whose end is typed
};

// Terms that end within the days, or of which notice has to be given within them, the first first.
[[nodiscard]] std::vector<ContractEnd> ends_in(const Contract& contract, const Window& days);

// How a contract stands on a day.
struct ContractState {
    std::size_t contract = 0;
    std::optional<Date> end;           // of the term that goes on; the last one of what is over
    bool over = false;                 // it ended before the day
    std::optional<ContractEnd> next;   // the first end that notice can still be given for, where any has to be
    std::optional<Date> leaves;        // of a contract without end: the first day that it can end on
    std::optional<std::int32_t> days;  // from the day to next_day()
    std::optional<Money> amount;       // what its line does in the twelve months from the day on

    // What happens next that somebody has to know before: the last day to give notice, else the end.
    [[nodiscard]] std::optional<Date> next_day() const;
    // Whether the term that goes on ends within the days.
    [[nodiscard]] bool ends_in(const Window& window) const { return !over && end && window.holds(*end); }
};
// Of all contracts, in the order of the file. Amounts are those of the plan that is asked for, in the plan's signs;
// capital that a loan brings is none.
[[nodiscard]] std::vector<ContractState> contract_states(const Case& of, const PlanOptions& options, Date day);

// Those of which next_day() is one of these days, or whose term ends on one of them: what renews itself then is told
// though notice of it can no longer be given.
[[nodiscard]] std::vector<ContractState> within(const std::vector<ContractState>& states, const Window& days);

}  // namespace msp
