// SPDX-License-Identifier: MIT
#include <msp/charges/call_parts.hpp>
#include <msp/money/split.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace msp;

namespace {

// "37.63 16.12, 37.62 16.13": all calls of shares in cents, each an instalment of their sum.
std::string all_calls(const std::vector<std::int64_t>& shares, std::ptrdiff_t over) {
    std::vector<CalledLine> lines;
    Money total;
    for (const std::int64_t share : shares) {
        lines.push_back({Money(), Money(), Money::from_cents(share)});
        total += Money::from_cents(share);
    }
    std::string text;
    for (std::ptrdiff_t call = 0; call < over; ++call) {
        const std::vector<Money> parts = parted_call(instalment(total, over, call), lines, call + 1, over);
        text += text.empty() ? "" : ",";
        for (std::size_t line = 0; line < parts.size(); ++line) {
            lines[line].called += parts[line];
            text += (text.empty() ? "" : " ") + plain(parts[line]);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a line has been called its part so far after each call") {
    // A quarter of 150.50 is 37.625, and of 64.50 it is 16.125: 53.75 together. A half is 75.25 and 32.25.
    CHECK(all_calls({15050, 6450}, 4) == "37.63 16.12, 37.62 16.13, 37.63 16.12, 37.62 16.13");
    // Of one line the call is the instalment: 3 x 33.33 = 99.99, and 133.33 - 99.99 = 33.34.
    CHECK(all_calls({13333}, 4) == "33.33, 33.33, 33.33, 33.34");
}

TEST_CASE("lines bear what a call is rounded by in proportion to their shares") {
    // 100.01 in three is 33.34, 33.34 and 33.33. In cents: first 3333.67 and 0.33 are due of 3334, so the larger rest
    // rises; then 3333.33 and 0.67 of 3334, so the cent is called; and what is left of both.
    CHECK(all_calls({10000, 1}, 3) == "33.34 0.00, 33.33 0.01, 33.33 0.00");
}

TEST_CASE("a credit mirrors what is owed, and a refund lowers a call") {
    CHECK(all_calls({-15050, -6450}, 4) == "-37.63 -16.12, -37.62 -16.13, -37.63 -16.12, -37.62 -16.13");
    CHECK(all_calls({120000, -1200}, 12).starts_with("100.00 -1.00, 100.00 -1.00, "));
}

TEST_CASE("no cent of rounding gives a line the other sign") {
    // 0.05 in twelve calls beside 1,000.00: nothing or a cent in each, five in all.
    const std::string calls = all_calls({100000, 5}, 12);
    CHECK(calls.find('-') == std::string::npos);
    std::size_t found = 0;
    for (std::size_t at = calls.find(" 0.01"); at != std::string::npos; at = calls.find(" 0.01", at + 1))
        ++found;
    CHECK(found == 5);
}

TEST_CASE("who has no line is called nothing") {
    CHECK(parted_call(Money(), {}, 1, 12).empty());
    CHECK(all_calls({0, 0}, 2) == "0.00 0.00, 0.00 0.00");
}
