// SPDX-License-Identifier: MIT
#include <msp/cash/debt_service.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/days.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("what a year leaves before its loans, what they take, and how often that pays them") {
    const Budget budget = plan_of(R"(
[[income]]
id = "dues"
amount = 3000
every = "month"
day = 10
[[expense]]
id = "rent"
amount = 1000
every = "month"
day = 5
[[loan]]
id = "works"
amount = 12000
date = 2026-09-15
rate = "0 %"
instalments = 12
)");
    const Date first = day("2026-07-01");
    const Date last = day("2027-06-30");
    const auto movements = movements_between(budget, first, last);
    const std::vector<DebtYear> years = debt_service(budget, movements, {first, last});
    REQUIRE(years.size() == 2);
    // July to December 2026: 6 x 3,000 received, 6 x 1,000 paid; 3 instalments of 1,000 from October on.
    CHECK(years[0].exercise == 2026);
    CHECK(years[0].cut);
    CHECK(plain(years[0].available()) == "12000.00");
    CHECK(plain(years[0].service()) == "3000.00");
    CHECK(plain(years[0].left()) == "9000.00");
    CHECK(plain(years[0].drawn) == "12000.00");
    CHECK(years[0].cover() == Quotient(4));
    // January to June 2027: 6 x 2,000 available, 6 instalments.
    CHECK(plain(years[1].available()) == "12000.00");
    CHECK(plain(years[1].service()) == "6000.00");
    CHECK(years[1].cover() == Quotient(2));
}

TEST_CASE("an entity without a loan has no debt service") {
    const Budget budget = plan_of("");
    CHECK(debt_service(budget, {}, {day("2026-01-01"), day("2026-12-31")}).empty());
}
