// SPDX-License-Identifier: MIT
// The books of a bank give its movements, its statement what it holds: the two held against each other.
#pragma once

#include <msp/report/actuals_sheets.hpp>

#include <msp-actuals/compared.hpp>
#include <span>

namespace msp::app {

// The statements of the banks of the entity that the exports are of. With --reconcile line by line, and what members
// owe beside it.
void hold_statements(const ComparedBudget& all, const Budget& budget, std::span<const MappedExport> mapped,
                     ActualsResult& result);

}  // namespace msp::app
