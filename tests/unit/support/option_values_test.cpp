// SPDX-License-Identifier: MIT
#include <msp/money/money.hpp>
#include <support/option_values.hpp>

#include <doctest/doctest.h>

TEST_CASE("an amount is typed bare or as an accountant writes it") {
    CHECK(msp::app::amount_from("90000") == msp::Money::from_cents(9'000'000));
    CHECK(msp::app::amount_from("-3000.00") == msp::Money::from_cents(-300'000));
    CHECK(msp::app::amount_from("90 000,50 €") == msp::Money::from_cents(9'000'050));
    CHECK(!msp::app::amount_from("90k"));
}
