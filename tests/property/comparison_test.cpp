// SPDX-License-Identifier: MIT
#include <msp/charges/comparison.hpp>
#include <msp/money/rate.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace msp;

namespace {

std::vector<Money> split_of(Money total, std::size_t count) {
    const std::int64_t all = total.cents();
    std::vector<Money> parts;
    std::int64_t left = all;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const std::int64_t part =
            *rc::gen::oneOf(rc::gen::just<std::int64_t>(0), rc::gen::inRange<std::int64_t>(0, 200),
                            rc::gen::inRange<std::int64_t>(0, all + 1));
        parts.push_back(Money::from_cents(std::min(part, left)));
        left -= parts.back().cents();
    }
    parts.push_back(Money::from_cents(left));
    return parts;
}

// Shares of one total by two keys.
Comparison any_comparison() {
    Comparison made;
    made.total = Money::from_cents(*rc::gen::inRange<std::int64_t>(0, 10'000'000));
    const auto count = *rc::gen::inRange<std::size_t>(1, 8);
    const std::vector<Money> now = split_of(made.total, count);
    const std::vector<Money> then = split_of(made.total, count);
    for (std::size_t i = 0; i < count; ++i)
        made.payers.push_back({i, now[i], then[i]});
    return made;
}

}  // namespace

TEST_CASE("each year of a transition sums to the charges, and nobody rises above the limit") {
    CHECK(rc::check([] {
        const Comparison comparison = any_comparison();
        const std::int64_t percent = *rc::gen::inRange<std::int64_t>(1, 200);
        const Transition found = transition(comparison, Rate(percent, 2));
        std::vector<Money> before;
        for (const ComparedShare& payer : comparison.payers)
            before.push_back(payer.now);
        for (const TransitionYear& year : found.years) {
            RC_ASSERT(sum(year.shares) == comparison.total);
            for (std::size_t i = 0; i < before.size(); ++i) {
                const ComparedShare& payer = comparison.payers[i];
                const Money share = year.shares[i];
                RC_ASSERT(share >= std::min(payer.now, payer.then));
                RC_ASSERT(share <= std::max(payer.now, payer.then));
                if (payer.now > Money() && payer.then > payer.now) {
                    // In whole cents: 100 times the rise is at most the percentage of the year before.
                    const std::int64_t rise = (share - before[i]).cents();
                    RC_ASSERT(rise <= 1 || rise * 100 <= before[i].cents() * percent);
                }
            }
            before = year.shares;
        }
        RC_ASSERT(found.reached || found.years.size() == transition_limit);
        for (std::size_t i = 0; found.reached && i < before.size(); ++i)
            RC_ASSERT(before[i] == comparison.payers[i].then);
    }));
}

TEST_CASE("a higher limit leads to the key no later") {
    CHECK(rc::check([] {
        const Comparison comparison = any_comparison();
        const std::int64_t percent = *rc::gen::inRange<std::int64_t>(1, 100);
        const Transition slow = transition(comparison, Rate(percent, 2));
        const Transition fast = transition(comparison, Rate(percent + 1, 2));
        RC_ASSERT(fast.years.size() <= slow.years.size());
    }));
}
