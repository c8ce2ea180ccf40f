// SPDX-License-Identifier: MIT
#include <msp/coordinator/afford.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/posts.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

Post post_of(const std::string& keys) {
    return posts_of(bare_employer, "[[post]]\nid = \"desk\"\nfrom = 2025-01-01\n" + keys + "\n", "2026-01-01")
        .posts.front();
}

// The pay of a month that the contract says on a day.
Money pay_on(const Post& post, Date day) {
    return contract_pay(post, day);
}

AffordedHours tried(std::int64_t hours, Money left) {
    AffordedHours found{hours, {}, {}, {left, 0, {}, {}}, {}};
    if (left.negative())
        found.low.below = Period{"2026-02-01"_d, "2026-02-03"_d};
    return found;
}

}  // namespace

TEST_CASE("a post with other hours keeps the pay of an hour, rounded half up each month") {
    const Post half = post_of("gross = 1300.00\nfte = 0.5");  // 17.5 hours
    CHECK(pay_on(hired(half, "2026-03"_m, 35), "2026-03-01"_d) == "2600.00"_eur);
    CHECK(pay_on(hired(half, "2026-03"_m, 17), "2026-03-01"_d) == "1262.86"_eur);  // 1,262.857
    CHECK(pay_on(hired(half, "2026-03"_m, 7), "2026-03-01"_d) == "520.00"_eur);
    CHECK(hired(half, "2024-02"_m, 7).from == "2024-02-01"_d);
    const Post hourly = post_of("hourly = 20.00\nhours = 10");
    CHECK(pay_on(hired(hourly, "2026-03"_m, 1), "2026-03-01"_d) == "86.67"_eur);  // 20 x 52 / 12
}

TEST_CASE("raises and new pay are those of their days, in the proportion of the hours then") {
    const Post post = post_of(
        "gross = [{ value = 1400.00 }, { from = 2026-04-01, value = 2000.00 }]\nhours = [{ value = 20 }, { from = "
        "2026-06-01, value = 25 }]\nraises = [{ date = 2026-02-01, rate = \"10 %\" }, { date = 2026-05-01, amount = "
        "100.00 }]");
    const Post found = hired(post, "2026-01"_m, 10);
    CHECK(pay_on(found, "2026-01-31"_d) == "700.00"_eur);
    CHECK(pay_on(found, "2026-02-01"_d) == "770.00"_eur);
    CHECK(pay_on(found, "2026-04-01"_d) == "1000.00"_eur);
    CHECK(pay_on(found, "2026-05-01"_d) == "1050.00"_eur);
    CHECK(pay_on(found, "2026-06-01"_d) == "840.00"_eur);  // 2,100.00 x 10 / 25
}

TEST_CASE("the most hours are the highest that hold, whatever holds below them") {
    const AffordedHire hire{"2026-01"_m,
                            {},
                            {},
                            {tried(1, "5.00"_eur), tried(2, "-0.01"_eur), tried(3, "0.00"_eur), tried(4, "-3.00"_eur)}};
    CHECK(hire.most()->hours == 3);
    CHECK(hire.beyond()->hours == 4);
    CHECK(hire.beyond()->low.missing() == "3.00"_eur);
    CHECK(hire.exceptions() == std::vector<std::int64_t>{2});
    const AffordedHire none{"2026-01"_m, {}, {}, {tried(1, "-1.00"_eur), tried(2, "-2.00"_eur)}};
    CHECK(none.most() == nullptr);
    CHECK(none.beyond()->hours == 1);
    CHECK(none.exceptions().empty());
    const AffordedHire all{"2026-01"_m, {}, {}, {tried(1, "1.00"_eur)}};
    CHECK(all.beyond() == nullptr);
}

TEST_CASE("the first account of whoever employs pays for a post that the budget has not") {
    const Budget budget = budget_of(
        "[[entity]]\nid = \"scm\"\nform = \"SCM\"\n[[entity]]\nid = \"sisa\"\nform = \"SISA\"\n"
        "[[bank]]\nid = \"one\"\nentity = \"scm\"\nopening = 0\ndate = 2026-01-01\n"
        "[[bank]]\nid = \"two\"\nentity = \"sisa\"\nopening = 0\ndate = 2026-01-01\n"
        "[employer]\nentity = \"sisa\"\nwork_accident = \"1 %\"\n");
    CHECK(paying_bank(budget, {}) == 1);
    CHECK(paying_employer(budget, 1) == 0);
    CHECK_FALSE(paying_employer(budget, 0).has_value());
}
