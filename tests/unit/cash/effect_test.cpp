// SPDX-License-Identifier: MIT
#include <msp/cash/effect.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string lines =
    "[[expense]]\nid = \"rent\"\namount = 100.00\nevery = \"month\"\nday = 5\n"
    "[[income]]\nid = \"aid\"\namount = 500.00\ndate = 2026-04-28\n"
    "[[scenario]]\nid = \"s\"\nchange = [\n";

Footprint footprint(const Budget& budget) {
    Footprint moves;
    for (const Movement& movement : movements_between(budget, "2026-05-01"_d, "2026-12-31"_d))
        moves.add(movement);
    return moves;
}

// The plan begins on 1 May: the aid has come. "1 3" are the first and the third change.
std::string idle(const std::string& changes) {
    Reading reading = read("[bank]\nopening = 0\ndate = 2026-05-01\n" + lines + changes + "]\n");
    const auto changed = reading.scenario("s");
    REQUIRE(changed);
    Diagnostics found;
    const Footprint before = footprint(*reading.budget);
    const Footprint after = footprint(*changed);
    check_effect({*reading.budget, before}, {*changed, after}, "s", "2026-12-31"_d, found);
    std::string numbers;
    for (const Diagnostic& diagnostic : found.sorted()) {
        CHECK(std::string_view(diagnostic.id) == "scenario.idle");
        const std::size_t line = reading.sources.position(diagnostic.span.source, diagnostic.span.begin).line;
        numbers += (numbers.empty() ? "" : " ") + std::to_string(line - 15);
    }
    return numbers;
}

}  // namespace

TEST_CASE("a change of a line that moves nothing in the plan is idle") {
    CHECK(idle("{ set = \"income.aid.amount\", to = 1.00 },\n") == "1");
    CHECK(idle("{ shift = \"income.aid\", date = \"2 months\" },\n").empty());  // 28 June
    CHECK(idle("{ shift = \"income.aid\", date = \"2 days\" },\n") == "1");     // 30 April, the evening before
    CHECK(idle("{ remove = \"income.aid\" },\n") == "1");
    CHECK(idle("{ set = \"expense.rent.amount\", to = 101.00 },\n{ remove = \"income.aid\" },\n") == "2");
    CHECK(idle("{ set = \"expense.rent.until\", to = \"2027-01\" },\n") == "1");
    CHECK(idle("{ set = \"expense.rent.until\", to = \"2026-11\" },\n").empty());
}

TEST_CASE("what the reader of the plan sees is a difference too") {
    CHECK(idle("{ set = \"expense.rent.label\", to = \"Loyer\" },\n").empty());
    CHECK(idle("{ set = \"expense.rent.exercise\", to = 2025 },\n").empty());
    CHECK(idle("{ set = \"bank.opening\", to = 1.00 },\n").empty());
    CHECK(idle("{ set = \"bank.floor\", to = 1.00 },\n").empty());
    CHECK(idle("{ set = \"entity.year_end\", to = \"12-31\" },\n") == "1");
    CHECK(idle("{ add = \"member\", value = { id = \"a\" } },\n").empty());     // for msp-charges
    CHECK(idle("{ set = \"expense.rent.match\", to = [\"613\"] },\n") == "1");  // for msp-actuals
}

TEST_CASE("the order of movements does not matter, what they are does") {
    Movement rent;
    rent.amount = "-100.00"_eur;
    rent.date = "2026-05-05"_d;
    Movement other = rent;
    other.date = "2026-06-05"_d;
    Footprint one;
    one.add(rent);
    one.add(other);
    Footprint two;
    two.add(other);
    two.add(rent);
    CHECK(one.of(0) == two.of(0));
    two.add(rent);
    CHECK_FALSE(one.of(0) == two.of(0));
    CHECK(one.of(7) == 0);
}
