// SPDX-License-Identifier: MIT
#include <msp/loans/loans.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

using namespace msp;
using boost::multiprecision::cpp_rational;

namespace {

constexpr std::array<int, 4> periods = {1, 3, 6, 12};

// At most twenty years at 12 %, so that counted in days too each instalment pays its interest.
Loan any_loan() {
    Loan loan;
    loan.capital = Money::from_cents(
        *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 2'000), rc::gen::inRange<std::int64_t>(0, 1'000'000'000'00)));
    loan.initial_capital = loan.capital;
    loan.existing = *rc::gen::arbitrary<bool>();
    loan.kind = *rc::gen::element(LoanKind::constant_instalments, LoanKind::constant_capital, LoanKind::bullet);
    loan.rate = Rate(*rc::gen::inRange<std::int64_t>(0, 1'200'001), 7);
    loan.day_count = *rc::gen::element(DayCount::thirty_360, DayCount::actual_365, DayCount::actual_360);
    loan.period = *rc::gen::elementOf(periods);
    loan.instalments = *rc::gen::inRange(1, 240 / loan.period + 1);
    loan.start = Date::from_days(*rc::gen::inRange(20'000, 22'000));
    loan.first = loan.start + *rc::gen::inRange(0, 500);
    loan.due_day = *rc::gen::oneOf(rc::gen::just(loan.first.fields().day), rc::gen::inRange(1U, 32U));
    loan.deferral = *rc::gen::element(Deferral::none, Deferral::partial, Deferral::total);
    loan.deferred = *rc::gen::inRange(0, loan.instalments);
    if (*rc::gen::arbitrary<bool>())
        loan.insurance = Rate(*rc::gen::inRange<std::int64_t>(0, 1'000), 5);
    else if (*rc::gen::arbitrary<bool>())
        loan.monthly_insurance = Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 10'000));
    loan.insurance_base = *rc::gen::element(InsuranceBase::initial, InsuranceBase::outstanding);
    loan.delay.months = *rc::gen::inRange(0, 30);
    loan.delay.days = *rc::gen::inRange(0, 60);
    loan.roll = *rc::gen::element(Roll::none, Roll::next, Roll::previous);
    if (*rc::gen::arbitrary<bool>())
        loan.fees.push_back({loan.start, Money::from_cents(*rc::gen::inRange<std::int64_t>(1, 90'000)), {}});
    return loan;
}

// In up to four parts, all of them well before the last of eight instalments.
void draw_in_parts(Loan& loan) {
    Money left = loan.capital;
    Date date = loan.start;
    for (int parts = *rc::gen::inRange(0, 3); parts > 0; --parts) {
        const Money part = Money::from_cents(*rc::gen::inRange<std::int64_t>(0, left.cents() + 1));
        loan.drawdowns.push_back({date, part, {}});
        left -= part;
        date = date + *rc::gen::inRange(0, 60);
    }
    loan.drawdowns.push_back({loan.drawdowns.empty() ? loan.start : date, left, {}});
}

// Some of them drawn in parts.
Loan any_drawn_loan() {
    Loan loan = any_loan();
    loan.existing = false;
    if (loan.instalments >= 8 && loan.deferral == Deferral::none)
        draw_in_parts(loan);
    return loan;
}

// By the day of an instalment, with what a running loan owes.
Money drawn_by(const Loan& loan, Date due) {
    if (loan.drawdowns.empty())
        return loan.capital;
    Money drawn;
    for (const DatedAmount& part : loan.drawdowns)
        drawn += delayed(part.date, loan.delay) <= due ? part.amount : Money();
    return drawn;
}

Budget bare_budget() {
    Budget budget;
    budget.entities.emplace_back();
    budget.banks.emplace_back();
    return budget;
}

std::vector<Movement> movements(const Loan& loan, Window window) {
    std::vector<Movement> taken;
    loan_movements(
        bare_budget(), loan, window, [&](const Movement& movement) { taken.push_back(movement); }, nullptr);
    return taken;
}

constexpr Window always = {Date::from_days(0), Date::from_days(60'000)};

bool same_payment(const Movement& a, const Movement& b) {
    return a.amount == b.amount && a.date == b.date && a.due == b.due && a.part == b.part &&
           a.occurrence == b.occurrence;
}

cpp_rational exact(Rate rate, int period) {
    return cpp_rational(rate.digits()) * period / (cpp_rational(rate.denominator()) * 12);
}

// What is owed after `count` payments of `paid` cents without any rounding, one period after the other.
cpp_rational owed_after(const Loan& loan, const cpp_rational& paid, int count) {
    const cpp_rational growth = 1 + exact(loan.rate, loan.period);
    cpp_rational owed = loan.capital.cents();
    for (int k = 0; k < count; ++k)
        owed = owed * growth - paid;
    return owed;
}

}  // namespace

TEST_CASE("what is repaid is the capital and the interest added to it, and nothing is owed at the end") {
    CHECK(rc::check([] {
        Loan loan = any_drawn_loan();
        RC_CLASSIFY(loan.drawdowns.size() > 1);
        if (loan.drawdowns.size() > 1)  // a delay in months may bring two days together
            loan.delay = {};
        Money repaid;
        Money added;
        Date before = delayed(loan.start, loan.delay);
        Money owed = drawn_by(loan, before);
        for (const ScheduleRow& row : loan_schedule(loan)) {
            RC_ASSERT(!row.principal.negative() && !row.interest.negative() && !row.insurance.negative());
            RC_ASSERT(!row.outstanding.negative());
            RC_ASSERT(row.payment == row.principal + row.interest + row.insurance);
            RC_ASSERT(row.due >= before);
            repaid += row.principal;
            added += row.capitalised;
            RC_ASSERT(row.outstanding == drawn_by(loan, row.due) + added - repaid);
            RC_ASSERT(row.drawn == drawn_by(loan, row.due) - drawn_by(loan, before));
            RC_ASSERT(row.owed_before() == owed);
            owed = row.outstanding;
            before = row.due;
        }
        RC_ASSERT(repaid == loan.capital + added);
    }));
}

TEST_CASE("half a cent less than the annuity leaves something owed and half a cent more does not") {
    CHECK(rc::check([] {
        Loan loan = any_loan();
        loan.kind = LoanKind::constant_instalments;
        loan.day_count = DayCount::thirty_360;
        loan.existing = false;
        loan.deferral = Deferral::none;
        loan.insurance.reset();
        loan.monthly_insurance.reset();
        loan.instalments = *rc::gen::inRange(2, 40);
        loan.first = add_months(loan.start, loan.period);
        loan.due_day = loan.first.fields().day;
        RC_PRE(loan.rate != Rate());
        RC_PRE(loan.capital >= Money::from_cents(10'000));
        const cpp_rational annuity = loan_schedule(loan).front().payment.cents();
        const cpp_rational half(1, 2);
        RC_ASSERT(owed_after(loan, annuity - half, loan.instalments) >= 0);
        RC_ASSERT(owed_after(loan, annuity + half, loan.instalments) < 0);
    }));
}

TEST_CASE("under 30/360 constant instalments differ in the first and the last one only") {
    CHECK(rc::check([] {
        Loan loan = any_loan();
        loan.kind = LoanKind::constant_instalments;
        loan.day_count = DayCount::thirty_360;
        loan.deferral = Deferral::none;
        loan.insurance.reset();
        loan.monthly_insurance.reset();
        loan.due_day = loan.first.fields().day;
        RC_PRE(loan.capital >= Money::from_cents(100'000));
        const std::vector<ScheduleRow> rows = loan_schedule(loan);
        for (std::size_t k = 2; k + 1 < rows.size(); ++k)
            RC_ASSERT(rows[k].payment == rows[1].payment);
    }));
}

TEST_CASE("a delay in months does not change an amount under 30/360") {
    CHECK(rc::check([] {
        Loan loan = any_loan();
        loan.day_count = DayCount::thirty_360;
        const std::vector<ScheduleRow> moved = loan_schedule(loan);
        loan.delay = {};
        const std::vector<ScheduleRow> typed = loan_schedule(loan);
        RC_ASSERT(moved.size() == typed.size());
        for (std::size_t k = 0; k < typed.size(); ++k) {
            RC_ASSERT(moved[k].payment == typed[k].payment);
            RC_ASSERT(moved[k].outstanding == typed[k].outstanding);
        }
    }));
}

TEST_CASE("movements of two windows side by side are those of the whole") {
    CHECK(rc::check([] {
        const Loan loan = any_loan();
        const Date middle = loan.start + *rc::gen::inRange(-100, 8'000);
        const std::vector<Movement> whole = movements(loan, always);
        std::vector<Movement> parts = movements(loan, {always.first, middle});
        for (const Movement& movement : parts)
            RC_ASSERT(movement.date <= middle);
        const std::vector<Movement> after = movements(loan, {middle + 1, always.last});
        for (const Movement& movement : after)
            RC_ASSERT(movement.date > middle);
        parts.insert(parts.end(), after.begin(), after.end());
        RC_ASSERT(std::ranges::equal(parts, whole, same_payment));
    }));
}

TEST_CASE("movements add up to the schedule, with the drawdowns and fees of a new loan") {
    CHECK(rc::check([] {
        const Loan loan = any_drawn_loan();
        Money moved;
        for (const Movement& movement : movements(loan, always)) {
            RC_ASSERT(movement.amount != Money());
            moved += movement.amount;
        }
        Money planned = loan.existing ? Money() : loan.capital;
        for (const DatedAmount& fee : loan.fees)
            planned -= fee.amount;
        for (const ScheduleRow& row : loan_schedule(loan))
            planned -= row.payment;
        RC_ASSERT(moved == planned);
    }));
}

TEST_CASE("interest on capital drawn in parts is that of the parts, to a cent each") {
    CHECK(rc::check([] {
        Loan loan = any_loan();
        loan.existing = false;
        loan.kind = LoanKind::bullet;
        loan.deferral = Deferral::none;
        loan.instalments += 8;
        draw_in_parts(loan);
        cpp_rational interest;
        for (const ScheduleRow& row : loan_schedule(loan))
            interest += row.interest.cents();
        cpp_rational of_parts;
        for (const DatedAmount& part : loan.drawdowns) {
            Loan alone = loan;
            alone.capital = part.amount;
            alone.drawdowns.clear();
            if (part.date != loan.start)  // it pays no interest before its day
                alone.drawdowns = {{loan.start, Money(), {}}, part};
            for (const ScheduleRow& row : loan_schedule(alone))
                of_parts += row.interest.cents();
        }
        RC_ASSERT(abs(interest - of_parts) <= static_cast<int>(loan.drawdowns.size()) * (loan.instalments + 1));
    }));
}

TEST_CASE("the last step of an explanation is the amount of the movement") {
    CHECK(rc::check([] {
        const Loan loan = any_drawn_loan();
        Trace trace;
        const auto compare = [&](const Movement& movement) {
            RC_ASSERT(!trace.steps().empty());
            RC_ASSERT(trace.steps().back().result == movement.amount);
        };
        loan_movements(bare_budget(), loan, always, compare, &trace);
    }));
}

TEST_CASE("a bank's schedule equal to the computed one differs nowhere") {
    CHECK(rc::check([] {
        Loan loan = any_loan();
        loan.deferral = Deferral::none;
        loan.delay = {};
        const std::vector<ScheduleRow> computed = loan_schedule(loan);
        for (const ScheduleRow& row : computed)
            loan.bank_schedule.push_back({row.due, row.principal, row.interest, row.insurance, {}});
        const std::vector<ScheduleRow> rows = loan_schedule(loan);
        RC_ASSERT(rows.size() == computed.size());
        for (std::size_t k = 0; k < rows.size(); ++k) {
            RC_ASSERT(rows[k].difference == Money());
            RC_ASSERT(rows[k].payment == computed[k].payment);
            RC_ASSERT(rows[k].outstanding == computed[k].outstanding);
            RC_ASSERT(rows[k].due == computed[k].due);
        }
    }));
}
