// SPDX-License-Identifier: MIT
// Private to the module: the schedule of a loan, and what an explanation needs of the way there.
#pragma once

#include <msp/loans/loans.hpp>
#include <msp/loans/periods.hpp>

#include <vector>

namespace msp {

// A part of the capital as it is drawn.
struct Draw {
    Date typed;
    Date date;
    Money amount;
};

// What the terms come to.
struct LoanSchedule {
    Money capital;
    Money insured;    // the initial capital
    Money amortised;  // the capital after the deferral
    Money annuity;    // the constant instalment, where there is one
    int deferred = 0;
    std::vector<Draw> draws;  // of a new loan
    std::vector<InterestPeriod> periods;
    std::vector<ScheduleRow> rows;
};

// An amount of the loan as the scenario scales it.
[[nodiscard]] Money scaled(const Loan& loan, Money amount);
[[nodiscard]] Money owed_at_start(const Loan& loan, const LoanSchedule& schedule);

// From the terms, or the bank's where there is one. Throws the Errors of loan_schedule().
[[nodiscard]] LoanSchedule schedule_of(const Loan& loan);

}  // namespace msp
