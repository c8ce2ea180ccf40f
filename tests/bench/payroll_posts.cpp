// SPDX-License-Identifier: MIT
// Computes the pay of so many posts over ten years, each of another pay, with all payments, and prints the seconds of
// the processor for every count asked for: `payroll_posts 1 100 1000`. Reading the rules is not counted.
#include <msp/payroll/payroll.hpp>
#include <msp/rules/law.hpp>

#include <cstdlib>
#include <ctime>
#include <iostream>

namespace {

constexpr int months = 120;

msp::Budget budget_of(long posts) {
    msp::Budget budget;
    budget.entities.emplace_back();
    budget.entities.front().year_end_month = 12;
    budget.entities.front().year_end_day = 31;
    budget.banks.emplace_back();
    budget.banks.front().date = msp::Month(2026, 1).first();
    msp::Employer employer;
    employer.work_accident.steps.push_back({msp::Date::first(), msp::Rate(1, 2)});
    employer.assume = msp::PayrollGrowth{msp::Rate(2, 2), msp::Rate(2, 2)};
    budget.employers.push_back(employer);
    for (long i = 0; i < posts; ++i) {
        msp::Post post;
        post.from = budget.banks.front().date;
        post.gross.steps.push_back({msp::Date::first(), msp::Money::from_cents(250'000 + 100 * i)});
        post.hours.steps.push_back({msp::Date::first(), msp::Rate(35, 0)});
        budget.posts.push_back(post);
    }
    return budget;
}

// The total keeps the work from being left out.
std::int64_t compute(const msp::Budget& budget, const msp::PayrollLaw& law) {
    const msp::Month last = msp::Month::of(budget.banks.front().date) + (months - 1);
    const msp::Payroll payroll = msp::reckon_payroll(budget, law, last);
    const msp::Window window = {budget.banks.front().date, last.last()};
    std::int64_t cents = 0;
    const msp::MovementSink sink = [&cents](const msp::Movement& movement) { cents += movement.amount.cents(); };
    for (std::size_t i = 0; i < budget.posts.size(); ++i)
        msp::payroll_movements(budget, law, payroll, i, window, sink, nullptr);
    return cents;
}

}  // namespace

int main(int argc, char** argv) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const msp::Law law = msp::read_law({.rules = {}, .everything = true}, std::nullopt, sources, diagnostics).value();
    for (int i = 1; i < argc; ++i) {
        const msp::Budget budget = budget_of(std::strtol(argv[i], nullptr, 10));
        const std::clock_t start = std::clock();
        const std::int64_t cents = compute(budget, law.payroll);
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        std::cout << argv[i] << ' ' << seconds << ' ' << cents << '\n';
    }
}
