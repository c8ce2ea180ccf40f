// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/rate.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string_view>
#include <tests/support/whole_numbers.hpp>

namespace {

using msp::Fraction;
using msp::Money;
using msp::Rate;
using msp::Rounding;
using msp::test::least;
using msp::test::most;

constexpr std::int64_t power_18 = 1'000'000'000'000'000'000;

std::int64_t cents_of(std::int64_t numerator, std::int64_t denominator, Rounding rounding) {
    return times(Money::from_cents(1), Fraction{numerator, denominator}, rounding).cents();
}

}  // namespace

TEST_CASE("a product is rounded as its mode says") {
    struct Row {
        std::int64_t numerator;  // of a cent, over the denominator
        std::int64_t denominator;
        std::int64_t half_up;
        std::int64_t half_even;
        std::int64_t toward_zero;
    };
    const Row rows[] = {
        {0, 2, 0, 0, 0},
        {1, 2, 1, 0, 0},
        {3, 2, 2, 2, 1},
        {5, 2, 3, 2, 2},
        {7, 2, 4, 4, 3},
        {-1, 2, -1, 0, 0},
        {-3, 2, -2, -2, -1},
        {-5, 2, -3, -2, -2},
        {49, 100, 0, 0, 0},
        {51, 100, 1, 1, 0},
        {-49, 100, 0, 0, 0},
        {-51, 100, -1, -1, 0},
        {25, 2, 13, 12, 12},
        {-25, 2, -13, -12, -12},
        {1, 3, 0, 0, 0},
        {2, 3, 1, 1, 0},
        {-2, 3, -1, -1, 0},
        {4, 1, 4, 4, 4},
        {249, 100, 2, 2, 2},
        {2501, 1000, 3, 3, 2},
        {most, most, 1, 1, 1},
        {most / 2, most, 0, 0, 0},
        {most / 2 + 1, most, 1, 1, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.numerator);
        CAPTURE(row.denominator);
        CHECK(cents_of(row.numerator, row.denominator, Rounding::half_up) == row.half_up);
        CHECK(cents_of(row.numerator, row.denominator, Rounding::half_even) == row.half_even);
        CHECK(cents_of(row.numerator, row.denominator, Rounding::toward_zero) == row.toward_zero);
    }
}

