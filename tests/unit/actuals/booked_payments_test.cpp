// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_payments.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// A has the account C12 in the books, B that of the id.
const std::string two_members = R"(
[[bank]]
opening = 0.00
date = 2026-01-01
[[member]]
id = "a"
account = "C12"
[[member]]
id = "b"
[[third_party]]
id = "town"
)" + equal_key_text() + monthly_text("expense", "rent", "rent", "100.00", "shared = \"equal\"\n");

const std::string reserve_and_works = R"(
[[call]]
id = "reserve"
shared = "equal"
calls = [{ date = 2026-01-10, amount = 100.00 }]
[[call]]
id = "works"
kind = "works"
shared = "equal"
calls = [{ date = 2026-01-20, amount = 60.00 }]
)";

std::string told(const Budget& budget, const MemberPayment& payment) {
    const char* kinds[] = {"", " reserve", " works"};
    return std::to_string(payment.date.fields().day) + ' ' + budget.payer_id(payment.member) + ' ' +
           plain(payment.amount) + kinds[static_cast<std::size_t>(payment.kind)];
}

std::string paid(const std::vector<std::string>& rows, const std::string& more = "") {
    const Budget budget = budget_of(two_members + more);
    const auto read = books_of(rows);
    const BookedPayments booked = booked_payments(budget, 0, Ledgers({&*read->ledger}));
    std::string all;
    for (const MemberPayment& payment : booked.payments)
        all += (all.empty() ? "" : ", ") + told(budget, payment);
    for (const BookedPayer& row : booked.rows) {
        if (!row.payer)
            all +=
                (all.empty() ? "nobody " : ", nobody ") + row.account + ' ' + row.auxiliary + ' ' + plain(row.amount);
    }
    return all;
}

}  // namespace

TEST_CASE("whose payment it is says the auxiliary account, or what stands behind the common account") {
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411 C12 - -50"}) == "5 a 50.00");
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 4110 c12 - -50"}) == "5 a 50.00");
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411C12 - - -50"}) == "5 a 50.00");
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411000B - - -50"}) == "5 b 50.00");
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411 TOWN - -50"}) == "5 town 50.00");
    // Who has no account there, and what has none.
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411 A - -50"}) == "nobody 411 A 50.00");
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411000 - - -50"}) == "nobody 411000  50.00");
    // Two members of one account are told from each other by nothing.
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 411 B - -50"}, "[[member]]\nid = \"c\"\naccount = \"b\"\n") ==
          "nobody 411 B 50.00");
}

TEST_CASE("a payment is money that moves: a call is none, and what is given back is negative") {
    // Called for 50 on the 5th, of which 30 are paid on the 9th and 10 given back on the 12th.
    CHECK(paid({"VE 1 05 411 C12 - 50", "VE 1 05 708 - - -50", "BQ 1 09 512 - - 30", "BQ 1 09 411 C12 - -30",
                "BQ 2 12 411 C12 - 10", "BQ 2 12 512 - - -10"}) == "9 a 30.00, 12 a -10.00");
    // What a year begins with, and a set-off between two accounts of a member, are none either.
    CHECK(paid({"AN 1 01 512 - - 50", "AN 1 01 411 C12 - -50", "OD 1 05 455 C12 - 20", "OD 1 05 411 C12 - -20",
                "BQ 1 06 512 - - 1", "BQ 1 06 706 - - -1"})
              .empty());
    // One payment of 50, parted by what its invoice is for: 30 and 20.
    CHECK(paid({"VE 1 05 411 C12 A 50", "VE 1 05 708 - - -30", "VE 1 05 7083 - - -20", "BQ 1 09 512 - - 50",
                "BQ 1 09 411 C12 A -50"}) == "9 a 50.00");
}

TEST_CASE("a book of cash alone has payments on the income that calls are") {
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 708 C12 - -50"}) == "5 a 50.00");
    // Without a name income may be anybody's.
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 708 - - -50"}).empty());
    // Of another account only where the budget says so.
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 706 C12 - -50"}).empty());
    CHECK(paid({"BQ 1 05 512 - - 50", "BQ 1 05 706 C12 - -50"}, "[charges]\naccounts = { income = \"706\" }\n") ==
          "5 a 50.00");
}

