// SPDX-License-Identifier: MIT
#include <msp/money/split.hpp>

#include <algorithm>
#include <stdexcept>

namespace msp {
namespace {

__extension__ typedef unsigned __int128 Wide;

std::uint64_t magnitude(Money amount) {
    const auto bits = static_cast<std::uint64_t>(amount.cents());
    return amount.negative() ? 0 - bits : bits;
}

// `cents` is at most the magnitude of `whole`, so it fits with that sign.
Money like(Money whole, std::uint64_t cents) {
    return Money::from_cents(static_cast<std::int64_t>(whole.negative() ? 0 - cents : cents));
}

Wide sum_of(std::span<const std::int64_t> weights) {
    Wide sum = 0;
    for (const std::int64_t weight : weights) {
        if (weight < 0)
            throw std::invalid_argument("a weight of a split is negative");
        sum += static_cast<Wide>(weight);
    }
    if (sum == 0)
        throw std::invalid_argument("the weights of a split are all zero");
    return sum;
}

struct Remainder {
    Wide value;
    std::size_t position;
};

}  // namespace

std::vector<Money> split(Money whole, std::span<const std::int64_t> weights) {
    const Wide sum = sum_of(weights);
    const std::uint64_t total = magnitude(whole);
    std::uint64_t left = total;
    std::vector<Money> parts;
    std::vector<Remainder> remainders;
    parts.reserve(weights.size());
    remainders.reserve(weights.size());
    for (std::size_t position = 0; position < weights.size(); ++position) {
        const Wide product = Wide{total} * static_cast<Wide>(weights[position]);
        const auto cents = static_cast<std::uint64_t>(product / sum);
        parts.push_back(like(whole, cents));
        remainders.push_back({product - cents * sum, position});
        left -= cents;
    }
    // Fewer cents are left than there are remainders above zero, so a weight of zero gets none.
    const auto last_served = remainders.begin() + static_cast<std::ptrdiff_t>(left);
    std::nth_element(remainders.begin(), last_served, remainders.end(), [](const Remainder& a, const Remainder& b) {
        return a.value != b.value ? a.value > b.value : a.position < b.position;
    });
    for (auto served = remainders.begin(); served != last_served; ++served)
        parts[served->position] += like(whole, 1);
    return parts;
}

Money instalment(Money whole, std::int64_t count, std::int64_t index) {
    if (index < 0 || index >= count)
        throw std::invalid_argument("there is no such instalment");
    const Wide total = magnitude(whole);
    const auto times = static_cast<Wide>(count);
    Wide equal = (2 * total + times) / (2 * times);
    if (equal * (times - 1) > total)
        equal = total / times;
    const Wide cents = index == count - 1 ? total - equal * (times - 1) : equal;
    return like(whole, static_cast<std::uint64_t>(cents));
}

}  // namespace msp
