// SPDX-License-Identifier: MIT
// Private to lines: a grant that is a public aid, one payment a year of contract.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/model/funding.hpp>
#include <msp/model/trace.hpp>

namespace msp {

// Both days included. Anniversaries of 29 February are 28 February in other years.
struct ContractYear {
    int number = 1;
    Date first;
    Date last;
};
[[nodiscard]] ContractYear contract_year(Date contract, int number);

// Nothing where the aid, or what it is computed from, is not known.
[[nodiscard]] std::optional<Money> aid_amount(const Law& law, const GrantAid& aid, const ContractYear& year,
                                              Trace* trace);

void check_aid(const Law& law, const GrantAid& aid, Diagnostics& diagnostics);

}  // namespace msp
