// SPDX-License-Identifier: MIT
// Private to the module: how a movement of a loan came about.
#pragma once

#include <msp/loans/schedule.hpp>
#include <msp/model/movement.hpp>
#include <msp/model/trace.hpp>

#include <cstddef>
#include <optional>

namespace msp {

// Fills the trace for one movement; the amounts are the schedule's own.
class LoanExplanation {
 public:
    LoanExplanation(const Loan& loan, const LoanSchedule& schedule, Trace& trace)
        : loan_(loan), schedule_(schedule), trace_(trace) {}

    void drawdown(const Draw& draw, const Movement& movement);
    void fee(const DatedAmount& typed, const Movement& movement);
    void part(const Movement& movement, const ScheduleRow& row);

 private:
    void step(Message what, std::optional<Money> result);
    void put_off(Date typed, Date due);
    void paid(const Movement& movement, const ScheduleRow& row);
    void capital();
    void bank(Part part, const ScheduleRow& row);
    void terms(Part part, const ScheduleRow& row);
    void grown(const ScheduleRow& row);
    void all_interest(const InterestPeriod& period, Money owed);
    void interest(Money outstanding, Fraction year);
    void insurance(const ScheduleRow& row, Money outstanding);
    void monthly_insurance(const ScheduleRow& row);
    void scaled_to(Money amount);
    void principal(std::size_t k);

    const Loan& loan_;
    const LoanSchedule& schedule_;
    Trace& trace_;
};

}  // namespace msp
