// SPDX-License-Identifier: MIT
#include <msp/actuals/likely_pairs.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

std::string pairs_of(const std::vector<OpenAmount>& dues, const std::vector<LooseAmount>& came) {
    std::string all;
    for (const LikelyPair& pair : likely_pairs(dues, came))
        all += std::to_string(pair.due) + '-' + std::to_string(pair.came) + ' ';
    return all;
}

}  // namespace

TEST_CASE("loose money is likely a due amount by amount and day, or by its account") {
    const std::vector<OpenAmount> rents = {{"2026-01-05"_d, "-100.00"_eur}, {"2026-02-05"_d, "-100.00"_eur}};
    CHECK(pairs_of(rents, {{"2026-02-06"_d, "-100.00"_eur}, {"2026-01-07"_d, "-100.00"_eur}}) == "0-1 1-0 ");
    // Eleven days before and 32 after are too far; and what came is one of them alone.
    CHECK(pairs_of({rents[0]}, {{"2025-12-25"_d, "-100.00"_eur}, {"2026-02-06"_d, "-100.00"_eur}}).empty());
    CHECK(pairs_of(rents, {{"2026-02-04"_d, "-100.00"_eur}}) == "0-0 ");
    // Of another amount only on an account of the category, and near; what is received pays nothing.
    CHECK(pairs_of({rents[0]}, {{"2026-01-05"_d, "-90.00"_eur}}).empty());
    CHECK(pairs_of({rents[0]}, {{"2026-01-05"_d, "-90.00"_eur, true}}) == "0-0 ");
    CHECK(pairs_of({rents[0]}, {{"2026-01-05"_d, "-49.99"_eur, true}}).empty());
    CHECK(pairs_of({rents[0]}, {{"2026-01-05"_d, "100.00"_eur, true}}).empty());
}
