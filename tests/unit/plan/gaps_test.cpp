// SPDX-License-Identifier: MIT
#include <msp/plan/gaps.hpp>

#include <doctest/doctest.h>

#include <array>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

constexpr std::array kinds = {"earlier", "later", "nothing", "ends", "aci"};

// "rent earlier 2025-12-31", one gap a line.
std::string gaps(const std::string& lines, int months = 12) {
    const Budget budget =
        budget_of(std::string(one_bank) + "[forecast]\nmonths = " + std::to_string(months) + "\n" + lines);
    const Window days = plan_window(budget, std::nullopt);
    const std::vector<Outcome> outcomes = movements({budget, Law()}, {}, days, [](const Movement&) {});
    std::string told;
    for (const Gap& gap : find_gaps({budget, Law()}, outcomes, days))
        told += budget.items[gap.item].id + ' ' + kinds.at(static_cast<std::size_t>(gap.kind)) + ' ' + iso(gap.day) +
                (gap.kind == GapKind::aci ? ' ' + std::string(id_of(gap.part)) + ' ' + std::to_string(gap.year) : "") +
                '\n';
    return told;
}

std::string expense(const std::string& keys, int months = 12) {
    return gaps("[[expense]]\nid = \"x\"\ncategory = \"meetings\"\n" + keys + "\n", months);
}

}  // namespace

TEST_CASE("a plan has the days from the opening to the end of its forecast") {
    const Budget budget = budget_of(std::string(one_bank) + "[forecast]\nmonths = 3\n");
    CHECK(plan_window(budget, std::nullopt).last == "2026-03-31"_d);
    CHECK(plan_window(budget, "2026-05-10"_d).first == "2026-01-01"_d);
    CHECK(plan_window(budget, "2026-05-10"_d).last == "2026-07-31"_d);
}

TEST_CASE("what each item brings is counted, hoped for or not, from the day its account opens") {
    const Budget budget = plan_of(
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = 1\nevery = \"month\"\nday = 5\n"
        "[[grant]]\nid = \"g\"\namount = 1\nstate = \"hoped\"\n"
        "instalments = [{ date = 2025-12-31, amount = 0.5 }, { date = 2026-02-28, amount = 0.5 }]\n");
    const std::vector<Outcome> found =
        movements({budget, Law()}, {}, {"2025-12-01"_d, "2026-03-31"_d}, [](const Movement&) {});
    CHECK(found.at(0).movements == 3);
    CHECK(found.at(0).first == "2026-01-05"_d);
    CHECK(found.at(0).last == "2026-03-05"_d);
    CHECK(found.at(1).movements == 1);
    CHECK(found.at(1).first == "2026-02-28"_d);
}

TEST_CASE("the first day of the plan and its last are in it") {
    CHECK(expense("amount = 1\ndate = 2025-12-31") == "x earlier 2025-12-31\n");
    CHECK(expense("amount = 1\ndate = 2026-01-01").empty());
    CHECK(expense("amount = 1\ndate = 2026-12-31").empty());
    CHECK(expense("amount = 1\ndate = 2027-01-01") == "x later 2027-01-01\n");
    CHECK(expense("amount = 1\ndate = 2026-01-01\nbusiness_day = \"previous\"") == "x earlier 2025-12-31\n");
}

TEST_CASE("what comes back each year may have no day in a shorter plan") {
    CHECK(expense("amount = 1\nevery = { months = [9] }\nday = 5", 6).empty());
    CHECK(expense("amount = 1\nevery = \"year\"\nfrom = \"2024-09\"\nday = 5", 6).empty());
    // Every other year: January 2025, January 2027.
    CHECK(expense("amount = 1\nevery = \"24 months\"\nfrom = \"2025-01\"\nday = 5").empty());
    // It begins more than a year after the account opens.
    CHECK(expense("amount = 1\nevery = \"year\"\nfrom = \"2027-02\"\nday = 5", 6) == "x later 2027-02-05\n");
    CHECK(expense("amount = 1\nevery = \"month\"\nday = 5\nuntil = \"2025-11\"", 6) == "x earlier 2025-11-05\n");
}

