// SPDX-License-Identifier: MIT
#include <msp/money/scale.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string told(const std::vector<Money>& amounts) {
    std::string text;
    for (const Money amount : amounts)
        text += (text.empty() ? "" : " ") + plain(amount);
    return text;
}

}  // namespace

TEST_CASE("an amount stands at the nearest step, half up on both sides of zero") {
    const AmountScale scale("-100"_eur, "300"_eur, 40);  // 10 euros a step
    CHECK(scale.at("-100"_eur) == 0);
    CHECK(scale.at("0"_eur) == 10);
    CHECK(scale.at("300"_eur) == 40);
    CHECK(scale.at("4.99"_eur) == 10);
    CHECK(scale.at("5"_eur) == 11);
    CHECK(scale.at("-5"_eur) == 10);
    CHECK(scale.at("-5.01"_eur) == 9);
    CHECK(scale.at("-200"_eur) == -10);
    // The largest amounts that there are: what lies between, times the steps, is beyond 64 bits.
    const AmountScale wide(opposite(largest_amount), largest_amount, 1'000'000);
    CHECK(wide.at(Money()) == 500'000);
}

TEST_CASE("bars begin at zero, and one cell is as much to its left as to its right") {
    // 300 of 400 lie above zero: three cells of four, 10 euros each.
    const BarField field("-100"_eur, "300"_eur, 40);
    CHECK(field.left() == 10);
    CHECK(field.right() == 30);
    CHECK(field.length("300"_eur, 8) == 240);
    CHECK(field.length("-100"_eur, 8) == -80);
    CHECK(field.length("12.5"_eur, 8) == 10);
    CHECK(field.length("0"_eur, 8) == 0);
    // Less than half a part is drawn all the same.
    CHECK(field.length("0.01"_eur, 8) == 1);
    CHECK(field.length("-0.01"_eur, 8) == -1);
}

TEST_CASE("no cell is left of zero where nothing goes below it, and one is where anything does") {
    CHECK(BarField("50"_eur, "100"_eur, 20).left() == 0);
    CHECK(BarField("0"_eur, "0"_eur, 20).length("0"_eur, 8) == 0);
    const BarField tiny("-0.01"_eur, "1000000"_eur, 20);
    CHECK(tiny.left() == 1);
    CHECK(tiny.length("1000000"_eur, 1) == 19);
    const BarField all("-100"_eur, "-50"_eur, 20);
    CHECK(all.right() == 1);
    CHECK(all.length("-100"_eur, 1) == -19);
}

TEST_CASE("amounts beside a line are round ones") {
    // 0 to 73,200 in steps of 10,000 are eight, of 20,000 four.
    CHECK(told(round_amounts("0"_eur, "73200"_eur, 6)) == "0.00 20000.00 40000.00 60000.00");
    CHECK(told(round_amounts("0"_eur, "73200"_eur, 8)) ==
          "0.00 10000.00 20000.00 30000.00 40000.00 50000.00 60000.00 70000.00");
    CHECK(told(round_amounts("-3436.94"_eur, "9100"_eur, 3)) == "0.00 5000.00");
    CHECK(told(round_amounts("-7000"_eur, "9100"_eur, 4)) == "-5000.00 0.00 5000.00");
    CHECK(told(round_amounts("0"_eur, "3"_eur, 9)) == "0.00 1.00 2.00 3.00");
    CHECK(told(round_amounts("0"_eur, "0"_eur, 5)) == "0.00");
}
