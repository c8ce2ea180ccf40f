// SPDX-License-Identifier: MIT
#include <msp/actuals/proportion.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace msp {

std::vector<Money> in_proportion(Money whole, std::span<const Money> weights) {
    const Money sum = msp::sum(weights);
    const Quotient::Integer total = absolute(sum).cents();
    std::vector<Money> parts;
    std::vector<std::pair<Quotient::Integer, std::size_t>> remainders;
    Money left = whole;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Quotient::Integer weight = sum.negative() ? -weights[i].cents() : weights[i].cents();
        const Quotient::Integer product = weight * whole.cents();
        Quotient::Integer part = product / total;
        part -= part * total > product ? 1 : 0;
        if (part < std::numeric_limits<std::int64_t>::min() || part > std::numeric_limits<std::int64_t>::max())
            throw_money_overflow();
        parts.push_back(Money::from_cents(static_cast<std::int64_t>(part)));
        left -= parts.back();
        remainders.emplace_back(product - part * total, i);
    }
    std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; left != Money(); ++i, left -= Money::from_cents(1))
        parts[remainders[i].second] += Money::from_cents(1);
    return parts;
}

}  // namespace msp
