// SPDX-License-Identifier: MIT
#include <msp/plan/accounts.hpp>
#include <msp/plan/entries.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string shared =
    "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\n[[key]]\nid = \"equal\"\nby = \"equal\"\n"
    "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\ndate = 2026-03-01\nshared = \"equal\"\namount = 400.00\n";

// "2026-01-01 members/income a 50.00", an entry a line.
std::string entries(const std::string& facts) {
    const Budget budget = budget_of(std::string(one_bank) + facts);
    Diagnostics problems;
    std::vector<Distributed> distributions;
    for (std::size_t i = 0; i < budget.distributions.size(); ++i)
        distributions.push_back(distributed(budget, i, problems).value());
    const SettledExercise exercise = settled_exercise(budget, 0, 2026, {}, problems).value();
    std::string text;
    for (const JournalEntry& entry :
         entries_of(budget, exercise.calls, exercise.settlement, distributions, 0, days_of(budget, 2026, 0)))
        text += iso(entry.date) + ' ' + usual_account(entry.debit) + '/' + usual_account(entry.credit) + ' ' +
                budget.members[entry.member].id + ' ' + plain(entry.amount) + '\n';
    return text;
}

}  // namespace

TEST_CASE("a call is owed and income, a settlement corrects it on the last day") {
    // Called 200.00 each in four; really 420.00 or 380.00, so 10.00 more or less.
    const std::string quarterly = "[charges]\ncalls = \"quarter\"\n";
    const std::string called =
        "2026-01-01 411/708 a 50.00\n2026-01-01 411/708 b 50.00\n2026-04-01 411/708 a 50.00\n"
        "2026-04-01 411/708 b 50.00\n2026-07-01 411/708 a 50.00\n2026-07-01 411/708 b 50.00\n"
        "2026-10-01 411/708 a 50.00\n2026-10-01 411/708 b 50.00\n";
    CHECK(entries(quarterly + shared) == called);
    const std::string spent = "[[spent]]\nline = \"rent\"\nexercise = 2026\namount = ";
    CHECK(entries(quarterly + shared + spent + "420.00\n") ==
          called + "2026-12-31 411/708 a 10.00\n2026-12-31 411/708 b 10.00\n");
    CHECK(entries(quarterly + shared + spent + "380.00\n") ==
          called + "2026-12-31 708/411 a 10.00\n2026-12-31 708/411 b 10.00\n");
}

TEST_CASE("all lines of a member's call are one entry, an advance is one of its own") {
    const std::string more =
        "[[expense]]\nid = \"heat\"\ncategory = \"energy\"\ndate = 2026-03-01\nshared = \"equal\"\namount = 40.00\n"
        "[[call]]\nid = \"roof\"\nkind = \"works\"\nshared = \"equal\"\ncalls = [{ date = 2026-04-01, amount = 9.00 "
        "}]\n";
    // (400 + 40) / 2 / 4 = 55.00.
    CHECK(entries("[charges]\ncalls = \"quarter\"\n" + shared + more).find("2026-01-01 411/708 a 55.00\n") == 0);
    CHECK(entries("[charges]\ncalls = \"quarter\"\n" + shared + more)
              .find("2026-04-01 411/708 b 55.00\n2026-04-01 411/455 a 4.50\n2026-04-01 411/455 b 4.50\n") !=
          std::string::npos);
}

TEST_CASE("a distribution is booked as what it is, each day by itself, and an alternative not at all") {
    const auto distribution = [](const std::string& as) {
        return "[[member]]\nid = \"a\"\n[[distribution]]\nid = \"d\"\nas = \"" + as +
               "\"\nrates = [{ rate = 10.00 }]\n"
               "dates = [{ date = 2026-06-30, share = \"1/3\" }, { date = 2026-12-20, share = \"rest\" }]\n"
               "[[distribution]]\nid = \"other\"\nalternative = \"d\"\nrates = [{ rate = 20.00 }]\n"
               "[[participation]]\ndistribution = \"d\"\nmember = \"a\"\nhours = 10\n";
    };
    // 100.00: a third is 33.33, the rest 66.67.
    CHECK(entries(distribution("fees")) == "2026-06-30 6228/401 a 33.33\n2026-12-20 6228/401 a 66.67\n");
    CHECK(entries(distribution("result")) == "2026-06-30 120/457 a 33.33\n2026-12-20 120/457 a 66.67\n");
    CHECK(entries(distribution("current-account")) == "2026-06-30 120/455 a 33.33\n2026-12-20 120/455 a 66.67\n");
}

TEST_CASE("accounts are typed, or the usual ones") {
    const Budget budget = budget_of(std::string(one_bank) +
                                    "[charges]\naccounts = { income = \"706100\", fees_due = \"467DIV\" }\n"
                                    "[[member]]\nid = \"a\"\naccount = \"C001\"\n[[member]]\nid = \"b\"\n");
    const Ledger& ledger = budget.call_terms.front().ledger;
    CHECK(ledger.account(AccountRole::income) == "706100");
    CHECK(ledger.account(AccountRole::fees_due) == "467DIV");
    CHECK(ledger.account(AccountRole::advances) == "455");
    CHECK(ledger.journal == "OD");
    CHECK(budget.members[0].account == "C001");
    CHECK(budget.members[1].account == "b");
}
