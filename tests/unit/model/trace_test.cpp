// SPDX-License-Identifier: MIT
#include <msp/model/trace.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("movements that share their beginning take the same steps again") {
    Trace trace;
    trace.step({"amount", {}}, Money::from_cents(100));
    const std::size_t shared = trace.steps().size();
    trace.step({"paid", {}}, Money::from_cents(-100));
    trace.shorten(shared);
    trace.step({"received", {}}, Money::from_cents(100));
    REQUIRE(trace.steps().size() == 2);
    CHECK(trace.steps()[0].what.text == std::string_view("amount"));
    CHECK(trace.steps()[1].what.text == std::string_view("received"));
    trace.clear();
    CHECK(trace.steps().empty());
}