TEST_CASE("a list ends where one more, after its widest gap, would lie in the plan") {
    const std::string list = "amounts = [{ date = 2026-02-01, amount = 1 }, { date = 2026-05-01, amount = 1 }]";
    // 89 days after 1 May 2026 are 29 July.
    CHECK(expense(list, 7) == "x ends 2026-05-01\n");
    CHECK(expense(list, 6).empty());
    CHECK(expense(list + "\nuntil = 2026-05-01", 24).empty());
    CHECK(expense("amounts = [{ date = 2026-02-01, amount = 1 }]", 24).empty());
    CHECK(expense("amounts = [{ date = 2026-02-01, amount = 1 }, { date = 2026-02-01, amount = 1 }]", 24).empty());
    CHECK(gaps("[[expense]]\nid = \"x\"\ncategory = \"investment\"\n" + list + "\n", 24).empty());
}

TEST_CASE("a yearly grant ends where its next award would come in the plan") {
    const std::string grant =
        "[[grant]]\nid = \"g\"\namount = 1\nevery = \"year\"\nfrom = \"2025-01\"\nuntil = \"2026-12\"\n"
        "instalments = [{ day = \"03-31\", years = 1, share = \"50 %\" }, { day = \"06-30\", share = \"rest\" }]\n";
    // The award of 2027 begins on 30 June 2027; that of 2026 ends on 31 March 2027.
    CHECK(gaps(grant, 17).empty());
    CHECK(gaps(grant, 18) == "g ends 2027-03-31\n");
}

TEST_CASE("an advance or a balance of which nothing is said is missing where it would fall due in the plan") {
    // 2026 has its whole, so its balance follows; its advance does not.
    CHECK(gaps("[[aci.year]]\nyear = 2026\nnotified = 100\n", 24) ==
          "aci aci 2026-04-30 advance 2026\naci aci 2027-04-30 advance 2027\n");
    CHECK(gaps("[[aci.year]]\nyear = 2026\nadvance = { notified = 100 }\n", 16) ==
          "aci aci 2027-04-30 balance 2026\naci aci 2027-04-30 advance 2027\n");
    CHECK(gaps("[[aci.year]]\nyear = 2026\nadvance = { notified = 100 }\n", 15).empty());
    // Each on the day that the budget gives for it.
    CHECK(gaps("[aci]\nadvance_day = \"04-15\"\n[[aci.year]]\nyear = 2026\nadvance = { notified = 100 }\n", 16) ==
          "aci aci 2027-04-15 advance 2027\naci aci 2027-04-30 balance 2026\n");
    CHECK(gaps("[[aci.year]]\nyear = 2026\nadvance = { closed = true }\nbalance = { closed = true }\n").empty());
    CHECK(gaps("[[aci.year]]\nyear = 2028\nadvance = { notified = 100 }\n") == "aci later 2028-04-30\n");
}

TEST_CASE("with its contract the ACI is missing from that year on") {
    CHECK(gaps("[aci]\ncontract = 2025-03-01\n[[aci.year]]\nyear = 2026\nadvance = { amount = 1 }\n") ==
          "aci aci 2026-04-30 balance 2025\n");
    CHECK(gaps("[aci]\ncontract = 2026-01-01\n[[aci.year]]\nyear = 2026\nadvance = { amount = 1 }\n").empty());
}

TEST_CASE("a post that has ended or begins after the plan brings nothing") {
    const auto post = [](const std::string& days) {
        return gaps("[[post]]\nid = \"x\"\nform = \"service\"\ninvoice = 100\n" + days + "\n");
    };
    CHECK(post("from = 2025-01-01\nuntil = 2025-11-30") == "x earlier 2025-11-30\n");
    CHECK(post("from = 2025-01-01\nuntil = 2026-01-01").empty());
    CHECK(post("from = 2025-01-01\nuntil = 2025-12-31\ndelay = \"30 days\"").empty());
    CHECK(post("from = 2026-12-31").empty());
    CHECK(post("from = 2027-01-01") == "x later 2027-01-01\n");
}
