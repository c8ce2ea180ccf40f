// SPDX-License-Identifier: MIT
#include <msp/ledger/values.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

// Cents, or -1 for none.
std::int64_t cents(std::string_view text) {
    const auto amount = ledger_amount(text);
    return amount ? amount->value.cents() : -1;
}

std::string day(std::string_view text) {
    const auto found = ledger_day(text);
    return found ? iso(found->value) : "none";
}

}  // namespace

TEST_CASE("amounts as exports write them") {
    CHECK(cents("1234,56") == 123456);
    CHECK(cents("0,00") == 0);
    CHECK(cents("") == 0);
    CHECK(cents("0000001000,00") == 100000);
    CHECK(cents("500000") == 50000000);
    CHECK(cents("1234.56") == 123456);
    CHECK(cents("1 234,56") == 123456);
    CHECK(cents("1\u00a0234,56") == 123456);
    CHECK(cents("1\u202f234,56") == 123456);
    CHECK(cents("1'234.5") == 123450);
    CHECK(cents("1.234,56") == 123456);
    CHECK(cents("1,234.56") == 123456);
    CHECK(cents(",5") == 50);
    CHECK(cents("12,") == 1200);
    CHECK(cents("12,000") == 1200);
    CHECK(cents("999999999999,99") == 99'999'999'999'999);
}

TEST_CASE("a sign stands before or behind") {
    CHECK(ledger_amount("-12,34")->value.cents() == -1234);
    CHECK(ledger_amount("12,34-")->value.cents() == -1234);
    CHECK(ledger_amount("+12,34")->value.cents() == 1234);
    CHECK(ledger_amount("12,34+")->value.cents() == 1234);
    CHECK_FALSE(ledger_amount("-12,34-"));
}

TEST_CASE("what is no amount") {
    for (const char* text : {"abc", "12,345", "1.234.567", "1,2,3", "12,3a", "1E3", "-", "+", ",", "--1", "12 €",
                             "1000000000000", "99999999999999999999"})
        CHECK_MESSAGE(!ledger_amount(text), text);
}

TEST_CASE("the form that is not the law's is told") {
    CHECK(ledger_amount("1234,56")->form == ValueForm::lawful);
    CHECK(ledger_amount("-5")->form == ValueForm::lawful);
    CHECK(ledger_amount("1234.56")->form == ValueForm::point);
    CHECK(ledger_amount("1 234,56")->form == ValueForm::grouped);
    CHECK(ledger_amount("12,000")->form == ValueForm::decimals);
    CHECK(ledger_day("20260131")->form == ValueForm::lawful);
    CHECK(ledger_day("2026-01-31")->form == ValueForm::separated);
    CHECK(ledger_day("31/01/2026")->form == ValueForm::day_first);
    CHECK(ledger_day("20260131 10:25:37")->form == ValueForm::timed);
}

TEST_CASE("days as exports write them") {
    CHECK(day("20260131") == "2026-01-31");
    CHECK(day("2026-01-31") == "2026-01-31");
    CHECK(day("2026/01/31") == "2026-01-31");
    CHECK(day("2026.01.31") == "2026-01-31");
    CHECK(day("31/01/2026") == "2026-01-31");
    CHECK(day("31-01-2026") == "2026-01-31");
    CHECK(day("31012026") == "2026-01-31");
    CHECK(day("20250219 10:25:37") == "2025-02-19");
    CHECK(day("2025-02-19T10:25:37Z") == "2025-02-19");
    CHECK(day("20240229") == "2024-02-29");
}

TEST_CASE("what is no day") {
    for (const char* text : {"", "00000000", "20260230", "20250229", "20261301", "2026013", "31/1/2026", "21000101",
                             "2026-01/31", "20260131x", "abcdefgh", "20260131 noon"})
        CHECK_MESSAGE(day(text) == "none", text);
    CHECK(no_ledger_day(""));
    CHECK(no_ledger_day("00000000"));
    CHECK(no_ledger_day("00/00/0000"));
    CHECK_FALSE(no_ledger_day("20260101"));
}

TEST_CASE("sides") {
    CHECK(ledger_side("D")->sign == 1);
    CHECK(ledger_side("d")->sign == 1);
    CHECK(ledger_side("+1")->sign == 1);
    CHECK(ledger_side("+1")->form == ValueForm::lawful);
    CHECK(ledger_side("1")->sign == 1);
    CHECK(ledger_side("1")->form == ValueForm::unsigned_one);
    CHECK(ledger_side("C")->sign == -1);
    CHECK(ledger_side("-1")->sign == -1);
    CHECK_FALSE(ledger_side(""));
    CHECK_FALSE(ledger_side("X"));
}

TEST_CASE("blanks around a field are no part of it, but the last byte of a letter is") {
    CHECK(trimmed("  a b ") == "a b");
    CHECK(trimmed("\u00a0a\u202f") == "a");
    CHECK(trimmed("\xa0"
                  "a") == "a");
    CHECK(trimmed("voilà") == "voilà");
    CHECK(trimmed("   ").empty());
}
