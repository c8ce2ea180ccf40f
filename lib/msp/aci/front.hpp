// SPDX-License-Identifier: MIT
// Private to aci: of many ways to gain, those that no other beats by costing no more and gaining as much.
#pragma once

#include <msp/aci/reach.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace msp {

// Of sets that cost and gain the same: the smaller one, then the one with the earlier indicators.
inline bool earlier(const Indicators& a, const Indicators& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}
inline bool earlier(std::uint32_t a, std::uint32_t b) {
    if (std::popcount(a) != std::popcount(b))
        return std::popcount(a) < std::popcount(b);
    const std::uint32_t different = a ^ b;
    return (a & different & -different) != 0;  // it has the lowest bit in which they differ
}

template <typename Way>
bool better(const Way& a, const Way& b) {
    if (a.cost != b.cost)
        return a.cost < b.cost;
    return a.gain != b.gain ? a.gain > b.gain : earlier(a.set, b.set);
}

// A way that is beaten is dropped at once, so that of a million ways only a front is held. What is new is sorted in as
// soon as it is as much as the front: then each way is moved some twenty times at most, however long the front gets.
template <typename Way>
class FrontOf {
 public:
    void take(Way way) {
        if (beaten(way))
            return;
        fresh_.push_back(std::move(way));
        if (fresh_.size() >= std::max(usual, front_.size()))
            settle();
    }
    // By cost, each gaining more than the one before.
    std::vector<Way> front() {
        settle();
        return std::move(front_);
    }

 private:
    static constexpr std::size_t usual = 1024;

    [[nodiscard]] bool beaten(const Way& way) const {
        const auto after = std::ranges::upper_bound(front_, way, better<Way>);
        return after != front_.begin() && std::prev(after)->gain >= way.gain;
    }

    void settle() {
        std::ranges::sort(fresh_, better<Way>);
        std::vector<Way> all;
        all.reserve(front_.size() + fresh_.size());
        std::merge(std::move_iterator(front_.begin()), std::move_iterator(front_.end()),
                   std::move_iterator(fresh_.begin()), std::move_iterator(fresh_.end()), std::back_inserter(all),
                   better<Way>);
        front_.clear();
        fresh_.clear();
        for (Way& way : all) {
            if (front_.empty() || way.gain > front_.back().gain)
                front_.push_back(std::move(way));
        }
    }

    std::vector<Way> front_;
    std::vector<Way> fresh_;
};

}  // namespace msp
