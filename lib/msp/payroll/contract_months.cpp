// SPDX-License-Identifier: MIT
#include <msp/payroll/contract_months.hpp>
#include <msp/payroll/year_sums.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace msp {
namespace {

std::int64_t days_of(Month month) {
    return month.last() - month.first() + 1;
}

}  // namespace

const Timeline<Money>& minimum_of(const Post& post, const Employer& employer) {
    return post.minimum.steps.empty() ? employer.minimum : post.minimum;
}

Money contract_pay(const Post& post, Date date) {
    const auto& steps = post.gross.steps;
    std::size_t step = 0;
    while (step + 1 < steps.size() && steps[step + 1].from <= date)
        ++step;
    Money pay = steps[step].value;
    for (const Raise& raise : post.raises) {
        if (raise.date > date || raise.date <= steps[step].from)
            continue;
        pay = raise.rate ? grown(pay, *raise.rate, Rounding::half_up) : pay + raise.amount.value_or(Money());
    }
    if (!post.hourly)
        return pay;
    return times(pay * post.weeks, *post.hours.on(date), Fraction{1, months_a_year}, Rounding::half_up);
}

LeastPay least_pay(const Post& post, const Employer& employer, const PayFigures& figures, Date date, Rate hours) {
    LeastPay least = {figures.least_pay(Month::of(date), hours), false};
    if (const Money* minimum = minimum_of(post, employer).on(date)) {
        const Money agreed = times(*minimum, hours, Fraction{1, legal_hours}, Rounding::half_up);
        if (agreed > least.amount)
            least = {agreed, true};
    }
    return least;
}

const std::vector<Date>& ContractMonths::parts(const PayMonth& month) {
    std::vector<Date>& starts = starts_;
    starts.assign(1, month.first);
    const auto add = [&](Date date) {
        if (month.first < date && date <= month.last)
            starts.push_back(date);
    };
    post_.each_change(add);
    for (const auto& step : minimum_of(post_, employer_).steps)
        add(step.from);
    for (const PostAbsence& absence : post_.absences) {
        add(absence.unpaid_from());
        add(absence.until + 1);
    }
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

void ContractMonths::add_to(MonthPay& pay, const PayMonth& found) {
    const std::vector<Date>& starts = parts(found);
    const std::int64_t whole = days_of(found.month);
    Quotient cents;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (is_unpaid(starts[i]))
            continue;
        const Date end = i + 1 < starts.size() ? starts[i + 1] - 1 : found.last;
        const Quotient part(end - starts[i] + 1, whole);
        const Rate hours = *post_.hours.on(starts[i]);
        cents += Quotient(lifted(starts[i], hours).cents()) * part;
        pay.presence += Quotient(hours) / Quotient(legal_hours) * part;
    }
    pay.contract = rounded(cents, Rounding::half_up);
    for (const PostAbsence& absence : post_.absences) {
        if (absence.withheld && Month::of(absence.from) == found.month)
            withhold(*absence.withheld, pay);
    }
}

void ContractMonths::withhold(Money amount, MonthPay& pay) {
    const Money whole = pay.contract;
    if (whole == Money())
        return;
    pay.contract = std::max(Money(), whole - amount);
    pay.presence = pay.presence * Quotient(pay.contract.cents(), whole.cents());
}

bool ContractMonths::is_unpaid(Date date) const {
    return std::ranges::any_of(post_.absences, [date](const PostAbsence& absence) {
        return absence.unpaid_from() <= date && date <= absence.until;
    });
}

Money ContractMonths::lifted(Date date, Rate hours) {
    const Money agreed = contract_pay(post_, date);
    const LeastPay least = least_pay(post_, employer_, figures_, date, hours);
    if (agreed >= least.amount)
        return agreed;
    if (lifts_.empty() || lifts_.back().after != least.amount)
        lifts_.push_back({date, least.convention, agreed, least.amount});
    return least.amount;
}

}  // namespace msp
