// SPDX-License-Identifier: MIT
#include <msp/actuals/likely_pairs.hpp>
#include <msp/actuals/nearness.hpp>

#include <cstdlib>
#include <optional>

namespace msp {

std::vector<LikelyPair> likely_pairs(std::span<const OpenAmount> dues, std::span<const LooseAmount> came) {
    constexpr std::int32_t early = -10;
    constexpr std::int32_t late = 31;
    std::vector<LikelyPair> pairs;
    std::vector<bool> paid(dues.size());
    std::vector<bool> used(came.size());
    for (const bool equal : {true, false}) {
        for (std::size_t due = 0; due < dues.size(); ++due) {
            std::optional<std::size_t> nearest;
            const auto days = [&](std::size_t i) { return came[i].day - dues[due].day; };
            for (std::size_t i = 0; i < came.size() && !paid[due]; ++i) {
                if (used[i] || days(i) < early || late < days(i))
                    continue;
                const bool fits = equal ? came[i].amount == dues[due].amount
                                        : came[i].alike && comes_near(came[i].amount, dues[due].amount);
                if (fits && (!nearest || std::abs(days(i)) < std::abs(days(*nearest))))
                    nearest = i;
            }
            if (!nearest)
                continue;
            paid[due] = used[*nearest] = true;
            pairs.push_back({due, *nearest});
        }
    }
    return pairs;
}

}  // namespace msp
