// SPDX-License-Identifier: MIT
#include <msp/loans/periods.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace msp {
namespace {

bool first_is_on_the_due_day(const Loan& loan) {
    return Month::of(loan.first).day(loan.due_day) == loan.first;
}

// The interest of an existing loan has run since the due day before the first one, whatever later day its capital is
// known of.
bool runs_since_due_day_before(const Loan& loan) {
    return loan.existing && loan.start >= due_day(loan, -1, {});
}

bool first_period_is_regular(const Loan& loan) {
    return runs_since_due_day_before(loan) || loan.start == due_day(loan, -1, {}) ||
           add_months(loan.start, loan.period) == loan.first;
}

}  // namespace

Date due_day(const Loan& loan, int k, const Delay& delay) {
    const int months = k * loan.period + delay.months;
    const bool typed = k <= 0 && !first_is_on_the_due_day(loan);
    const Date due = typed ? add_months(loan.first, months) : (Month::of(loan.first) + months).day(loan.due_day);
    return delayed(due, {0, delay.days, delay.end_of_month});
}

int drawing_instalments(const Loan& loan) {
    int count = 0;
    while (!loan.drawdowns.empty() && count < loan.instalments &&
           due_day(loan, count, {}) <= loan.drawdowns.back().date)
        ++count;
    return count;
}

int deferred_instalments(const Loan& loan) {
    return std::max(loan.deferral == Deferral::none ? 0 : loan.deferred, drawing_instalments(loan));
}

InterestPeriod period_of(const Loan& loan, const std::vector<Date>& dues, int k) {
    // A first day off the due day breaks the second period as well.
    const bool broken = k == 0 ? !first_period_is_regular(loan) : k == 1 && !first_is_on_the_due_day(loan);
    const Date regular_from =
        k == 1 ? delayed(Month::of(loan.first).day(loan.due_day), loan.delay) : due_day(loan, k - 1, loan.delay);
    if (loan.day_count == DayCount::thirty_360) {
        const Fraction regular = {loan.period, 12};
        if (!broken)
            return {regular, regular, false};
        const Date from = k == 0 ? loan.start : loan.first;
        return {{days_of_thirty(from, due_day(loan, k, {})), 360}, regular, true};
    }
    const std::int64_t basis = loan.day_count == DayCount::actual_365 ? 365 : 360;
    const auto place = static_cast<std::size_t>(k);
    const Date drawn = runs_since_due_day_before(loan) ? regular_from : delayed(loan.start, loan.delay);
    const Date from = k == 0 ? drawn : dues[place - 1];
    const Fraction year = {dues[place] - from, basis};
    return {year, broken ? Fraction{dues[place] - regular_from, basis} : year, broken};
}

}  // namespace msp
