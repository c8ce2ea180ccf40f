// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Budget grant(const std::string& keys) {
    return plan_of("[[grant]]\nid = \"g\"\n" + keys);
}

std::string amounts(const std::string& keys) {
    std::string text;
    for (const Movement& movement : movements_between(grant(keys), "2026-01-01"_d, "2026-12-31"_d))
        text += (text.empty() ? "" : " ") + plain(movement.amount);
    return text;
}

std::string instalments(const char* amount, const std::string& parts) {
    return (amount[0] == '\0' ? std::string() : "amount = " + std::string(amount) + "\n") + "instalments = [" + parts +
           "]";
}

}  // namespace

TEST_CASE("a grant paid at once comes whole on its day") {
    CHECK(plan(grant("amount = 5000\ndate = 2026-09-20"), "2026-01-01", "2026-12-31") == "2026-09-20 g 5000.00\n");
}

TEST_CASE("shares are rounded half up and the last, or the rest, takes the difference") {
    // 10.01 / 2 = 5.005.
    CHECK(amounts(instalments("10.01",
                              "{ share = \"50 %\", date = 2026-02-01 }, { share = \"50 %\", date = 2026-03-01 }")) ==
          "5.01 5.00");
    // 72,500.01 x 60 % = 43,500.006.
    CHECK(amounts(instalments("72500.01",
                              "{ share = \"60 %\", date = 2026-02-01 }, { share = \"rest\", date = 2026-03-01 }")) ==
          "43500.01 29000.00");
    // The rest may come first.
    CHECK(amounts(instalments("72500.01",
                              "{ share = \"rest\", date = 2026-02-01 }, { share = \"60 %\", date = 2026-03-01 }")) ==
          "29000.00 43500.01");
    // 100.00 x 33.33 % = 33.33, twice, and 33.34 is left.
    CHECK(amounts(instalments("100",
                              "{ share = \"33.33 %\", date = 2026-02-01 }, { share = \"33.33 %\", date = 2026-03-01 }, "
                              "{ share = \"33.34 %\", date = 2026-04-01 }")) == "33.33 33.33 33.34");
    // 1,000.00 - 300.00 - 10 % of 1,000.00
    CHECK(amounts(instalments("1000",
                              "{ amount = 300, date = 2026-02-01 }, { share = \"10 %\", date = 2026-03-01 }, "
                              "{ share = \"rest\", date = 2026-04-01 }")) == "300.00 100.00 600.00");
    CHECK(amounts(instalments("", "{ amount = 300, date = 2026-02-01 }, { amount = 0.01, date = 2026-03-01 }")) ==
          "300.00 0.01");
}

TEST_CASE("shares of a few cents are cut rather than leave less than nothing") {
    // A quarter of 0.02 is 0.005: half up three of them would be 0.03. Cut they are nothing, and the last has it all.
    const std::string quarter = "{ share = \"25 %\", date = 2026-02-01 }, ";
    const std::string last = "date = 2026-03-01 }]\n";
    const std::string grant = "[[grant]]\nid = \"g\"\namount = 0.02\ninstalments = [" + quarter + quarter + quarter;
    CHECK(plan(plan_of(grant + "{ share = \"25 %\", " + last), "2026-01-01", "2026-12-31") ==
          "2026-02-01 g 0.00\n2026-02-01 g 0.00\n2026-02-01 g 0.00\n2026-03-01 g 0.02\n");
    CHECK(plan(plan_of(grant + "{ share = \"rest\", " + last), "2026-03-01", "2026-12-31") == "2026-03-01 g 0.02\n");
}

TEST_CASE("a yearly grant comes back each calendar year, its later instalments in later years") {
    const Budget budget = grant(
        "amount = 100.01\nevery = \"year\"\nfrom = \"2026-01\"\nuntil = \"2027-12\"\n"
        "instalments = [{ share = \"60 %\", day = \"04-01\" }, { share = \"rest\", day = \"02-29\", years = 1 }]");
    // 60.006, so 60.01, and 40.00. The grants of 2026 and 2027; 29 February is the 28th in 2027 and stands in 2028.
    CHECK(plan(budget, "2026-01-01", "2030-12-31") ==
          "2026-04-01 g 60.01\n2027-02-28 g 40.00\n2027-04-01 g 60.01\n2028-02-29 g 40.00\n");
    std::vector<int> exercises;
    for (const Movement& movement : movements_between(budget, "2026-01-01"_d, "2030-12-31"_d))
        exercises.push_back(movement.exercise);
    CHECK(exercises == std::vector<int>{2026, 2026, 2027, 2027});
}

TEST_CASE("a grant without last year goes on, also for instalments twenty years late") {
    const Budget budget = grant(
        "amount = 10\nevery = \"year\"\nfrom = \"2020-01\"\n"
        "instalments = [{ share = \"10 %\", day = \"01-15\" }, { share = \"rest\", day = \"06-15\", years = 20 }]");
    CHECK(plan(budget, "2040-01-01", "2040-12-31") == "2040-01-15 g 1.00\n2040-06-15 g 9.00\n");
    CHECK(plan(budget, "2039-06-01", "2039-12-31").empty());
}

TEST_CASE("delay, business day and scale hold for grants too") {
    // 31 January 2026 + 1 month is 28 February, a Saturday; 10.01 x 50 % = 5.005.
    CHECK(
        plan(grant("amount = 10.01\ndate = 2026-01-31\ndelay = \"1 month\"\nbusiness_day = \"next\"\nscale = \"50 %\""),
             "2026-01-01", "2026-12-31") == "2026-03-02 g 5.01\n");
}

TEST_CASE("each instalment may have its own state, and hoped-for ones count only where asked for") {
    const Budget budget = grant(
        "amount = 100\nstate = \"hoped\"\ninstalments = [{ share = \"70 %\", date = 2026-02-01, state = \"notified\" "
        "}, "
        "{ share = \"rest\", date = 2026-03-01 }]");
    CHECK(plan(budget, "2026-01-01", "2026-12-31") == "2026-02-01 g 70.00\n");
    CHECK(plan(budget, "2026-01-01", "2026-12-31", {.count = Count::hoped, .aci_late = {}, .only = {}}) ==
          "2026-02-01 g 70.00\n2026-03-01 g 30.00\n");
}

TEST_CASE("the exercise of a grant is the one said, else that of each date") {
    const auto exercise = [](const std::string& keys) {
        return movements_between(grant("amount = 1\ndate = 2026-02-01\n" + keys), "2026-01-01"_d, "2026-12-31"_d)
            .at(0)
            .exercise;
    };
    CHECK(exercise("") == 2026);
    CHECK(exercise("exercise = 2025") == 2025);
}

TEST_CASE("the steps of a share lead to its amount") {
    const Budget budget = grant(
        instalments("72500.01", "{ share = \"60 %\", date = 2026-02-01 }, { share = \"rest\", date = 2026-03-01 }"));
    Trace trace;
    std::string told_steps;
    grant_movements(
        budget, Law(), budget.grants[0], {"2026-01-01"_d, "2026-12-31"_d},
        [&](const Movement&) { told_steps += told(trace); }, &trace);
    CHECK(told_steps ==
          "the whole grant: 72500.01\n"
          "60 % of it, rounded half up to the cent: 43500.01\n"
          "receipt on 1 February 2026: 43500.01\n"
          "the whole grant: 72500.01\n"
          "what the other instalments leave: 29000.00\n"
          "receipt on 1 March 2026: 29000.00\n");
}