TEST_CASE("what a payment is for says the call that it pays") {
    const std::vector<std::string> calls = {"VE 1 02 411 C12 A 40",  "VE 1 02 708 - - -40",  "OD 1 10 411 C12 B 50",
                                            "OD 1 10 455 C12 - -50", "OD 2 20 411 C12 C 30", "OD 2 20 455 C12 - -30"};
    const auto with = [&](const std::vector<std::string>& more, const std::string& budget) {
        std::vector<std::string> rows = calls;
        rows.insert(rows.end(), more.begin(), more.end());
        return paid(rows, budget);
    };
    const std::vector<std::string> three = {"BQ 1 25 512 - - 40",    "BQ 1 25 411 C12 A -40", "BQ 2 26 512 - - 50",
                                            "BQ 2 26 411 C12 B -50", "BQ 3 27 512 - - 30",    "BQ 3 27 411 C12 C -30"};
    CHECK(with(three, reserve_and_works) == "25 a 40.00, 26 a 50.00 reserve, 27 a 30.00 works");
    // Who calls for no advances has members put money on their current accounts.
    CHECK(with(three, "") == "25 a 40.00, 26 a 50.00, 27 a 30.00");
    // All in one payment: 120 under one code, by what was called.
    CHECK(paid({"VE 1 02 411 C12 A 40", "VE 1 02 708 - - -40", "OD 1 10 411 C12 A 50", "OD 1 10 455 C12 - -50",
                "BQ 1 25 512 - - 90", "BQ 1 25 411 C12 A -90"},
               reserve_and_works) == "25 a 40.00, 25 a 50.00 reserve");
    // Without a code, by the amount: the only call of 50 is for the reserve; nobody called for 45.
    CHECK(paid({"VE 1 02 411 C12 - 40", "VE 1 02 708 - - -40", "OD 1 10 411 C12 - 50", "OD 1 10 455 C12 - -50",
                "BQ 1 25 512 - - 50", "BQ 1 25 411 C12 - -50", "BQ 2 26 512 - - 45", "BQ 2 26 411 C12 - -45"},
               reserve_and_works) == "25 a 50.00 reserve, 26 a 45.00");
    // Straight onto the account of advances, and out of the current account.
    CHECK(paid({"BQ 1 12 512 - - 50", "BQ 1 12 455 C12 - -50", "BQ 2 22 512 - - 30", "BQ 2 22 455 C12 - -30",
                "BQ 3 27 455 C12 - 15", "BQ 3 27 512 - - -15"},
               reserve_and_works) == "12 a 50.00 reserve, 22 a 30.00 works, 27 a -15.00");
}

TEST_CASE("the books take the place of what is typed of their days, and a difference is told") {
    const std::string typed = R"(
[[paid]]
member = "a"
date = 2026-01-05
amount = 50.00
exercise = 2025
[[paid]]
member = "a"
date = 2026-01-20
amount = 25.00
[[paid]]
member = "b"
date = 2026-01-09
amount = 10.00
[[paid]]
member = "b"
date = 2026-02-03
amount = 40.00
)";
    Budget budget = budget_of(two_members + typed);
    const auto read = books_of({"BQ 1 05 512 - - 50", "BQ 1 05 411 C12 - -50", "BQ 2 06 512 - - 10",
                                "BQ 2 06 411 B - -10", "BQ 3 31 512 - - 1", "BQ 3 31 758 - - -1"});
    const BookedPayments booked = booked_payments(budget, 0, Ledgers({&*read->ledger}));
    // 50 + 25 of a are typed and 50 booked; of b 10 and 10.
    REQUIRE(booked.typed.size() == 1);
    CHECK(booked.typed[0].payer == 0);
    CHECK(booked.typed[0].typed == Money::from_cents(75'00));
    CHECK(booked.typed[0].booked == Money::from_cents(50'00));
    CHECK(booked.all == Money::from_cents(60'00));
    take_booked(budget, booked);
    std::string all;
    for (const MemberPayment& payment : budget.paid)
        all += std::to_string(budget.exercise_of(payment)) + ' ' + told(budget, payment) + '\n';
    // The one of February is later than the books; the exercise is known of the very payment that is typed.
    CHECK(all == "2026 3 b 40.00\n2025 5 a 50.00\n2026 6 b 10.00\n");
    // Books without a payment of anybody say nothing of payments.
    Budget other = budget_of(two_members + typed);
    const auto none = books_of({"BQ 1 05 512 - - 50", "BQ 1 05 706 - - -50"});
    take_booked(other, booked_payments(other, 0, Ledgers({&*none->ledger})));
    CHECK(other.paid.size() == 4);
}
