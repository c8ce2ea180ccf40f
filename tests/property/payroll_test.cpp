// SPDX-License-Identifier: MIT
#include <msp/payroll/payroll.hpp>
#include <msp/payroll/reduction.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <tests/support/posts.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const Budget& frame() {
    static const Budget budget = posts_of(bare_employer,
                                          "[[post]]\nid = \"a\"\nfrom = 2022-01-01\nuntil = "
                                          "2024-12-31\ngross = 3000\n[[post]]\nid = \"b\"\nfrom = "
                                          "2022-01-01\nuntil = 2024-12-31\ngross = 3000\n",
                                          "2022-01-01");
    return budget;
}

Timeline<Rate> any_hours() {
    Timeline<Rate> hours;
    hours.steps.push_back({Date::first(), Rate(*rc::gen::inRange<std::int64_t>(1, 351), 1)});
    if (*rc::gen::arbitrary<bool>())
        hours.steps.push_back({Month(2024, *rc::gen::inRange(1U, 13U)).day(*rc::gen::inRange(1U, 29U)),
                               Rate(*rc::gen::inRange<std::int64_t>(1, 351), 1)});
    return hours;
}

Post any_post(ItemIndex item) {
    Post post;
    post.item = item;
    post.from = Month(2023, 1).first() + *rc::gen::inRange(0, 800);
    post.until = post.from + *rc::gen::inRange(0, 900);
    post.gross.steps.push_back({Date::first(), Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 2'500'000))});
    post.hours = any_hours();
    post.executive = *rc::gen::arbitrary<bool>();
    post.fixed_term = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>())
        post.thirteenth = *rc::gen::inRange(1U, 13U);
    if (*rc::gen::arbitrary<bool>())
        post.bonuses.push_back({post.from, Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 1'000'000)), {}});
    if (*rc::gen::arbitrary<bool>())
        post.vouchers = MealVouchers{18, Money::from_cents(*rc::gen::inRange<std::int64_t>(1, 1'500)), Rate(55, 2)};
    post.travel = Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 10'000));
    if (*rc::gen::arbitrary<bool>()) {
        const Date from = post.from + *rc::gen::inRange(0, 300);
        post.absences.push_back({from,
                                 from + *rc::gen::inRange(0, 90),
                                 *rc::gen::inRange<std::int64_t>(0, 60),
                                 {},
                                 Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 300'000)),
                                 {}});
    }
    if (*rc::gen::arbitrary<bool>())
        post.leaving.push_back({*post.until + *rc::gen::inRange(0, 60), Money::from_cents(150'000), {}});
    if (*rc::gen::arbitrary<bool>())
        post.minimum.steps.push_back({Date::first(), Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 300'000))});
    return post;
}

Employer any_employer() {
    Employer employer = frame().employers.front();
    employer.kind = *rc::gen::element(EmployerKind::sisa, EmployerKind::association, EmployerKind::company);
    employer.work_accident.steps.front().value = Rate(*rc::gen::inRange<std::int64_t>(0, 500), 4);
    employer.idcc1147 = *rc::gen::arbitrary<bool>();
    employer.alsace_moselle = *rc::gen::arbitrary<bool>();
    employer.rhythm = *rc::gen::element(CallRhythm::month, CallRhythm::quarter);
    employer.reduction = *rc::gen::element(ReductionCourse::last_month, ReductionCourse::progressive);
    employer.payroll_fee = Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 5'000));
    if (*rc::gen::arbitrary<bool>()) {
        employer.health = CoverContract();
        employer.health->premium.steps.push_back(
            {Date::first(), Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 20'000))});
        employer.health->employer = Rate(*rc::gen::inRange<std::int64_t>(50, 101), 2);
        employer.health->rhythm = *rc::gen::element(CallRhythm::month, CallRhythm::quarter);
    }
    if (*rc::gen::arbitrary<bool>()) {
        employer.provident = CoverContract();
        employer.provident->employer = Rate(*rc::gen::inRange<std::int64_t>(0, 300), 4);
        employer.provident->employee = Rate(*rc::gen::inRange<std::int64_t>(0, 300), 4);
    }
    return employer;
}

// Cost and tax of all posts.
Money cost_of(const Budget& budget, const Payroll& payroll) {
    Money cost;
    for (const PostMonths& post : payroll.posts) {
        for (const PayMonth& month : post.months)
            cost += month.cost();
    }
    for (std::size_t i = 0; i < budget.employers.size(); ++i) {
        for (const YearTax& tax : payroll.employers[i].taxes)
            cost += tax.due;
    }
    return cost;
}

// Months of one post in 2026, full time or half.
std::vector<PayMonth> months_at(const Employer& employer, Money gross, Rate hours) {
    Post post;
    post.from = Month(2026, 1).first();
    post.gross.steps.push_back({Date::first(), gross});
    post.hours.steps.push_back({Date::first(), hours});
    return post_months(post, employer, PayFigures(shipped_law().payroll, employer), post.from, Month(2026, 7)).months;
}

PayMonth first_month(const Employer& employer, Money gross, Month month) {
    Post post;
    post.from = month.first();
    post.gross.steps.push_back({Date::first(), gross});
    post.hours.steps.push_back({Date::first(), Rate(35, 0)});
    return post_months(post, employer, PayFigures(shipped_law().payroll, employer), post.from, month).months.front();
}

}  // namespace

TEST_CASE("the cash of posts over their lives, with what is paid after them, is what they cost") {
    CHECK(rc::check([] {
        Budget budget = frame();
        budget.employers.front() = any_employer();
        budget.posts = {any_post(budget.posts[0].item), any_post(budget.posts[1].item)};
        const PayrollLaw& law = shipped_law().payroll;
        const Window window = {Month(2022, 1).first(), Month(2030, 1).last()};
        const Payroll payroll = reckon_payroll(budget, law, Month::of(window.last));
        Money cash;
        for (std::size_t i = 0; i < budget.posts.size(); ++i)
            payroll_movements(
                budget, law, payroll, i, window, [&](const Movement& movement) { cash += movement.amount; }, nullptr);
        RC_ASSERT(cash == opposite(cost_of(budget, payroll)));
    }));
}

TEST_CASE("net pay, contributions and reduction of a month are its cost") {
    CHECK(rc::check([] {
        Budget budget = frame();
        budget.employers.front() = any_employer();
        budget.posts = {any_post(budget.posts[0].item)};
        const Payroll payroll = reckon_payroll(budget, shipped_law().payroll, Month(2030, 1));
        for (const PayMonth& month : payroll.posts.front().months) {
            const MonthPay& pay = *month.pay;
            RC_ASSERT(pay.net() + pay.lines.sum(PaidBy::employee) == pay.gross);
            RC_ASSERT(month.cost() - pay.vouchers - pay.travel - pay.payroll_fee - pay.training - pay.replacement -
                          pay.leaving ==
                      pay.gross + pay.lines.sum(PaidBy::employer) - month.reduction);
            RC_ASSERT(pay.presence <= Quotient(1));
        }
    }));
}

// Above three SMIC the reduction ends, and cost falls at no other step of 2026: a cent of pay more costs no less, but
// for half a cent of each of some twenty lines and a step of C, 0.0001 of the pay.
TEST_CASE("cost rises with gross pay but for the steps of the law") {
    const Employer employer = frame().employers.front();
    CHECK(rc::check([&employer] {
        const Money low = Money::from_cents(*rc::gen::inRange<std::int64_t>(186'702, 900'000));
        const Money high = low + Money::from_cents(*rc::gen::inRange<std::int64_t>(500, 100'000));
        const auto cost = [&employer](Money gross) { return months_at(employer, gross, Rate(35, 0)).front().cost(); };
        RC_ASSERT(cost(low) < cost(high));
    }));
}

// Half a cent of each of some thirty lines, and a step of C, 0.0001 of the pay. Where a cent of pay costs more than
// that, either the reduction has ended or a reduced rate has, which the explanation of the month names.
TEST_CASE("where a cent of pay makes the cost jump, the month shows which limit of the law it is") {
    const Employer employer = frame().employers.front();
    // 1.6 and 3 times the minimum wage; 2.5 and 3.5 times of 2024, 2.25 and 3.3 times of 2025.
    const std::vector<std::int64_t> limits = {282'707, 288'288, 405'405, 436'800, 546'909, 546'910, 594'594, 611'520};
    // Whether there is a jump; what a cent more saves is never more than the cents of the lines.
    const auto jumps = [&](int year, Money gross) {
        const auto month = [&](Money pay) { return first_month(employer, pay, Month(year, 1)); };
        const PayMonth one = month(gross);
        const PayMonth more = month(gross + Money::from_cents(1));
        const auto complements = [](const PayMonth& of) {
            return std::ranges::count(of.pay->lines, PayLineKind::complement, &PayLine::kind);
        };
        const bool limit = (one.coefficient != 0 && more.coefficient == 0) || complements(more) > complements(one);
        const Money step = reduction_of(1, gross) + Money::from_cents(20);
        RC_ASSERT(more.cost() - one.cost() >= opposite(Money::from_cents(20)));
        RC_ASSERT(more.cost() - one.cost() <= step || limit);
        return more.cost() - one.cost() > step;
    };
    CHECK(rc::check([&] {
        int found = 0;
        for (const int year : {2024, 2025, 2026}) {
            for (const std::int64_t limit : limits) {
                for (std::int64_t cents = -2; cents <= 2; ++cents)
                    found += jumps(year, Money::from_cents(limit + cents)) ? 1 : 0;
            }
        }
        RC_ASSERT(found > 0);
    }));
    CHECK(rc::check([&] {
        const int year = *rc::gen::inRange(2024, 2027);
        (void)jumps(year, Money::from_cents(*rc::gen::inRange<std::int64_t>(186'702, 1'000'000)));
    }));
}

// SMIC and ceiling follow the hours, so C and the slices are those of full time; each line is rounded to the cent.
TEST_CASE("two half posts of half pay cost what one full post does within half a cent a line of pay") {
    const Employer employer = frame().employers.front();
    CHECK(rc::check([&employer] {
        const Money half = Money::from_cents(*rc::gen::inRange<std::int64_t>(93'351, 900'000));
        const PayMonth whole = months_at(employer, half * 2, Rate(35, 0)).front();
        const PayMonth part = months_at(employer, half, Rate(175, 1)).front();
        RC_ASSERT(whole.coefficient == part.coefficient);
        RC_ASSERT(whole.pay->lines.size() == part.pay->lines.size());
        for (std::size_t i = 0; i < whole.pay->lines.size(); ++i)
            RC_ASSERT(absolute(whole.pay->lines[i].amount - part.pay->lines[i].amount * 2) <= Money::from_cents(1));
        // A half up twice may be one whole cent above; nothing else may differ.
        RC_ASSERT(absolute(whole.reduction - part.reduction * 2) <= Money::from_cents(1));
    }));
}
