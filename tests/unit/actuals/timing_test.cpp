// SPDX-License-Identifier: MIT
#include <msp/actuals/timing.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <tests/support/budget.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// "period amount, ...": euros.
std::vector<TimedAmount> items(const std::string& text) {
    std::vector<TimedAmount> all;
    std::istringstream in(text);
    std::size_t period = 0;
    int euros = 0;
    while (in >> period >> euros)
        all.push_back({period, Money::from_cents(euros * 100)});
    return all;
}

std::string timing(const std::string& planned, const std::string& actual, std::size_t shown = 4) {
    std::string out;
    for (const Money amount : timing_of(items(planned), items(actual), 4, shown))
        out += (out.empty() ? "" : " ") + std::to_string(amount.cents() / 100);
    return out;
}

}  // namespace

TEST_CASE("what came in another period is timing, minus there and plus here") {
    CHECK(timing("0 100", "1 100") == "-100 100 0 0");
    CHECK(timing("0 -100", "1 -100") == "100 -100 0 0");
    CHECK(timing("1 100", "0 100") == "100 -100 0 0");
    CHECK(timing("0 100 1 100", "0 100 1 100") == "0 0 0 0");
    // Both in the second.
    CHECK(timing("0 100 1 100", "1 100 1 100") == "-100 100 0 0");
    CHECK(timing("0 100 1 100", "1 200") == "-100 100 0 0");
    CHECK(timing("0 100 1 110 2 120", "2 330") == "-100 -110 210 0");
    // The oldest due first.
    CHECK(timing("0 100 1 100 2 100", "2 100 3 100") == "-100 0 0 100");
}

TEST_CASE("what came late with another amount is timing of what was due") {
    CHECK(timing("0 360", "2 350") == "-360 0 360 0");
    CHECK(timing("0 360", "2 100 3 50") == "-150 0 100 50");
    CHECK(timing("0 1800", "0 570 1 612 2 600") == "-1212 612 600 0");
}

TEST_CASE("what came in several parts is timing of each of them") {
    CHECK(timing("0 100", "1 60 2 40") == "-100 60 40 0");
    CHECK(timing("0 100", "0 60 1 40") == "-40 40 0 0");
    CHECK(timing("0 100 1 100 2 100", "0 100 1 60 2 40 2 100") == "0 -40 40 0");
    // Ten are never paid: they are lacking where the last part came.
    CHECK(timing("0 100", "1 60 2 30") == "-100 60 40 0");
}

TEST_CASE("what came and went back is timing") {
    // Paid twice and refunded; paid once more than due, and the rest came back.
    CHECK(timing("0 -100", "0 -100 1 -100 2 100") == "0 -100 100 0");
    CHECK(timing("0 -100", "0 -120 1 20") == "-20 20 0 0");
    // Refunded for good, it is not paid.
    CHECK(timing("0 -100", "0 -100 2 100") == "0 0 0 0");
}

TEST_CASE("what came in its period, or never, is amount") {
    CHECK(timing("0 100 1 100", "0 90 1 110") == "0 0 0 0");
    CHECK(timing("0 100", "") == "0 0 0 0");
    CHECK(timing("", "2 100") == "0 0 0 0");
    CHECK(timing("0 100", "1 -100") == "0 0 0 0");
    // What is due later is only taken whole.
    CHECK(timing("3 500", "1 100", 2) == "0 0 0 0");
    CHECK(timing("3 500", "1 450", 2) == "0 500 0 -500");
}

TEST_CASE("what came in its own period for nearly all of it is looked for in no other") {
    // 97 of the first 100 came; the second one of the third period was never planned.
    CHECK(timing("0 100 1 100 2 100", "0 97 1 100 2 100 2 100") == "0 0 0 0");
    // Nothing came in the first period, and in the second, of another rent, what was due then.
    CHECK(timing("0 100 1 105", "1 100") == "-100 100 0 0");
}

TEST_CASE("parts of an item do not come where another one is due") {
    // 40 of 100 in the first period, and in the third one 60 of its own 100.
    CHECK(timing("0 100 1 100 2 100", "0 40 1 100 2 60") == "0 0 0 0");
    CHECK(timing("0 100 1 100", "0 40 1 100 2 60") == "-60 0 60 0");
}

TEST_CASE("what is held against each other is told, and only what changes its period") {
    // 60 due in the first period: 40 come near to it, 10 are a part of the rest, and 10 are still lacking with them.
    // -30 come in the first period and go back in the second.
    const std::vector<TimedAmount> planned = items("0 60 2 5");
    const std::vector<TimedAmount> actual = items("0 -30 1 30 1 40 2 5 2 10");
    std::string told;
    for (const TimedMove& move : timed_moves(planned, actual, 4, 4))
        told += std::to_string(static_cast<int>(move.kind)) + ' ' + std::to_string(move.from) + ' ' +
                std::to_string(move.to) + ' ' + std::to_string(move.amount.cents() / 100) + ", ";
    CHECK(told == "1 1 0 -30, 0 0 2 40, 0 0 4 10, 2 0 4 10, ");
}
