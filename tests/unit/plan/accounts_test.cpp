// SPDX-License-Identifier: MIT
#include <msp/plan/accounts.hpp>
#include <msp/plan/unpaid.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// Each owes 50.00 a month.
const std::string house =
    "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\n[[key]]\nid = \"equal\"\nby = \"equal\"\n"
    "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 100.00\nevery = \"month\"\nday = 5\nshared = "
    "\"equal\"\n";

std::string opening(const std::string& member, const std::string& day, const std::string& amount,
                    const std::string& more = "") {
    return "[[current_account]]\nmember = \"" + member + "\"\ndate = " + day + "\namount = " + amount + "\n" + more;
}
std::string payment(const std::string& member, const std::string& day, const std::string& amount,
                    const std::string& more = "") {
    return "[[paid]]\nmember = \"" + member + "\"\ndate = " + day + "\namount = " + amount + "\n" + more;
}

// "a 12.00 0.00, b 0.00 0.00"; empty where no accounts are kept.
std::string before(const std::string& facts, std::int16_t exercise) {
    const Budget budget = budget_of(std::string(one_bank) + house + facts);
    Diagnostics problems;
    std::string text;
    const std::vector<AccountState> all = accounts_before(budget, 0, exercise, problems);
    for (std::size_t i = 0; i < all.size(); ++i)
        text +=
            (i == 0 ? "" : ", ") + budget.members[i].id + ' ' + plain(all[i].account) + ' ' + plain(all[i].advances);
    return text;
}

// "a 2026-02-01 charge 30.00 of 50.00, 103"
std::string unpaid(const std::string& facts, std::int16_t exercise, Date as_of) {
    static constexpr const char* kinds[] = {"opening", "charge", "reserve", "works", "settlement"};
    const Budget budget = budget_of(std::string(one_bank) + house + facts);
    Diagnostics problems;
    std::string text;
    const Unpaid found = unpaid_calls(budget, 0, exercise, as_of, problems).value();
    for (const MemberDebts& member : found.members) {
        for (const UnpaidCall& call : member.calls)
            text += budget.members[member.member].id + ' ' + iso(call.date) + ' ' +
                    kinds[static_cast<std::size_t>(call.kind)] + ' ' + plain(call.unpaid) + " of " +
                    plain(call.called) + ", " + std::to_string(call.days) + '\n';
        if (member.credit != Money())
            text += budget.members[member.member].id + " credit " + plain(member.credit) + '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("an account goes on from exercise to exercise, until another opening is typed") {
    CHECK(before("", 2026).empty());
    const std::string kept = opening("a", "2026-01-01", "12.00") + payment("a", "2026-02-01", "650.00") +
                             payment("b", "2026-02-01", "590.00");
    CHECK(before(kept, 2025).empty());
    CHECK(before(kept, 2026) == "a 12.00 0.00, b 0.00 0.00");
    // a 12 + 650 - 600, b 590 - 600; nothing is said of 2027, where each call counts as paid.
    CHECK(before(kept, 2027) == "a 62.00 0.00, b -10.00 0.00");
    CHECK(before(kept, 2028) == "a 62.00 0.00, b -10.00 0.00");
    CHECK(before(kept + opening("b", "2027-01-01", "3.00"), 2027) == "a 62.00 0.00, b 3.00 0.00");
}

TEST_CASE("what is advanced is held beside the account") {
    const std::string advanced = opening("a", "2026-01-01", "100.00", "kind = \"reserve\"\n") +
                                 opening("a", "2026-01-01", "20.00", "kind = \"works\"\n") +
                                 payment("a", "2026-02-01", "30.00", "kind = \"reserve\"\n") +
                                 payment("a", "2026-02-01", "600.00");
    CHECK(before(advanced, 2026) == "a 0.00 120.00, b 0.00 0.00");
    CHECK(before(advanced, 2027) == "a 0.00 150.00, b -600.00 0.00");
}

TEST_CASE("payments pay the oldest call first") {
    // Three calls of 50.00 until 15 March; 70.00 pay January and 20.00 of February. Days: 28 - 1 + 15 and 14.
    const std::string some = payment("a", "2026-03-10", "70.00") + payment("b", "2026-01-02", "160.00");
    CHECK(unpaid(some, 2026, "2026-03-15"_d) ==
          "a 2026-02-01 charge 30.00 of 50.00, 42\na 2026-03-01 charge 50.00 of 50.00, 14\nb credit 10.00\n");
    // On the 9th nothing had come of a; what comes later does not count.
    CHECK(unpaid(some, 2026, "2026-03-09"_d).find("a 2026-01-01 charge 50.00 of 50.00, 67\n") == 0);
    CHECK(unpaid("", 2026, "2026-03-15"_d).empty());
}

TEST_CASE("an opening to be paid is the oldest debt, a credit pays the first calls") {
    const std::string opened = opening("a", "2026-01-01", "-30.00") + opening("b", "2026-01-01", "70.00") +
                               payment("a", "2026-02-10", "20.00");
    CHECK(unpaid(opened, 2026, "2026-02-15"_d) ==
          "a 2026-01-01 opening 10.00 of 30.00, 45\na 2026-01-01 charge 50.00 of 50.00, 45\n"
          "a 2026-02-01 charge 50.00 of 50.00, 14\nb 2026-02-01 charge 30.00 of 50.00, 14\n");
}

TEST_CASE("what a settlement asks for is a debt of the last day of the exercise") {
    // 1,320.00 instead of 1,200.00: 60.00 each. a paid all calls; b's are 600.00 open, too old to be listed one by one.
    const std::string settled = opening("a", "2026-01-01", "0.00") + payment("a", "2026-12-01", "600.00") +
                                payment("b", "2026-12-01", "660.00") +
                                "[[spent]]\nline = \"rent\"\nexercise = 2026\namount = 1320.00\n";
    CHECK(unpaid(settled, 2026, "2026-12-31"_d) == "b credit 60.00\n");
    CHECK(unpaid(settled, 2027, "2027-01-10"_d) == "a 2026-12-31 settlement 60.00 of 60.00, 10\n");
}

TEST_CASE("ages end with 30, 60 and 90 days") {
    CHECK(age_of(0) == 0);
    CHECK(age_of(30) == 0);
    CHECK(age_of(31) == 1);
    CHECK(age_of(60) == 1);
    CHECK(age_of(61) == 2);
    CHECK(age_of(90) == 2);
    CHECK(age_of(91) == 3);
}
