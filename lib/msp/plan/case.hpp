// SPDX-License-Identifier: MIT
// One case of a budget, the base or one of its scenarios: what is asked of a plan is asked of a case.
#pragma once

#include <msp/aci/reckoning.hpp>
#include <msp/law/law.hpp>
#include <msp/loans/loans.hpp>
#include <msp/model/budget.hpp>
#include <msp/payroll/payroll.hpp>
#include <msp/plan/booked.hpp>
#include <msp/plan/planned_calls.hpp>
#include <msp/plan/post_costs.hpp>

#include <string>
#include <utility>
#include <vector>

namespace msp {

// With the rules that it needs, which have to outlive it, and with what is computed of it once, whatever is asked then.
// It may be moved, not copied.
struct Case {
    Case(Budget read, const Law& rules) : Case(std::move(read), rules, Planned()) {
        reckon_post_costs(budget, rules, payroll);
        plan_calls(budget, of_calls);
        plan_distributions(budget, of_calls);
    }
    // The budget of a case with something changed in it: what is called and distributed stays as it was planned.
    [[nodiscard]] static Case changed(Budget budget, const Law& rules) { return {std::move(budget), rules, Planned()}; }

    std::string scenario = "base";
    std::string label;
    Budget budget;
    const Law* law;
    AciReckoning aci;
    KeptPayroll payroll;
    std::vector<LoanReckoning> loans;  // as the budget has them
    Diagnostics of_calls;              // and distributions that are planned
    BookedPlan booked;                 // where the books are read too

 private:
    struct Planned {};
    Case(Budget with, const Law& rules, Planned /*already*/)
        : budget(std::move(with)), law(&rules), aci(budget, rules), loans(budget.loans.begin(), budget.loans.end()) {}
};

}  // namespace msp
