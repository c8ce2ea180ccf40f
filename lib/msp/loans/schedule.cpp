// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/loans/schedule.hpp>
#include <msp/money/rate.hpp>
#include <msp/money/split.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace msp {
namespace {

using boost::multiprecision::cpp_int;

constexpr Money one_cent = Money::from_cents(1);

// Promises of the decoder.
void expect_terms(const Loan& loan) {
    const int deferred = loan.deferral == Deferral::none ? 0 : loan.deferred;
    if (loan.instalments < 1 || loan.period < 1 || deferred < 0 || deferred >= loan.instalments)
        throw std::logic_error("loan: count of instalments");
    if (loan.first < loan.start || loan.rate < Rate() || loan.capital.negative() || loan.scale < Rate())
        throw std::logic_error("loan: days or amounts");
}

void expect_in_calendar(const Loan& loan) {
    const YearMonthDay first = loan.first.fields();
    const std::int64_t months = std::int64_t{loan.instalments - 1} * loan.period + loan.delay.months;
    const std::int64_t year = first.year + (first.month - 1 + months) / 12;
    if (year <= Date::last_year)
        return;
    throw Error({Severity::error,
                 "loan.too-long",
                 {tr("{count} {count:instalment goes|instalments go} on until {year}; the calendar ends in {last}"),
                  {{"count", std::int64_t{loan.instalments}}, {"year", year}, {"last", std::int64_t{Date::last_year}}}},
                 loan.place.span,
                 {},
                 Message{tr("check the number of instalments"), {}}});
}

// Where the capital comes in parts.
void expect_drawn(const Loan& loan) {
    const int drawing = drawing_instalments(loan);
    const auto refuse = [&](Message message, Message help, Span span) {
        throw Error({Severity::error, "loan.drawn", std::move(message), span, {}, std::move(help)});
    };
    if (drawing == loan.instalments)
        refuse({tr("all {n} instalments fall due before the last of the capital is drawn, on {day}"),
                {{"n", std::int64_t{drawing}}, {"day", loan.drawdowns.back().date}}},
               {tr("check the number of instalments and the days"), {}}, loan.drawdowns.back().place.span);
    if (loan.deferral != Deferral::none && loan.deferred < drawing)
        refuse({tr("{n} instalments fall due before the last of the capital is drawn, on {day}; {deferred} "
                   "{deferred:is|are} deferred"),
                {{"n", std::int64_t{drawing}},
                 {"day", loan.drawdowns.back().date},
                 {"deferred", std::int64_t{loan.deferred}}}},
               {tr("defer {n} of them"), {{"n", std::int64_t{drawing}}}}, loan.deferral_place.span);
}

[[noreturn]] void throw_never_ends(const Loan& loan, Money annuity, Money interest, Date due) {
    throw Error({Severity::error,
                 "loan.never-ends",
                 {tr("the instalment of {instalment} is less than the interest of {interest} due on {day}"),
                  {{"instalment", annuity}, {"interest", interest}, {"day", due}}},
                 loan.place.span,
                 {},
                 Message{tr("check the rate, the number of instalments and the way days are counted"), {}}});
}

// capital x i / (1 - (1 + i)^-count), i = rate x period / 12, rounded half up. With i = p/q this is the quotient
// capital x p x (p + q)^count / (q x ((p + q)^count - q^count)) of whole numbers. The rate is not zero.
Money exact_annuity(Money capital, Rate rate, int period, int count) {
    cpp_int p = cpp_int(rate.digits()) * period;
    cpp_int q = cpp_int(rate.denominator()) * 12;
    const cpp_int divisor = gcd(p, q);
    p /= divisor;
    q /= divisor;
    const cpp_int growth = pow(cpp_int(p + q), static_cast<unsigned>(count));
    const cpp_int above = p * growth * capital.cents();
    const cpp_int below = q * (growth - pow(q, static_cast<unsigned>(count)));
    const cpp_int result = (2 * above + below) / (2 * below);
    if (result > std::numeric_limits<std::int64_t>::max())
        throw_money_overflow();
    return Money::from_cents(static_cast<std::int64_t>(result));
}

// Never negative nor more than is owed: of a few cents the rounded instalment may be nothing (the last one then takes
// all) or too much (the last ones then are nothing). Under 30/360 the annuity is never below the interest; counted in
// days the interest may exceed it, by a cent of rounding or because the terms do not repay the loan.
Money annuity_principal(const Loan& loan, const LoanSchedule& schedule, std::size_t k, Money outstanding) {
    const Money interest = times(outstanding, loan.rate, schedule.periods[k].regular, Rounding::half_up);
    if (interest - schedule.annuity > one_cent)
        throw_never_ends(loan, schedule.annuity, interest, schedule.rows[k].due);
    return std::clamp(schedule.annuity - interest, Money(), outstanding);
}

Money principal_of(const Loan& loan, const LoanSchedule& schedule, std::size_t k, Money outstanding) {
    const int count = loan.instalments - schedule.deferred;
    const int index = static_cast<int>(k) - schedule.deferred;
    if (index == count - 1)
        return outstanding;
    switch (loan.kind) {
        case LoanKind::constant_instalments:
            if (loan.rate != Rate())
                return annuity_principal(loan, schedule, k, outstanding);
            return instalment(schedule.amortised, count, index);
        case LoanKind::constant_capital:
            return instalment(schedule.amortised, count, index);
        case LoanKind::bullet:
            return {};
    }
    throw std::logic_error("loan: kind");
}

Money insurance_of(const Loan& loan, Money insured, Money outstanding) {
    if (loan.monthly_insurance)
        return scaled(loan, *loan.monthly_insurance * loan.period);
    if (!loan.insurance)
        return {};
    const Money base = loan.insurance_base == InsuranceBase::initial ? insured : outstanding;
    return times(base, *loan.insurance, Fraction{loan.period, 12}, Rounding::half_up);
}

// What has been drawn up to each is scaled, so that the parts make the scaled capital.
std::vector<Draw> draws_of(const Loan& loan) {
    if (loan.existing)
        return {};
    if (loan.drawdowns.empty())
        return {{loan.start, delayed(loan.start, loan.delay), scaled(loan, loan.capital)}};
    std::vector<Draw> draws;
    Money typed;
    for (const DatedAmount& part : loan.drawdowns) {
        const Money before = scaled(loan, typed);
        typed += part.amount;
        draws.push_back({part.date, delayed(part.date, loan.delay), scaled(loan, typed) - before});
    }
    return draws;
}

LoanSchedule frame(const Loan& loan) {
    LoanSchedule schedule;
    schedule.draws = draws_of(loan);
    schedule.deferred = deferred_instalments(loan);
    schedule.capital = scaled(loan, loan.capital);
    schedule.insured = loan.existing ? scaled(loan, loan.initial_capital) : schedule.capital;
    schedule.amortised = schedule.capital;
    return schedule;
}

// Those later than the loan's first day and due up to instalment k; `next` is the first that no period has.
std::vector<Accrual> drawn_in(const Loan& loan, const LoanSchedule& schedule, int k, Date due, std::size_t& next) {
    std::vector<Accrual> drawn;
    const Date typed_due = due_day(loan, k, {});
    for (; next < schedule.draws.size() && schedule.draws[next].typed <= typed_due; ++next) {
        const Draw& draw = schedule.draws[next];
        if (draw.typed == loan.start)
            continue;
        if (loan.day_count == DayCount::thirty_360)
            drawn.push_back({draw.amount, {days_of_thirty(draw.typed, typed_due), 360}});
        else
            drawn.push_back({draw.amount, {due - draw.date, loan.day_count == DayCount::actual_365 ? 365 : 360}});
    }
    return drawn;
}

void lay_out_periods(const Loan& loan, LoanSchedule& schedule) {
    std::size_t next_draw = 0;
    std::vector<Date> dues;
    dues.reserve(static_cast<std::size_t>(loan.instalments));
    schedule.periods.reserve(dues.capacity());
    schedule.rows.reserve(dues.capacity());
    for (int k = 0; k < loan.instalments; ++k) {
        dues.push_back(due_day(loan, k, loan.delay));
        schedule.periods.push_back(period_of(loan, dues, k));
        schedule.periods.back().drawn = drawn_in(loan, schedule, k, dues.back(), next_draw);
        ScheduleRow row;
        row.number = k + 1;
        row.due = dues.back();
        schedule.rows.push_back(row);
    }
}

void begin_amortising(const Loan& loan, LoanSchedule& schedule, Money outstanding) {
    schedule.amortised = outstanding;
    if (loan.kind == LoanKind::constant_instalments && loan.rate != Rate())
        schedule.annuity = exact_annuity(outstanding, loan.rate, loan.period, loan.instalments - schedule.deferred);
}

// On what is owed when the period begins and on what is drawn in it, each rounded half up.
Money interest_of(const Loan& loan, const InterestPeriod& period, Money outstanding) {
    Money interest = times(outstanding, loan.rate, period.year, Rounding::half_up);
    for (const Accrual& part : period.drawn)
        interest += times(part.capital, loan.rate, part.year, Rounding::half_up);
    return interest;
}

LoanSchedule computed(const Loan& loan) {
    expect_terms(loan);
    expect_in_calendar(loan);
    expect_drawn(loan);
    LoanSchedule schedule = frame(loan);
    lay_out_periods(loan, schedule);
    const auto deferred = static_cast<std::size_t>(schedule.deferred);
    Money outstanding = owed_at_start(loan, schedule);
    for (std::size_t k = 0; k < schedule.rows.size(); ++k) {
        ScheduleRow& row = schedule.rows[k];
        const Money interest = interest_of(loan, schedule.periods[k], outstanding);
        const bool added = k < deferred && loan.deferral == Deferral::total;
        (added ? row.capitalised : row.interest) = interest;
        row.insurance = insurance_of(loan, schedule.insured, outstanding);
        for (const Accrual& part : schedule.periods[k].drawn)
            row.drawn += part.capital;
        outstanding += row.drawn;
        if (k == deferred)
            begin_amortising(loan, schedule, outstanding);
        if (k >= deferred)
            row.principal = principal_of(loan, schedule, k, outstanding);
        row.payment = row.principal + row.interest + row.insurance;
        outstanding += row.capitalised - row.principal;
        row.outstanding = outstanding;
    }
    return schedule;
}

// What is left to repay is scaled, and a principal is the step from one to the next: the scaled loan ends at zero if
// the bank's does. What is owed is that less what is still to be drawn. An instalment that the terms do not know
// differs by all of it.
LoanSchedule of_bank(const Loan& loan) {
    const std::vector<ScheduleRow> from_terms =
        loan.instalments == 0 ? std::vector<ScheduleRow>() : computed(loan).rows;
    LoanSchedule schedule = frame(loan);
    schedule.rows.reserve(loan.bank_schedule.size());
    Money left_typed = loan.capital;
    Money left = schedule.capital;
    Money drawn = owed_at_start(loan, schedule);
    for (const BankRow& bank_row : loan.bank_schedule) {
        const std::size_t k = schedule.rows.size();
        left_typed -= bank_row.principal;
        const Money left_before = std::exchange(left, scaled(loan, left_typed));
        ScheduleRow row;
        row.number = static_cast<int>(k) + 1;
        row.due = delayed(bank_row.date, loan.delay);
        const Money drawn_before = std::exchange(drawn, scaled(loan, loan.drawn_by(bank_row.date)));
        row.drawn = drawn - drawn_before;
        row.outstanding = left - schedule.capital + drawn;
        row.principal = left_before - left;
        row.interest = scaled(loan, bank_row.interest);
        row.insurance = scaled(loan, bank_row.insurance);
        row.payment = row.principal + row.interest + row.insurance;
        if (loan.instalments != 0)
            row.difference = row.payment - (k < from_terms.size() ? from_terms[k].payment : Money());
        row.place = bank_row.place.span;
        schedule.rows.push_back(row);
    }
    return schedule;
}

}  // namespace

Money scaled(const Loan& loan, Money amount) {
    return times(amount, loan.scale, Rounding::half_up);
}

Money owed_at_start(const Loan& loan, const LoanSchedule& schedule) {
    if (loan.existing)
        return schedule.capital;
    Money drawn;
    for (const Draw& draw : schedule.draws)
        drawn += draw.typed == loan.start ? draw.amount : Money();
    return drawn;
}

LoanSchedule schedule_of(const Loan& loan) {
    return loan.bank_schedule.empty() ? computed(loan) : of_bank(loan);
}

}  // namespace msp
