// SPDX-License-Identifier: MIT
// Which beneficiaries an entity declares for the fees that it paid them in a calendar year (DAS2).
#pragma once

#include <msp/distribution/distributed.hpp>
#include <msp/law/das2.hpp>
#include <msp/law/need.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace msp {

[[nodiscard]] LawNeeds distribution_needs(const Budget& budget);

struct Declared {
    EntityIndex entity = 0;
    std::int16_t year = 0;
    std::size_t member = 0;
    Money total;  // of the fees paid in the year
    const Das2Threshold* threshold = nullptr;
};

// Of the years of an entity, by year and member, those above the threshold. `all` are all distributions of the budget.
// Years before the first threshold have nobody.
[[nodiscard]] std::vector<Declared> declared(const Budget& budget, std::span<const Distributed> all, const Das2& das2,
                                             EntityIndex entity, std::span<const std::int16_t> years);

}  // namespace msp
