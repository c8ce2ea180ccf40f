// SPDX-License-Identifier: MIT
#include <msp/model/mapping.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("the short form is a rule of one condition, in the books of whose account pays") {
    const Budget budget = budget_of(R"(
[[entity]]
id = "sisa"
[[entity]]
id = "scm"
[[bank]]
id = "courant"
entity = "sisa"
opening = 0.00
date = 2026-01-01
account = "512000"
overdraft_rate = "9 %"
fees_match = ["6616"]
[[bank]]
id = "scm"
entity = "scm"
opening = 0.00
date = 2026-01-01
[aci]
entity = "sisa"
match = ["741", "4687"]
[[expense]]
id = "rent"
category = "rent"
entity = "scm"
amount = 10.00
every = "month"
day = 5
match = "613"
[[grant]]
id = "fir"
entity = "sisa"
amount = 100.00
date = 2026-06-01
match = ["740"]
[[loan]]
id = "pret"
entity = "sisa"
amount = 1000.00
date = 2026-01-05
rate = "2 %"
instalments = 12
match = ["164", "6611"]
[[map]]
line = "rent"
entity = "sisa"
account = ["6132"]
auxiliary = "FSCI"
label = ["LOYER SISA"]
journal = ["BQ"]
sign = "out"
)");
    REQUIRE(budget.map.size() == 6);
    const auto rule = [&](std::size_t i) { return budget.items[budget.map[i].item].id; };
    CHECK(rule(0) == "aci");
    CHECK(budget.map[0].accounts == std::vector<std::string>{"741", "4687"});
    CHECK(budget.map[0].conditions() == 1);
    CHECK(rule(1) == "rent");
    CHECK(budget.entities[budget.map[1].entity].id == "scm");
    CHECK(rule(2) == "fir");
    CHECK(rule(3) == "pret");
    CHECK(rule(4) == "fees.courant");
    CHECK(budget.map[4].accounts == std::vector<std::string>{"6616"});
    CHECK(budget.map[5].conditions() == 5);
    CHECK(budget.entities[budget.map[5].entity].id == "sisa");
    CHECK(budget.map[5].sign == MapSign::out);
    CHECK(budget.banks[0].accounts == std::vector<std::string>{"512000"});
    CHECK(budget.banks[banks_of_items(budget)[budget.map[1].item]].id == "scm");
}
