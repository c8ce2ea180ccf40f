// SPDX-License-Identifier: MIT
// The result of a plan against the plan itself.
#include <msp/income/income.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Money of_rows(const IncomeStatement& statement, IncomeSection section, IncomeRowKind kind, std::size_t place) {
    Money sum;
    for (const IncomeRow& row : statement.rows)
        sum += row.section == section && row.kind == kind ? row.exercises[place] : Money();
    return sum;
}

}  // namespace

TEST_CASE("a result and its steps come to what the accounts gain in the exercise") {
    CHECK(rc::check([] {
        const Case of(budget_of(any_budget({})), shipped_law());
        const Budget& budget = of.budget;
        const std::vector<std::int16_t> exercises = {2026, 2027, 2028};
        for (const IncomeStatement& made : income_statements(of, of.law->classes, Count::notified, exercises)) {
            for (std::size_t i = 0; i < exercises.size(); ++i) {
                // From the evening before the exercise to its last one, openings left out.
                const Date last = budget.last_day_of(exercises[i], made.entity);
                const Date before = budget.last_day_of(static_cast<std::int16_t>(exercises[i] - 1), made.entity);
                const Projection plan = projected(budget, std::max("2029-12-31"_d, last));
                Money change;
                for (const BankIndex bank : banks_of(budget, made.entity)) {
                    const Bank& account = budget.banks[bank];
                    const Series& series = plan.accounts[bank].series;
                    change += series.on(last) - series.on(before);
                    if (before < account.date && account.date <= last)
                        change -= account.opening;
                }
                const Money result = of_rows(made, IncomeSection::result, IncomeRowKind::whole, i);
                const Money steps = of_rows(made, IncomeSection::cash, IncomeRowKind::category, i);
                RC_ASSERT(result + steps == change);
                RC_ASSERT(of_rows(made, IncomeSection::cash, IncomeRowKind::whole, i) == change);
                for (const auto section : {IncomeSection::charges, IncomeSection::income}) {
                    const Money whole = of_rows(made, section, IncomeRowKind::whole, i);
                    RC_ASSERT(of_rows(made, section, IncomeRowKind::category, i) == whole);
                    RC_ASSERT(of_rows(made, section, IncomeRowKind::of_class, i) == whole);
                }
            }
        }
    }));
}
