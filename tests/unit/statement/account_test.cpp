// SPDX-License-Identifier: MIT
#include <msp/statement/account.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("the check digits of an IBAN, by examples that are published") {
    // The registry of ISO 13616 has these of France, Germany and Belgium.
    CHECK(is_iban("FR1420041010050500013M02606"));
    CHECK(is_iban("DE89370400440532013000"));
    CHECK(is_iban("BE68539007547034"));
    CHECK_FALSE(is_iban("FR1420041010050500013M02607"));
    CHECK_FALSE(is_iban("DE89370400440532031000"));
    CHECK_FALSE(is_iban("FR14200410100505"));
    CHECK_FALSE(is_iban("FR14 20041010050500013M02606"));
    CHECK_FALSE(is_iban(""));
    CHECK(plain_iban("fr14 2004 1010 0505 0001 3m02 606") == "FR1420041010050500013M02606");
}

TEST_CASE("an account is that of an IBAN by whatever the file says of it") {
    // Bank 10278, branch 00001, number 00012345601, key 78.
    const std::string iban = "FR7610278000010001234560178";
    CHECK(is_iban(iban));
    CHECK(is_account(iban, {iban, {}, {}, {}, false}));
    CHECK(is_account(iban, {{}, "10278", "00001", "00012345601", false}));
    CHECK(is_account(iban, {{}, {}, {}, "12345601", false}));
    CHECK(is_account(iban, {{}, {}, {}, "0001234560178", false}));
    CHECK(is_account(iban, {{}, {}, {}, "5601", true}));
    CHECK_FALSE(is_account(iban, {{}, {}, {}, "5601", false}));
    CHECK_FALSE(is_account(iban, {{}, "10279", "00001", "00012345601", false}));
    CHECK_FALSE(is_account(iban, {{}, "10278", "00002", "00012345601", false}));
    CHECK_FALSE(is_account(iban, {"FR1420041010050500013M02606", {}, {}, {}, false}));
    CHECK_FALSE(is_account(iban, {}));
}
