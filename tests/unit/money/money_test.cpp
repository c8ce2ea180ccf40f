// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/money.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string_view>
#include <tests/support/whole_numbers.hpp>
#include <type_traits>

namespace {

using msp::Language;
using msp::Money;
using msp::test::least;
using msp::test::most;

template <typename A, typename B>
concept Multipliable = requires(A a, B b) {
    a* b;
};

static_assert(Multipliable<Money, std::int64_t>);
static_assert(Multipliable<Money, int>);
static_assert(!Multipliable<Money, double>);
static_assert(!Multipliable<Money, float>);
static_assert(!Multipliable<Money, Money>);
static_assert(!std::is_constructible_v<Money, std::int64_t>);
static_assert(Money::from_cents(150) + Money::from_cents(-25) == Money::from_cents(125));
static_assert(Money::from_cents(-150) * 12 == Money::from_cents(-1800));
static_assert(Money::from_cents(-1) < Money());

}  // namespace

TEST_CASE("an amount is printed with a point and two decimals") {
    struct Row {
        std::int64_t cents;
        std::string_view text;
    };
    const Row rows[] = {
        {0, "0.00"},
        {1, "0.01"},
        {-1, "-0.01"},
        {10, "0.10"},
        {-99, "-0.99"},
        {100, "1.00"},
        {-123450, "-1234.50"},
        {240000, "2400.00"},
        {msp::largest_amount.cents(), "999999999999.99"},
        {most, "92233720368547758.07"},
        {least, "-92233720368547758.08"},
    };
    for (const auto& [cents, text] : rows) {
        CHECK(msp::plain(Money::from_cents(cents)) == text);
        std::string line = "x;";
        msp::append_plain(line, Money::from_cents(cents));
        CHECK(line == "x;" + std::string(text));
    }
}

TEST_CASE("a sum or product that does not fit is an error, never a wrap") {
    const Money top = Money::from_cents(most);
    const Money bottom = Money::from_cents(least);
    const Money cent = Money::from_cents(1);
    Money sum = top;
    CHECK_THROWS_AS((void)(top + cent), msp::Error);
    CHECK_THROWS_AS((void)(bottom - cent), msp::Error);
    CHECK_THROWS_AS((void)(-bottom), msp::Error);
    CHECK_THROWS_AS((void)(top * 2), msp::Error);
    CHECK_THROWS_AS((void)(bottom * -1), msp::Error);
    CHECK_THROWS_AS(sum += cent, msp::Error);
    CHECK(sum == top);
    CHECK((-top).cents() == -most);
    CHECK((bottom + top).cents() == -1);
}

TEST_CASE("an overflow names itself") {
    try {
        msp::throw_money_overflow();
    } catch (const msp::Error& error) {
        CHECK(std::string_view(error.diagnostic().id) == "money.overflow");
        CHECK(error.diagnostic().help.has_value());
        return;
    }
    FAIL("nothing was thrown");
}

TEST_CASE("amounts are grouped by three, in French with the euro sign") {
    struct Row {
        std::int64_t cents;
        const char* english;
        const char* french;
    };
    const Row rows[] = {
        {0, "0.00", "0,00"},
        {5, "0.05", "0,05"},
        {-5, "-0.05", "-0,05"},
        {99'999, "999.99", "999,99"},
        {100'000, "1,000.00", "1\u202f000,00"},
        {1'234'567, "12,345.67", "12\u202f345,67"},
        {-343'694, "-3,436.94", "-3\u202f436,94"},
        {99'999'999'999'999, "999,999,999,999.99", "999\u202f999\u202f999\u202f999,99"},
        // -2^63 = -9223372036854775808
        {std::numeric_limits<std::int64_t>::min(), "-92,233,720,368,547,758.08",
         "-92\u202f233\u202f720\u202f368\u202f547\u202f758,08"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cents);
        const Money amount = Money::from_cents(row.cents);
        CHECK(write_figure(amount, Language::english) == row.english);
        CHECK(write_amount(amount, Language::english) == row.english);
        CHECK(write_figure(amount, Language::french) == row.french);
        CHECK(write_amount(amount, Language::french) == row.french + std::string("\u00a0€"));
    }
}