TEST_CASE("an amount times a rate is exact up to the rounding") {
    struct Row {
        std::int64_t cents;
        Rate rate;
        std::int64_t expected;  // half up
    };
    const Row rows[] = {
        {1'000'000, Rate(25, 3), 25'000},  // 10,000.00 at 2.5 % is 250.00
        {1, Rate(5, 1), 1},                // half a cent
        {-1, Rate(5, 1), -1},
        {12'345, Rate(-21, 3), -259},       // 123.45 x 2.1 % = 2.592 45
        {240'000, Rate(1021, 3), 245'040},  // 2,400.00 x 1.021
        {most, Rate(1, 0), most},
        {least, Rate(1, 0), least},
        {most, Rate(power_18, 18), most},                  // one, written with 18 decimals
        {power_18, Rate(power_18 - 1, 18), power_18 - 1},  // 10^18 x (1 - 10^-18)
    };
    for (const Row& row : rows) {
        CAPTURE(row.cents);
        CHECK(times(Money::from_cents(row.cents), row.rate, Rounding::half_up).cents() == row.expected);
    }
}

TEST_CASE("interest is capital times rate times days, rounded once") {
    // 100,000.00 x 3.6 % x 31 / 360 = 310.00
    CHECK(times(Money::from_cents(10'000'000), Rate(36, 3), Fraction{31, 360}, Rounding::half_up).cents() == 31'000);
    // 12,345.67 x 4.35 % x 17 / 365 = 25.012 7; 1.00 x 50 % x 1 / 100 = 0.005; 0.01 x 0.333333 x 3 = 0.009 99.
    CHECK(times(Money::from_cents(1'234'567), Rate(435, 4), Fraction{17, 365}, Rounding::half_up).cents() == 2'501);
    CHECK(times(Money::from_cents(100), Rate(5, 1), Fraction{1, 100}, Rounding::half_up).cents() == 1);
    CHECK(times(Money::from_cents(1), Rate(333'333, 6), Fraction{3, 1}, Rounding::half_up).cents() == 1);
    CHECK(times(Money::from_cents(-100), Rate(5, 1), Fraction{-1, 100}, Rounding::half_up).cents() == 1);
    CHECK(times(Money::from_cents(-100), Rate(-5, 1), Fraction{-1, 100}, Rounding::half_even).cents() == 0);
}

TEST_CASE("factors of 190 bits stay exact") {
    // (2^63 - 1) x 1 x (2^63 - 1) / (2^63 - 1)
    CHECK(times(Money::from_cents(most), Rate(power_18, 18), Fraction{most, most}, Rounding::half_up).cents() == most);
    CHECK(times(Money::from_cents(least), Rate(-power_18, 18), Fraction{-most, most}, Rounding::half_up).cents() ==
          least);
    // most x 10^-18 x most / most = 9.22...
    CHECK(times(Money::from_cents(most), Rate(1, 18), Fraction{most, most}, Rounding::toward_zero).cents() == 9);
    // most x 0.5 x most / most: most is odd, so this is a half. most = 2 x 4611686018427387903 + 1.
    const Rate half(power_18 / 2, 18);
    const Money top = Money::from_cents(most);
    CHECK(times(top, half, Fraction{most, most}, Rounding::half_up).cents() == 4'611'686'018'427'387'904);
    CHECK(times(top, half, Fraction{most, most}, Rounding::half_even).cents() == 4'611'686'018'427'387'904);
    CHECK(times(top, half, Fraction{most, most}, Rounding::toward_zero).cents() == 4'611'686'018'427'387'903);
    // most x 0.999... (18 nines) x most / (most - 1), cut: most + 1 - most x 10^-18 + ... = most + 1 - 9.22...
    CHECK(times(top, Rate(power_18 - 1, 18), Fraction{most, most - 1}, Rounding::toward_zero).cents() == most - 9);
}

TEST_CASE("a product beyond 64 bits of cents is an error") {
    const Money top = Money::from_cents(most);
    const Money bottom = Money::from_cents(least);
    const Rate just_above_one(power_18 / 10 + 1, 17);
    CHECK_THROWS_AS((void)times(top, just_above_one, Rounding::half_up), msp::Error);
    CHECK_THROWS_AS((void)times(bottom, Rate(-1, 0), Rounding::half_up), msp::Error);
    CHECK_THROWS_AS((void)times(top, Fraction{most, 1}, Rounding::toward_zero), msp::Error);
    CHECK_THROWS_AS((void)times(top, Rate(power_18, 0), Fraction{most, 1}, Rounding::half_up), msp::Error);
    CHECK_THROWS_AS((void)times(bottom, Rate(2, 0), Fraction{1, 1}, Rounding::half_up), msp::Error);
    CHECK_THROWS_AS((void)grown(top, Rate(1, 18), Rounding::half_up), msp::Error);
    CHECK_THROWS_AS((void)grown(Money::from_cents(1'000), Rate(power_18 - 1, 0), Rounding::half_up), msp::Error);
}

TEST_CASE("a fraction needs a positive denominator") {
    const Money euro = Money::from_cents(100);
    CHECK_THROWS_AS((void)times(euro, Fraction{1, 0}, Rounding::half_up), std::invalid_argument);
    CHECK_THROWS_AS((void)times(euro, Rate(1, 0), Fraction{1, -360}, Rounding::half_up), std::invalid_argument);
}

TEST_CASE("an amount grows by a rate") {
    struct Row {
        std::int64_t cents;
        Rate rate;
        std::int64_t expected;  // half up
    };
    const Row rows[] = {
        {240'000, Rate(21, 3), 245'040},  // 2,400.00 + 2.1 % = 2,450.40
        {50, Rate(1, 2), 51},             // 0.505
        {-50, Rate(1, 2), -51},
        {240'000, Rate(-3, 2), 232'800},    // less 3 %
        {240'000, Rate(-1, 0), 0},          // less 100 %
        {240'000, Rate(-15, 1), -120'000},  // less 150 %
        {-240'000, Rate(-15, 1), 120'000},
        {100, Rate(), 100},
        {least, Rate(), least},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cents);
        CHECK(grown(Money::from_cents(row.cents), row.rate, Rounding::half_up).cents() == row.expected);
    }
}

TEST_CASE("a rate is written as a percentage without trailing zeros") {
    struct Row {
        Rate rate;
        std::string_view percent;
    };
    const Row rows[] = {
        {Rate(), "0"},
        {Rate(25, 3), "2.5"},
        {Rate(250, 4), "2.5"},
        {Rate(1, 0), "100"},
        {Rate(5, 1), "50"},
        {Rate(50, 2), "50"},
        {Rate(-3, 2), "-3"},
        {Rate(-25, 3), "-2.5"},
        {Rate(1, 3), "0.1"},
        {Rate(-5, 4), "-0.05"},
        {Rate(0, 6), "0"},
        {Rate(0, 1), "0"},
        {Rate(1, 18), "0.0000000000000001"},
        {Rate(100'000, 4), "1000"},
        {Rate(1234, 0), "123400"},
        {Rate(power_18 - 1, 18), "99.9999999999999999"},
        {Rate(120, 3), "12"},
    };
    for (const auto& [rate, percent] : rows)
        CHECK(rate.percent() == percent);
}

TEST_CASE("rates compare by value") {
    CHECK(Rate(25, 3) == Rate(250, 4));
    CHECK(Rate(0, 18) == Rate());
    CHECK(Rate(1, 0) == Rate(power_18, 18));
    CHECK(Rate(-1, 0) == Rate(-power_18, 18));
    CHECK(Rate(25, 3) != Rate(25, 4));
    CHECK(Rate(25, 3) != Rate(-25, 3));
    CHECK(Rate(24, 3) < Rate(241, 4));
    CHECK(Rate(-1, 0) < Rate(1, 18));
    CHECK(Rate(-1, 0) < Rate());
    CHECK(Rate(-2, 0) < Rate(-1, 18));
    CHECK(Rate(-11, 1) < Rate(-1, 0));
    CHECK(Rate(most, 0) > Rate(most, 18));
    CHECK(Rate(power_18 - 1, 18) < Rate(1, 0));
    CHECK((Rate(50, 2) <=> Rate(5, 1)) == std::strong_ordering::equal);
}

TEST_CASE("the denominator of a rate is a power of ten") {
    CHECK(Rate(7, 0).denominator() == 1);
    CHECK(Rate(7, 3).denominator() == 1'000);
    CHECK(Rate(7, 18).denominator() == power_18);
}
