// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/money.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string_view>
#include <type_traits>

namespace {

using msp::Money;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

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
