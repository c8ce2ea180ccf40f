// SPDX-License-Identifier: MIT
#include <msp/plan/plan.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// Something of every engine.
Budget everything() {
    return plan_of(
        "[[income]]\nid = \"calls\"\ncategory = \"charges-reimbursed\"\namount = 10\ndate = 2026-03-01\nstate = "
        "\"assumed\"\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 20\ndate = 2026-03-01\n"
        "[[grant]]\nid = \"fir\"\namount = 30\ndate = 2026-03-01\nstate = \"hoped\"\n"
        "[[loan]]\nid = \"pret\"\namount = 1200\ndate = 2026-03-01\nrate = \"0 %\"\ninstalments = 12\n"
        "[[aci.year]]\nyear = 2026\nadvance = { notified = 40, expected = 2026-03-01 }\n");
}

std::string march(const PlanOptions& options) {
    return plan(everything(), "2026-03-01", "2026-03-31", options);
}

}  // namespace

TEST_CASE("a plan has the movements of every engine, those of one day in the order of the file") {
    CHECK(march({.count = Count::hoped, .aci_late = {}, .only = {}}) ==
          "2026-03-01 calls 10.00\n2026-03-01 rent -20.00\n2026-03-01 fir 30.00\n2026-03-01 pret.drawdown 1200.00\n"
          "2026-03-01 aci.advance 40.00\n");
}

TEST_CASE("hoped-for money counts only where asked for, assumed money not where only the certain counts") {
    CHECK(march({}) ==
          "2026-03-01 calls 10.00\n2026-03-01 rent -20.00\n2026-03-01 pret.drawdown 1200.00\n2026-03-01 aci.advance "
          "40.00\n");
    CHECK(march({.count = Count::certain, .aci_late = {}, .only = {}}) ==
          "2026-03-01 rent -20.00\n2026-03-01 pret.drawdown 1200.00\n2026-03-01 aci.advance 40.00\n");
}

TEST_CASE("of hoped-for money the way it goes decides: a refund may not come, a negative income is paid") {
    const Budget budget = plan_of(
        "[[expense]]\nid = \"refund\"\ncategory = \"rent\"\namount = -10\ndate = 2026-03-01\nstate = \"hoped\"\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 20\ndate = 2026-03-01\nstate = \"hoped\"\n"
        "[[income]]\nid = \"back\"\ncategory = \"sublet\"\namount = -30\ndate = 2026-03-01\nstate = \"hoped\"\n");
    CHECK(plan(budget, "2026-03-01", "2026-03-31") == "2026-03-01 rent -20.00\n2026-03-01 back -30.00\n");
    CHECK(plan(budget, "2026-03-01", "2026-03-31", {.count = Count::hoped, .aci_late = {}, .only = {}}) ==
          "2026-03-01 refund 10.00\n2026-03-01 rent -20.00\n2026-03-01 back -30.00\n");
}

TEST_CASE("a payment to another entity counts for the payer whatever its state, a transfer for both accounts") {
    const auto march_with = [](Count count) {
        const Budget budget = budget_of(
            "entity = [{ id = \"sisa\" }, { id = \"scm\" }]\n"
            "bank = [{ id = \"a\", entity = \"sisa\", opening = 0, date = 2026-01-01 }, "
            "{ id = \"a2\", entity = \"sisa\", opening = 0, date = 2026-01-01 }, "
            "{ id = \"b\", entity = \"scm\", opening = 0, date = 2026-01-01 }]\n"
            "[[expense]]\nid = \"hoped\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\namount = 1\n"
            "date = 2026-03-01\nstate = \"hoped\"\n"
            "[[expense]]\nid = \"refund\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\namount = -2\n"
            "date = 2026-03-01\nstate = \"assumed\"\n"
            "[[transfer]]\nid = \"move\"\nbank = \"a\"\npaid_to = \"a2\"\namount = 4\ndate = 2026-03-01\n"
            "state = \"hoped\"\n");
        return plan(budget, "2026-03-01", "2026-03-31", {.count = count, .aci_late = {}, .only = {}});
    };
    CHECK(march_with(Count::hoped) ==
          "2026-03-01 hoped -1.00\n2026-03-01 hoped 1.00\n2026-03-01 refund 2.00\n2026-03-01 refund -2.00\n"
          "2026-03-01 move -4.00\n2026-03-01 move 4.00\n");
    CHECK(march_with(Count::notified) ==
          "2026-03-01 hoped -1.00\n2026-03-01 refund 2.00\n2026-03-01 refund -2.00\n2026-03-01 move -4.00\n"
          "2026-03-01 move 4.00\n");
    // The SCM gives 2.00 back: it is the one who pays.
    CHECK(march_with(Count::certain) ==
          "2026-03-01 hoped -1.00\n2026-03-01 refund -2.00\n2026-03-01 move -4.00\n2026-03-01 move 4.00\n");
}

TEST_CASE("one line of the plan can be asked for alone") {
    for (const ItemIndex item : {ItemIndex{0}, ItemIndex{1}, ItemIndex{3}, ItemIndex{4}}) {
        const PlanOptions only = {.count = Count::hoped, .aci_late = {}, .only = item};
        const std::vector<Movement> found = movements_between(everything(), "2026-03-01"_d, "2026-03-31"_d, only);
        REQUIRE(found.size() == 1);
        CHECK(found[0].item == item);
    }
}

TEST_CASE("a late ACI moves nothing but the ACI") {
    CHECK(march({.count = Count::notified, .aci_late = {.days = 5}, .only = {}}) ==
          "2026-03-01 calls 10.00\n2026-03-01 rent -20.00\n2026-03-01 pret.drawdown 1200.00\n2026-03-06 aci.advance "
          "40.00\n");
}

TEST_CASE("what moved the account before its first day is in its opening") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 0, date = 2026-01-10 }, { id = \"b\", opening = 0, date = 2026-01-20 }]\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"a\"\namounts = [{ date = 2026-01-09, amount = 1 }, "
        "{ date = 2026-01-10, amount = 2 }]\n"
        "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namounts = [{ date = 2026-01-19, amount = 4 }, "
        "{ date = 2026-01-20, amount = 8 }]\n");
    // The 4.00 leave the first account and are in the opening of the second.
    CHECK(plan(budget, "2026-01-01", "2026-12-31") ==
          "2026-01-10 x -2.00\n2026-01-19 t -4.00\n2026-01-20 t -8.00\n2026-01-20 t 8.00\n");
}

TEST_CASE("contradictions that only an engine sees are found") {
    Reading reading = read(std::string(one_bank) + "[[aci.year]]\nyear = 2020\nadvance = { notified = 1 }\n");
    REQUIRE(reading.budget);
    const Law law;
    const Case of(*reading.budget, law);
    check_plan(of, std::nullopt, reading.diagnostics);
    CHECK(reading.problems().empty());  // books may tell
    check_before_opening(of, reading.diagnostics);
    CHECK(reading.problems() == "aci.overdue@6:11");
}
