// SPDX-License-Identifier: MIT
// Contracts and due days as sheets. The columns of the latter are those that sheet_ics() asks for.
#pragma once

#include <msp/calendar/due_days.hpp>
#include <msp/report/sheet.hpp>

#include <string>
#include <vector>

namespace msp {

// Of a case.
struct CalendarResult {
    const Budget* budget = nullptr;
    std::string scenario = "base";
    std::string label = {};
    std::optional<EntityIndex> entity = {};  // the only one that was asked for
    std::vector<DueDay> days = {};
    std::vector<ContractState> contracts = {};
};

// Its label, and its id where another contract has the same label.
[[nodiscard]] std::string contract_name(const Budget& budget, const Contract& contract);
// What programs that import it show it as.
[[nodiscard]] std::string calendar_name(const CalendarResult& result, Language language);

// A row a day.
[[nodiscard]] Sheet calendar_sheet(const std::vector<CalendarResult>& results, Language language);
// A row a contract.
[[nodiscard]] Sheet contracts_sheet(const std::vector<CalendarResult>& results, Language language);

}  // namespace msp
