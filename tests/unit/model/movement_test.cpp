// SPDX-License-Identifier: MIT
#include <msp/model/movement.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("origins, parts and states have the words that CSV promises") {
    CHECK(id_of(Origin::line) == "line");
    CHECK(id_of(Origin::grant) == "grant");
    CHECK(id_of(Origin::transfer) == "transfer");
    CHECK(id_of(Origin::loan) == "loan");
    CHECK(id_of(Origin::fee) == "fee");
    CHECK(id_of(Origin::aci) == "aci");
    CHECK(id_of(Origin::payroll) == "payroll");
    CHECK(id_of(Origin::charges) == "charges");
    CHECK(id_of(Origin::actual) == "actual");
    CHECK(id_of(Part::whole).empty());
    CHECK(id_of(Part::principal) == "principal");
    CHECK(id_of(Part::interest) == "interest");
    CHECK(id_of(Part::insurance) == "insurance");
    CHECK(id_of(Part::drawdown) == "drawdown");
    CHECK(id_of(Part::advance) == "advance");
    CHECK(id_of(Part::balance) == "balance");
    CHECK(id_of(Part::recovery) == "recovery");
    CHECK(id_of(State::hoped) == "hoped");
    CHECK(id_of(State::assumed) == "assumed");
    CHECK(id_of(State::planned) == "planned");
    CHECK(id_of(State::called) == "called");
    CHECK(id_of(State::notified) == "notified");
    CHECK(id_of(State::paid) == "paid");
}

TEST_CASE("a window holds its first and its last day and none outside") {
    const Window window = {"2026-01-01"_d, "2026-01-31"_d};
    CHECK(window.holds("2026-01-01"_d));
    CHECK(window.holds("2026-01-31"_d));
    CHECK_FALSE(window.holds("2025-12-31"_d));
    CHECK_FALSE(window.holds("2026-02-01"_d));
}
