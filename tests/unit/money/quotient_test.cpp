// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/quotient.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

using namespace msp;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

std::string fraction(const Quotient& value) {
    return decimal(value.numerator()) + "/" + decimal(value.denominator());
}

Money cents(std::int64_t count) {
    return Money::from_cents(count);
}

}  // namespace

TEST_CASE("a quotient is kept in lowest terms with a positive denominator") {
    CHECK(fraction(Quotient(6, 4)) == "3/2");
    CHECK(fraction(Quotient(6, -4)) == "-3/2");
    CHECK(fraction(Quotient(-6, -4)) == "3/2");
    CHECK(fraction(Quotient(0, -7)) == "0/1");
    CHECK(fraction(Quotient(Rate(25, 3))) == "1/40");  // 2.5 %
    CHECK_THROWS_AS(Quotient(1, 0), std::invalid_argument);
    CHECK_THROWS_AS(Quotient(1) / Quotient(), std::invalid_argument);
}

TEST_CASE("quotients are added, multiplied and compared exactly") {
    CHECK(Quotient(1, 3) + Quotient(1, 6) == Quotient(1, 2));
    CHECK(Quotient(1, 3) - Quotient(1, 2) == Quotient(-1, 6));
    CHECK(Quotient(2, 3) * Quotient(9, 4) == Quotient(3, 2));
    CHECK(Quotient(2, 3) / Quotient(-4, 9) == Quotient(-3, 2));
    CHECK(Quotient(1, 3) < Quotient(34, 100));
    CHECK(Quotient(-1, 2) < Quotient(-1, 3));
    CHECK(Quotient(2, 4) <= Quotient(1, 2));
}

TEST_CASE("what 128 bits cannot hold is an error") {
    const Quotient square = Quotient(largest) * Quotient(largest);  // about 2^126
    CHECK_THROWS_AS(square * Quotient(4), Error);
    CHECK_THROWS_AS(Quotient(1) / square + Quotient(1) / (square - Quotient(1)), Error);
    CHECK(square / Quotient(largest) == Quotient(largest));
}

TEST_CASE("a quotient is written in decimals, the last one rounded half up") {
    CHECK(decimal(Quotient(22128, 10), 6) == "2212.800000");
    CHECK(decimal(Quotient(2, 3), 6) == "0.666667");
    CHECK(decimal(Quotient(1, 8), 2) == "0.13");
    CHECK(decimal(Quotient(-1, 8), 2) == "-0.13");
    CHECK(decimal(Quotient(-1, 1000), 2) == "0.00");
    CHECK(decimal(Quotient(1999, 1000), 2) == "2.00");
    CHECK(decimal(Quotient(7, 2), 0) == "4");
    CHECK(decimal(Quotient(1, 20), 2) == "0.05");
}

TEST_CASE("truncation cuts off, it does not round") {
    // 30 / 650 = 4.6153… %, which would round to 4.62
    CHECK(truncated(Quotient(3000, 650), 2) == Quotient(461, 100));
    CHECK(truncated(Quotient(-7, 2), 0) == Quotient(-3));
}

TEST_CASE("exact cents are rounded by name") {
    CHECK(rounded(Quotient(1, 2), Rounding::half_up) == cents(1));
    CHECK(rounded(Quotient(-1, 2), Rounding::half_up) == cents(-1));
    CHECK(rounded(Quotient(1, 2), Rounding::half_even) == cents(0));
    CHECK(rounded(Quotient(3, 2), Rounding::half_even) == cents(2));
    CHECK(rounded(Quotient(199, 100), Rounding::toward_zero) == cents(1));
    CHECK(rounded(Quotient(49, 100), Rounding::half_up) == cents(0));
}

TEST_CASE("left-over cents go to the largest remainders, ties by position") {
    const std::array exact = {Quotient(1, 2), Quotient(1, 2), Quotient(1, 4), Quotient(3, 4)};  // 2 in all
    CHECK(apportioned(cents(2), exact) == std::vector{cents(1), cents(0), cents(0), cents(1)});
    const std::array thirds = {Quotient(100, 3), Quotient(100, 3), Quotient(100, 3)};
    CHECK(apportioned(cents(100), thirds) == std::vector{cents(34), cents(33), cents(33)});
    const std::array whole = {Quotient(5), Quotient(0), Quotient(7)};
    CHECK(apportioned(cents(12), whole) == std::vector{cents(5), cents(0), cents(7)});
    // Two roundings a cent further apart, or nearer, than what lies between them.
    CHECK(apportioned(cents(13), whole) == std::vector{cents(5), cents(0), cents(8)});
    CHECK(apportioned(cents(11), whole) == std::vector{cents(5), cents(0), cents(6)});
    CHECK_THROWS_AS((void)apportioned(cents(10), whole), std::invalid_argument);
    CHECK_THROWS_AS((void)apportioned(cents(14), whole), std::invalid_argument);
}

TEST_CASE("an amount is parted like weights of either sign, to the cent") {
    using Amounts = std::vector<Money>;
    CHECK(apportioned(cents(10'000), Amounts{cents(1), cents(1), cents(1)}) ==
          Amounts{cents(3'334), cents(3'333), cents(3'333)});
    // 120 x 100 / 120 and 120 x 20 / 120.
    CHECK(apportioned(cents(-120), Amounts{cents(100), cents(20)}) == Amounts{cents(-100), cents(-20)});
    // With a discount: 95 x 100 / 95 and 95 x -5 / 95.
    CHECK(apportioned(cents(95), Amounts{cents(100), cents(-5)}) == Amounts{cents(100), cents(-5)});
    // 2/3 and 1/3: the larger one takes the cent; of what goes out too, -0.67 and -0.33.
    CHECK(apportioned(cents(1), Amounts{cents(2), cents(1)}) == Amounts{cents(1), cents(0)});
    CHECK(apportioned(cents(-1), Amounts{cents(2), cents(1)}) == Amounts{cents(-1), cents(0)});
    CHECK(apportioned(cents(1), Amounts{cents(-2), cents(-1)}) == Amounts{cents(1), cents(0)});
    CHECK_THROWS_AS((void)apportioned(cents(1), Amounts{cents(5), cents(-5)}), std::invalid_argument);
    // Exact cents of both signs: 2 x 3 / 2 and 2 x -1 / 2.
    const std::array exact = {Quotient(7, 2), Quotient(-3, 2)};
    CHECK(apportioned(cents(2), exact) == Amounts{cents(4), cents(-2)});
}
