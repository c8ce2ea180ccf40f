// SPDX-License-Identifier: MIT
#include <msp/loans/loan_explanation.hpp>

#include <utility>

namespace msp {

void LoanExplanation::drawdown(const Draw& draw, const Movement& movement) {
    trace_.clear();
    capital();
    put_off(draw.typed, movement.due);
    step({tr("capital received on {day}"), {{"day", movement.date}}}, movement.amount);
}

void LoanExplanation::fee(const DatedAmount& typed, const Movement& movement) {
    trace_.clear();
    trace_.step({tr("fee of the loan"), {}}, typed.amount, typed.place.span);
    scaled_to(-movement.amount);
    put_off(typed.date, movement.due);
    step({tr("fee paid on {day}"), {{"day", movement.date}}}, movement.amount);
}

void LoanExplanation::part(const Movement& movement, const ScheduleRow& row) {
    trace_.clear();
    if (loan_.bank_schedule.empty())
        terms(movement.part, row);
    else
        bank(movement.part, row);
    paid(movement, row);
}

void LoanExplanation::step(Message what, std::optional<Money> result) {
    trace_.step(std::move(what), result, loan_.place.span);
}

void LoanExplanation::put_off(Date typed, Date due) {
    if (loan_.delay != Delay())
        step({tr("the loan is put off: {typed} becomes {day}"), {{"typed", typed}, {"day", due}}}, std::nullopt);
}

void LoanExplanation::paid(const Movement& movement, const ScheduleRow& row) {
    const Span place = row.place.known() ? row.place : loan_.place.span;
    if (movement.date == movement.due)
        return trace_.step(
            {tr("instalment {number}, paid on {day}"), {{"number", std::int64_t{row.number}}, {"day", movement.date}}},
            movement.amount, place);
    trace_.step({tr("instalment {number}, due on {due}, paid on the business day {day}"),
                 {{"number", std::int64_t{row.number}}, {"due", movement.due}, {"day", movement.date}}},
                movement.amount, place);
}

void LoanExplanation::capital() {
    if (loan_.scale == Rate(1, 0))
        return step({tr("capital of the loan"), {}}, schedule_.capital);
    step({tr("capital of the loan: {capital} × {scale} %, rounded half up to the cent"),
          {{"capital", loan_.capital}, {"scale", Decimal{loan_.scale.percent()}}}},
         schedule_.capital);
}

void LoanExplanation::bank(Part part, const ScheduleRow& row) {
    const BankRow& typed = loan_.bank_schedule[static_cast<std::size_t>(row.number) - 1];
    const bool principal = part == Part::principal;
    const bool interest = part == Part::interest;
    trace_.step({tr("the bank's schedule for {day}"), {{"day", typed.date}}},
                principal  ? typed.principal
                : interest ? typed.interest
                           : typed.insurance,
                row.place);
    if (loan_.scale != Rate(1, 0) && principal)
        step({tr("the capital owed before and after it × {scale} %, each rounded half up to the cent: the "
                 "difference"),
              {{"scale", Decimal{loan_.scale.percent()}}}},
             row.principal);
    if (!principal)
        scaled_to(interest ? row.interest : row.insurance);
    if (row.difference != Money())
        step({tr("the bank's instalment of {payment} less the {computed} that the terms give; the bank's wins"),
              {{"payment", row.payment}, {"computed", row.payment - row.difference}}},
             row.difference);
    put_off(typed.date, row.due);
}

void LoanExplanation::terms(Part part, const ScheduleRow& row) {
    const auto k = static_cast<std::size_t>(row.number) - 1;
    const Money outstanding = k == 0 ? owed_at_start(loan_, schedule_) : schedule_.rows[k - 1].outstanding;
    capital();
    put_off(due_day(loan_, row.number - 1, {}), row.due);
    if (part == Part::insurance)
        return insurance(row, outstanding);
    grown(row);
    if (part == Part::interest)
        return all_interest(schedule_.periods[k], outstanding);
    principal(k);
}

void LoanExplanation::grown(const ScheduleRow& row) {
    if (loan_.deferral == Deferral::total && row.number > schedule_.deferred)
        step({tr("capital with the interest of {count} deferred {count:instalment|instalments} added"),
              {{"count", std::int64_t{schedule_.deferred}}}},
             schedule_.amortised);
}

void LoanExplanation::all_interest(const InterestPeriod& period, Money owed) {
    interest(owed, period.year);
    for (const Accrual& part : period.drawn)
        interest(part.capital, part.year);
}

void LoanExplanation::interest(Money outstanding, Fraction year) {
    const Money result = times(outstanding, loan_.rate, year, Rounding::half_up);
    if (year.denominator == 12)
        return step({tr("interest: {capital} × {rate} % × {months} / 12, rounded half up to the cent"),
                     {{"capital", outstanding}, {"rate", Decimal{loan_.rate.percent()}}, {"months", year.numerator}}},
                    result);
    step({tr("interest: {capital} × {rate} % × {days} / {year} days, rounded half up to the cent"),
          {{"capital", outstanding},
           {"rate", Decimal{loan_.rate.percent()}},
           {"days", year.numerator},
           {"year", year.denominator}}},
         result);
}

void LoanExplanation::insurance(const ScheduleRow& row, Money outstanding) {
    if (loan_.monthly_insurance)
        return monthly_insurance(row);
    const bool initial = loan_.insurance_base == InsuranceBase::initial;
    step({initial ? tr("insurance: initial capital {capital} × {rate} % × {months} / 12, rounded half up to the "
                       "cent")
                  : tr("insurance: capital owed {capital} × {rate} % × {months} / 12, rounded half up to the "
                       "cent"),
          {{"capital", initial ? schedule_.insured : outstanding},
           {"rate", Decimal{loan_.insurance.value_or(Rate()).percent()}},
           {"months", std::int64_t{loan_.period}}}},
         row.insurance);
}

void LoanExplanation::monthly_insurance(const ScheduleRow& row) {
    step({tr("insurance: {amount} a month × {months}"),
          {{"amount", *loan_.monthly_insurance}, {"months", std::int64_t{loan_.period}}}},
         *loan_.monthly_insurance * loan_.period);
    scaled_to(row.insurance);
}

void LoanExplanation::scaled_to(Money amount) {
    if (loan_.scale != Rate(1, 0))
        step({tr("× {scale} %, rounded half up to the cent"), {{"scale", Decimal{loan_.scale.percent()}}}}, amount);
}

void LoanExplanation::principal(std::size_t k) {
    const ScheduleRow& row = schedule_.rows[k];
    const int count = loan_.instalments - schedule_.deferred;
    const bool constant = loan_.kind == LoanKind::constant_instalments && loan_.rate != Rate();
    if (constant)
        step({tr("constant instalment: {capital} at {rate} % × {months} / 12 each, in {count}, rounded half up to "
                 "the cent"),
              {{"capital", schedule_.amortised},
               {"rate", Decimal{loan_.rate.percent()}},
               {"months", std::int64_t{loan_.period}},
               {"count", std::int64_t{count}}}},
             schedule_.annuity);
    if (row.number == loan_.instalments)
        return step({tr("the last instalment takes all that is still owed"), {}}, row.principal);
    if (!constant)
        return step({tr("capital in equal parts: {capital} / {count}, rounded half up to the cent"),
                     {{"capital", schedule_.amortised}, {"count", std::int64_t{count}}}},
                    row.principal);
    const Fraction regular = schedule_.periods[k].regular;
    const Money outstanding = row.outstanding + row.principal;
    interest(outstanding, regular);
    step(
        {schedule_.periods[k].broken || !schedule_.periods[k].drawn.empty()
             ? tr("principal: {instalment} − {interest}, as in a full period; the instalment differs by the "
                  "interest")
             : tr("principal: {instalment} − {interest}, never more than is owed"),
         {{"instalment", schedule_.annuity}, {"interest", times(outstanding, loan_.rate, regular, Rounding::half_up)}}},
        row.principal);
}

}  // namespace msp
