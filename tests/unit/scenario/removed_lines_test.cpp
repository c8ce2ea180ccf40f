// SPDX-License-Identifier: MIT
#include <msp/scenario/removed_lines.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tests/support/posts.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// What is left in the scenario "s" of rules, of lines of contracts and of real costs, and what is told of it.
std::string left(const std::string& lines, const std::string& change) {
    Reading reading = read(lines + "[[scenario]]\nid = \"s\"\nchange = [" + change + "]\n");
    CHECK(reading.problems() == "");
    const std::optional<Budget> budget = reading.scenario("s");
    std::string all;
    for (const Diagnostic& diagnostic : reading.diagnostics.sorted())
        all += std::string(diagnostic.id) + '*' + std::to_string(diagnostic.notes.size()) + ' ';
    if (!budget)
        return all + "none";
    for (const MapRule& rule : budget->map)
        all += budget->items[rule.item].id + ' ';
    for (const Contract& contract : budget->contracts)
        all += contract.id + '=' +
               (contract.item ? budget->items[*contract.item].id : budget->entities[contract.entity].id) + ' ';
    for (const Spent& spent : budget->spent)
        all += std::to_string(spent.amount.cents()) + ' ';
    return all;
}

const std::string two_accounts =
    "[[entity]]\nid = \"sisa\"\n[[entity]]\nid = \"scm\"\n" +
    bank_text("b1", "-1", "entity = \"sisa\"\noverdraft_rate = \"3.65 %\"\nfees_match = [\"661\"]\n") +
    bank_text("b2", "0", "entity = \"scm\"\noverdraft_rate = \"3.65 %\"\n") + R"(
[[map]]
line = "fees.b2"
label = "agios"
[[map]]
line = "rent"
account = "613"
[[map]]
line = "rent"
label = "bail"
)" + rent_text("rent", "bank = \"b2\"\n") +
    contract_text("a", "line = \"rent\"\nentity = \"sisa\"\n") + contract_text("b", "line = \"rent\"\n") +
    contract_text("c", "line = \"fees.b1\"\n");

}  // namespace

TEST_CASE("the rules of a line go with it, and its contracts stay those of their entities") {
    const std::string all = "fees.b1 fees.b2 rent rent ";
    CHECK(left(two_accounts, "{ set = \"expense.rent.amount\", to = 2 }") == all + "a=rent b=rent c=fees.b1 ");
    CHECK(left(two_accounts, "{ remove = \"expense.rent\" }") ==
          "contract.line*1 contract.line*1 map.line*2 fees.b1 fees.b2 a=sisa b=scm c=fees.b1 ");
    CHECK(left(two_accounts, "{ remove = \"expense.rent\" }, { remove = \"contract.a\" }") ==
          "contract.line*1 map.line*2 fees.b1 fees.b2 b=scm c=fees.b1 ");
}

TEST_CASE("what an overdraft costs is a line of its account's") {
    CHECK(left(two_accounts, "{ remove = \"bank.b1.overdraft_rate\" }") ==
          "contract.line*1 map.line*1 fees.b2 rent rent a=rent b=rent c=sisa ");
    CHECK(left(two_accounts, "{ remove = \"bank.b2.overdraft_rate\" }") ==
          "map.line*1 fees.b1 rent rent a=rent b=rent c=fees.b1 ");
    CHECK(left(two_accounts, "{ set = \"bank.b1.overdraft_rate\", to = \"5 %\" }") ==
          "fees.b1 fees.b2 rent rent a=rent b=rent c=fees.b1 ");
}

TEST_CASE("a line that another takes the place of keeps its rules, and one that was never there is an error") {
    CHECK(left(two_accounts,
               "{ remove = \"expense.rent\" }, { add = \"expense\", value = { id = \"rent\", bank = \"b2\", "
               "category = \"rent\", amount = 2, every = \"month\", day = 5 } }") ==
          "fees.b1 fees.b2 rent rent a=rent b=rent c=fees.b1 ");
    CHECK(left(two_accounts, "{ add = \"map\", value = { line = \"rnt\", label = \"x\" } }") == "id.unknown*0 none");
}

TEST_CASE("what a line really cost goes with it, a payment of a post with the post") {
    const std::string by_key = "shared = \"equal\"\n";
    const std::string shared = std::string(one_bank) + bare_employer_without_assume + "[[member]]\nid = \"a\"\n" +
                               equal_key_text() + rent_text("rent", by_key) + rent_text("secretary", by_key) + R"(
[[post]]
id = "nurse"
from = 2026-01-01
gross = 2500
shared = "equal"
[[spent]]
line = "rent"
date = 2026-01-05
amount = 0.01
[[spent]]
line = "nurse.net"
date = 2026-01-31
amount = 0.02
[[spent]]
line = "secretary"
exercise = 2026
amount = 0.03
[[spent]]
line = "rent"
date = 2026-02-05
amount = 0.04
)";
    CHECK(left(shared, "{ set = \"expense.rent.amount\", to = 2 }") == "1 2 3 4 ");
    CHECK(left(shared, "{ remove = \"expense.rent\" }") == "spent.line*1 2 3 ");
    CHECK(left(shared, "{ remove = \"post.nurse\" }") == "spent.line*1 1 3 4 ");
    CHECK(left(shared, "{ remove = \"expense.rent\" }, { remove = \"post.nurse\" }") == "spent.line*1 spent.line*1 3 ");
}
