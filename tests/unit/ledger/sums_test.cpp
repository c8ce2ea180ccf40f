// SPDX-License-Identifier: MIT
#include <msp/ledger/sums.hpp>

#include <doctest/doctest.h>

#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("journals and accounts of cash add up, openings apart") {
    const auto read = ledger_of(
        fec_header() + fec_line("AN|A nouveaux|1|20260101|512000|Banque|||A|20260101|x|50,00|0,00|||20260101||") +
        fec_line("AN|A nouveaux|1|20260101|101000|Capital|||A|20260101|x|0,00|50,00|||20260101||") +
        fec_line("BQ|Banque|2|20260110|512000|Banque|||B|20260110|x|0,00|20,00|||20260110||") +
        fec_line("BQ|Banque|2|20260110|401000|F|||B|20260110|x|20,00|0,00|||20260110||"));
    const LedgerSums sums = ledger_sums(*read->ledger);
    REQUIRE(sums.journals.size() == 2);
    CHECK(sums.journals[1].debit == Money::from_cents(20'00));
    CHECK(sums.journals[1].difference == Money());
    REQUIRE(sums.cash.size() == 1);
    CHECK(sums.cash[0].opening == Money::from_cents(50'00));
    CHECK(sums.cash[0].in == Money());
    CHECK(sums.cash[0].out == Money::from_cents(-20'00));
    CHECK(sums.cash[0].closing == Money::from_cents(30'00));
    CHECK(iso(sums.first.value()) == "2026-01-10");
    CHECK(sums.debit == Money::from_cents(70'00));
}

TEST_CASE("banks and cash boxes hold money; what is in transit or has only accrued is none") {
    for (const char* account : {"512000", "514", "517100", "519100", "530000", "541"})
        CHECK(is_cash_account(account));
    for (const char* account : {"511200", "518600", "519800", "580000", "508", "401"})
        CHECK_FALSE(is_cash_account(account));
}
