// SPDX-License-Identifier: MIT
#include <msp/dates/business_days.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/loans/loan_explanation.hpp>
#include <msp/loans/loans.hpp>
#include <msp/loans/periods.hpp>
#include <msp/loans/schedule.hpp>

namespace msp {
namespace {

Movement movement_of(const Budget& budget, const Loan& loan, Date due) {
    Movement movement;
    movement.date = due;
    movement.due = due;
    movement.item = loan.item;
    movement.exercise = budget.exercise_of(due, budget.banks[loan.bank].entity);
    movement.bank = loan.bank;
    movement.origin = Origin::loan;
    movement.state = State::planned;
    return movement;
}

void draw(const Budget& budget, const Loan& loan, const LoanSchedule& schedule, const Window& window,
          const MovementSink& sink, Trace* trace) {
    for (std::size_t i = 0; i < schedule.draws.size(); ++i) {
        const Draw& draw = schedule.draws[i];
        Movement movement = movement_of(budget, loan, draw.date);
        movement.amount = draw.amount;
        movement.occurrence = static_cast<std::int32_t>(i);
        movement.part = Part::drawdown;
        movement.nature = Nature::capital;
        movement.side = Side::receipts;
        if (movement.amount == Money() || !window.holds(movement.date))
            continue;
        if (trace != nullptr)
            LoanExplanation(loan, schedule, *trace).drawdown(draw, movement);
        sink(movement);
    }
}

void pay_fees(const Budget& budget, const Loan& loan, const LoanSchedule& schedule, const Window& window,
              const MovementSink& sink, Trace* trace) {
    for (std::size_t i = 0; i < loan.fees.size(); ++i) {
        Movement movement = movement_of(budget, loan, delayed(loan.fees[i].date, loan.delay));
        movement.amount = -scaled(loan, loan.fees[i].amount);
        movement.occurrence = static_cast<std::int32_t>(i);
        movement.part = Part::fees;
        movement.nature = Nature::charge;
        if (movement.amount == Money() || !window.holds(movement.date))
            continue;
        if (trace != nullptr)
            LoanExplanation(loan, schedule, *trace).fee(loan.fees[i], movement);
        sink(movement);
    }
}

void pay(const Budget& budget, const Loan& loan, const LoanSchedule& schedule, const ScheduleRow& row, Date date,
         const MovementSink& sink, Trace* trace) {
    Movement movement = movement_of(budget, loan, row.due);
    movement.date = date;
    movement.occurrence = row.number;
    const auto part = [&](Part which, Nature nature, Money amount) {
        if (amount == Money())
            return;
        movement.part = which;
        movement.nature = nature;
        movement.amount = -amount;
        if (trace != nullptr)
            LoanExplanation(loan, schedule, *trace).part(movement, row);
        sink(movement);
    };
    part(Part::principal, Nature::capital, row.principal);
    part(Part::interest, Nature::charge, row.interest);
    part(Part::insurance, Nature::charge, row.insurance);
}

}  // namespace

Money ScheduleRow::owed_before() const {
    return outstanding + principal - capitalised - drawn;
}

std::vector<ScheduleRow> loan_schedule(const Loan& loan) {
    return schedule_of(loan).rows;
}

LoanReckoning::LoanReckoning(const Loan& loan) : loan_(&loan) {
    try {
        schedule_ = std::make_shared<const LoanSchedule>(schedule_of(loan));
    } catch (const Error& error) {
        error_ = error;
    }
}

const LoanSchedule& LoanReckoning::schedule() const {
    if (error_)
        throw Error(*error_);
    return *schedule_;
}

Window days_of_instalment(const LoanReckoning& reckoning, int number) {
    const Loan& loan = reckoning.loan();
    const std::vector<ScheduleRow>& rows = reckoning.schedule().rows;
    const auto at = static_cast<std::size_t>(number) - 1;
    const Date due = rows.at(at).due;
    if (at > 0)
        return {rows[at - 1].due + 1, due};
    const Date start = delayed(loan.start, loan.delay);
    if (!loan.existing && start < due)
        return {start + 1, due};
    // The bank's own rows say how far they lie apart; what is typed beside them may be the default.
    const std::vector<BankRow>& typed = loan.bank_schedule;
    const int months =
        typed.size() > 1 ? std::max(Month::of(typed[1].date) - Month::of(typed[0].date), 1) : loan.period;
    const Date before = add_months(due, -months);
    return {(loan.existing ? std::min(start, before) : before) + 1, due};
}

void check_loan(const LoanReckoning& reckoning, Diagnostics& diagnostics) {
    try {
        (void)reckoning.schedule();
    } catch (const Error& error) {
        diagnostics.add(error.diagnostic());
        return;
    }
    const Loan& loan = reckoning.loan();
    const int drawing = loan.bank_schedule.empty() ? drawing_instalments(loan) : 0;
    if (drawing == 0 || loan.deferral != Deferral::none || loan.kind == LoanKind::bullet)
        return;
    diagnostics.warning(
        "loan.drawing",
        {tr("{n} {n:instalment falls|instalments fall} due before the last of the capital is drawn, on "
            "{day}: interest alone, and the {left} others repay the capital"),
         {{"n", std::int64_t{drawing}},
          {"day", loan.drawdowns.back().date},
          {"left", std::int64_t{loan.instalments - drawing}}}},
        loan.drawdowns.back().place.span,
        Message{tr("write deferral = {{ kind = \"partial\", instalments = {n} }} if so; else change the "
                   "first day or the number of instalments"),
                {{"n", std::int64_t{drawing}}}});
}

void loan_movements(const Budget& budget, const LoanReckoning& reckoning, const Window& window,
                    const MovementSink& sink, Trace* trace) {
    const Loan& loan = reckoning.loan();
    const LoanSchedule& schedule = reckoning.schedule();
    const Holidays holidays = budget.entities[budget.banks[loan.bank].entity].holidays;
    draw(budget, loan, schedule, window, sink, trace);
    pay_fees(budget, loan, schedule, window, sink, trace);
    for (const ScheduleRow& row : schedule.rows) {
        const Date date = roll(row.due, loan.roll, holidays);
        if (window.holds(date))
            pay(budget, loan, schedule, row, date, sink, trace);
    }
}

void capitalised_interest(const Budget& budget, const LoanReckoning& reckoning, const Window& window,
                          const MovementSink& sink) {
    for (const ScheduleRow& row : reckoning.schedule().rows) {
        if (row.capitalised == Money() || !window.holds(row.due))
            continue;
        Movement movement = movement_of(budget, reckoning.loan(), row.due);
        movement.occurrence = row.number;
        movement.part = Part::interest;
        movement.nature = Nature::charge;
        movement.amount = -row.capitalised;
        sink(movement);
    }
}

}  // namespace msp
