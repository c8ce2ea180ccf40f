// SPDX-License-Identifier: MIT
#include <msp/money/split.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <tests/support/whole_numbers.hpp>

namespace {

using msp::Money;
using msp::test::least;
using msp::test::most;
using Cents = std::vector<std::int64_t>;

Cents cents_of(const std::vector<Money>& parts) {
    Cents cents;
    for (const Money part : parts)
        cents.push_back(part.cents());
    return cents;
}

Cents all_instalments(std::int64_t whole, std::int64_t count) {
    Cents cents;
    for (std::int64_t index = 0; index < count; ++index)
        cents.push_back(msp::instalment(Money::from_cents(whole), count, index).cents());
    return cents;
}

}  // namespace

TEST_CASE("a split gives left-over cents to the largest remainders") {
    struct Row {
        std::int64_t whole;
        Cents weights;
        Cents parts;
    };
    const Row rows[] = {
        {100, {1, 1, 1}, {34, 33, 33}},  // a tie goes to the first
        {200, {1, 1, 1}, {67, 67, 66}},
        {-100, {1, 1, 1}, {-34, -33, -33}},
        {100, {0, 1, 1, 1}, {0, 34, 33, 33}},
        {1, {0, 1, 1}, {0, 1, 0}},
        {10, {1, 2, 3}, {2, 3, 5}},       // 1.67, 3.33, 5
        {100, {5, 3, 1}, {56, 33, 11}},   // 55.56, 33.33, 11.11
        {7, {3, 2, 2, 4}, {2, 1, 1, 3}},  // 1.91, 1.27, 1.27, 2.55
        {0, {1, 0, 2}, {0, 0, 0}},
        {12345, {7}, {12345}},
        {most, {1}, {most}},
        {least, {most}, {least}},
        {most, {most, most}, {most / 2 + 1, most / 2}},
        {least, {1, 1}, {least / 2, least / 2}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.whole);
        CHECK(cents_of(msp::split(Money::from_cents(row.whole), row.weights)) == row.parts);
    }
}

TEST_CASE("weights that are negative or all zero cannot split anything") {
    const Money euro = Money::from_cents(100);
    CHECK_THROWS_AS((void)msp::split(euro, Cents{1, -1, 1}), std::invalid_argument);
    CHECK_THROWS_AS((void)msp::split(euro, Cents{0, 0}), std::invalid_argument);
    CHECK_THROWS_AS((void)msp::split(euro, Cents{}), std::invalid_argument);
}

TEST_CASE("equal instalments leave the difference to the last one") {
    const Cents twelve = {8333, 8333, 8333, 8333, 8333, 8333, 8333, 8333, 8333, 8333, 8333, 8337};
    CHECK(all_instalments(100'000, 12) == twelve);
    CHECK(all_instalments(1'994'400, 2) == Cents{997'200, 997'200});
    CHECK(all_instalments(-100'000, 3) == Cents{-33'333, -33'333, -33'334});
    CHECK(all_instalments(200, 3) == Cents{67, 67, 66});
    CHECK(all_instalments(-200, 3) == Cents{-67, -67, -66});
    CHECK(all_instalments(4'711, 1) == Cents{4'711});
    CHECK(all_instalments(0, 3) == Cents{0, 0, 0});
    CHECK(all_instalments(least, 2) == Cents{least / 2, least / 2});
}

TEST_CASE("a few cents in many instalments are cut, so that the last one keeps its sign") {
    CHECK(all_instalments(5, 6) == Cents{1, 1, 1, 1, 1, 0});        // half up fits: 5 x 1 and nothing
    CHECK(all_instalments(5, 8) == Cents{0, 0, 0, 0, 0, 0, 0, 5});  // half up would be 7 x 1 and -2
    CHECK(all_instalments(-5, 8) == Cents{0, 0, 0, 0, 0, 0, 0, -5});
    CHECK(msp::instalment(Money::from_cents(1), most, most - 1).cents() == 1);
    CHECK(msp::instalment(Money::from_cents(most), most, 0).cents() == 1);
}

TEST_CASE("an instalment that does not exist is refused") {
    const Money euro = Money::from_cents(100);
    CHECK_THROWS_AS((void)msp::instalment(euro, 12, 12), std::invalid_argument);
    CHECK_THROWS_AS((void)msp::instalment(euro, 12, -1), std::invalid_argument);
    CHECK_THROWS_AS((void)msp::instalment(euro, 0, 0), std::invalid_argument);
}
