// SPDX-License-Identifier: MIT
// Loans: the amortisation schedule and its movements. Interest of a period is outstanding capital x nominal rate x
// the period's share of a year (months / 12 under 30/360), rounded half up to the cent; the constant instalment is the
// exact annuity, rounded half up; the last instalment takes the difference in capital. A first period that is not a
// full one has the interest of its days (30E/360 or actual) and the principal and insurance of a full one; the interest
// of an existing loan runs from the due day before its first one. Capital drawn in parts has interest from the day of
// each, and is repaid from the first instalment after the last of them on.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>
#include <msp/model/trace.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace msp {

// One instalment. `payment` is principal + interest + insurance.
struct ScheduleRow {
    int number = 0;  // from 1
    Date due;
    Money principal;
    Money interest;
    Money insurance;
    Money payment;
    Money capitalised;  // interest added to the capital, in a total deferral
    Money outstanding;  // capital owed after it
    Money difference;   // the bank's payment less the computed one, where the bank's schedule wins
    Span place;         // of the bank's row, where it wins
    Money drawn;        // since the instalment before; of the first one, after the loan's first day

    // After the instalment before; of the first one, on the loan's first day.
    [[nodiscard]] Money owed_before() const;
};

// The schedule from the loan's own terms, or the bank's where one is given. Throws Error where the instalment does not
// pay the interest (counted in days) or the last one lies beyond the calendar.
[[nodiscard]] std::vector<ScheduleRow> loan_schedule(const Loan& loan);

struct LoanSchedule;  // the rows, and what an explanation needs of the way there

// A loan with its schedule, computed once for all that is asked of it. Points to the loan, which has to outlive it.
class LoanReckoning {
 public:
    LoanReckoning(const Loan& loan);  // of a loan for one question as well
    [[nodiscard]] const Loan& loan() const { return *loan_; }
    // Throws the Error of loan_schedule().
    [[nodiscard]] const LoanSchedule& schedule() const;

 private:
    const Loan* loan_;
    std::shared_ptr<const LoanSchedule> schedule_;  // null where there is an error
    std::optional<Error> error_;
};

// The days of which an instalment, by its number, has the interest: those after the one before it. Of the first one
// they begin after the money came; of a loan that runs already a period before it, or after its date where that is
// earlier.
[[nodiscard]] Window days_of_instalment(const LoanReckoning& reckoning, int number);

// Every Error of loan_schedule. Instalments that are interest alone since capital is drawn after them, where no
// deferral says so: a warning.
void check_loan(const LoanReckoning& reckoning, Diagnostics& diagnostics);

// Drawdowns (receipts), fees and instalments: principal, interest and insurance as parts, in this order. Deferred total
// interest moves no money.
void loan_movements(const Budget& budget, const LoanReckoning& reckoning, const Window& window,
                    const MovementSink& sink, Trace* trace);

// Interest that a total deferral adds to the capital, due within the window: as movements that no account makes.
void capitalised_interest(const Budget& budget, const LoanReckoning& reckoning, const Window& window,
                          const MovementSink& sink);

// What a loan comes to in a financial year of the borrower, by the due days.
struct LoanYear {
    std::int16_t exercise = 0;
    Money drawdown;
    Money principal;
    Money interest;
    Money insurance;
    Money fees;
    Money payment;  // the four together
    Money capitalised;
    Money outstanding;  // capital owed on its last day

    [[nodiscard]] Money owed_before() const;  // on the last day of the year before
};

// Every year from the first with a movement to the last, also those without any.
[[nodiscard]] std::vector<LoanYear> loan_years(const Budget& budget, const Loan& loan);

}  // namespace msp
