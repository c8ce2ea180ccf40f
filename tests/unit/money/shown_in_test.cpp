// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/money/shown_in.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <tests/support/whole_numbers.hpp>

using msp::Language;
using msp::Money;
using msp::ShownIn;
using msp::test::least;
using msp::test::most;

// A half goes away from zero, so that a debt is rounded as a claim is: 0.50 to 1 and -0.50 to -1; 499.99 is less than
// half a thousand, 500.00 is half of one. The largest amounts that 64 bits hold are 92,233,720,368,547,758.07 and one
// cent more below zero.
TEST_CASE("amounts are shown to the nearest euro or thousand of euros, a half away from zero") {
    struct Row {
        std::int64_t cents;
        std::int64_t euros;
        std::int64_t thousands;
    };
    const Row rows[] = {
        {0, 0, 0},
        {49, 0, 0},
        {-49, 0, 0},
        {50, 1, 0},
        {-50, -1, 0},
        {149, 1, 0},
        {150, 2, 0},
        {250, 3, 0},
        {-250, -3, 0},
        {49'999, 500, 0},
        {50'000, 500, 1},
        {-49'999, -500, 0},
        {-50'000, -500, -1},
        {149'999, 1'500, 1},
        {150'000, 1'500, 2},
        {-123'456'789, -1'234'568, -1'235},
        {msp::largest_amount.cents(), 1'000'000'000'000, 1'000'000'000},
        {most, 92'233'720'368'547'758, 92'233'720'368'548},
        {least, -92'233'720'368'547'758, -92'233'720'368'548},
    };
    for (const auto& [cents, euros, thousands] : rows) {
        const Money amount = Money::from_cents(cents);
        CHECK(whole_units(amount, ShownIn::cents) == cents);
        CHECK(whole_units(amount, ShownIn::euros) == euros);
        CHECK(whole_units(amount, ShownIn::thousands) == thousands);
    }
}

TEST_CASE("what is shown in whole units has no decimals, and a zero no sign") {
    struct Row {
        std::int64_t cents;
        ShownIn unit;
        std::string_view english;
        std::string_view french;  // grouped by U+202F
    };
    const Row rows[] = {
        {-40, ShownIn::cents, "-0.40", "-0,40"},
        {-40, ShownIn::euros, "0", "0"},
        {-60, ShownIn::euros, "-1", "-1"},
        {1'234'550, ShownIn::euros, "12,346", "12\u202f346"},
        {-1'234'549, ShownIn::euros, "-12,345", "-12\u202f345"},
        {99'999'950, ShownIn::euros, "1,000,000", "1\u202f000\u202f000"},
        {-49'999, ShownIn::thousands, "0", "0"},
        {1'234'550, ShownIn::thousands, "12", "12"},
        {123'456'789'012, ShownIn::thousands, "1,234,568", "1\u202f234\u202f568"},
        {most, ShownIn::euros, "92,233,720,368,547,758", "92\u202f233\u202f720\u202f368\u202f547\u202f758"},
        {least, ShownIn::thousands, "-92,233,720,368,548", "-92\u202f233\u202f720\u202f368\u202f548"},
    };
    for (const auto& [cents, unit, english, french] : rows) {
        CHECK(write_figure(Money::from_cents(cents), unit, Language::english) == english);
        CHECK(write_figure(Money::from_cents(cents), unit, Language::french) == french);
    }
}

TEST_CASE("an amount in words says what it is counted in") {
    const Money amount = Money::from_cents(1'234'567);
    CHECK(write_amount(amount, ShownIn::cents, Language::french) == "12\u202f345,67\u00a0€");
    CHECK(write_amount(amount, ShownIn::euros, Language::french) == "12\u202f346\u00a0€");
    CHECK(write_amount(amount, ShownIn::thousands, Language::french) == "12\u00a0k€");
    CHECK(write_amount(amount, ShownIn::cents, Language::english) == "12,345.67");
    CHECK(write_amount(amount, ShownIn::euros, Language::english) == "12,346");
    CHECK(write_amount(amount, ShownIn::thousands, Language::english) == "12\u00a0k€");
}
