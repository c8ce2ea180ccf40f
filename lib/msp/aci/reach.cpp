// SPDX-License-Identifier: MIT
#include <msp/aci/reach.hpp>

#include <algorithm>
#include <numeric>

namespace msp {

bool contains(const Indicators& indicators, std::size_t indicator) {
    return std::ranges::find(indicators, indicator) != indicators.end();
}

bool typed_above_zero(const AciFacts& facts, std::size_t i) {
    return facts.points[i] != nullptr && facts.points[i]->points != Rate();
}

bool has(const AciFacts& facts, std::size_t i) {
    return facts.reached[i] != nullptr || typed_above_zero(facts, i);
}

bool fixed(const AciFacts& facts, std::size_t i) {
    const AciIndicator& indicator = facts.text->indicators[i];
    return indicator.with || indicator.unknown() || facts.points[i] != nullptr ||
           (indicator.condition == AciCondition::crisis && !facts.crisis);
}

bool movable(const AciFacts& facts, std::size_t i) {
    const Reached* reached = facts.reached[i];
    const bool by_date = facts.text->indicators[i].proration == Proration::acquisition;
    return !fixed(facts, i) && (reached == nullptr || !(reached->whole || by_date));
}

Indicators with_levels(const AciFacts& facts, Indicators set) {
    for (std::size_t next = 0; next < set.size(); ++next) {
        for (const std::size_t lower : facts.text->indicators[set[next]].brings) {
            if (!contains(set, lower) && movable(facts, lower))
                set.push_back(lower);
        }
    }
    return set;
}

void reach(AciFacts& facts, const Indicators& set) {
    const std::vector<AciIndicator>& indicators = facts.text->indicators;
    const Indicators all = with_levels(facts, set);
    for (const std::size_t i : all)
        facts.reached[i] = &reached_in_full;
    for (std::size_t other = 0; other < indicators.size(); ++other) {
        const bool excluded = std::ranges::any_of(all, [&](std::size_t i) {
            return contains(indicators[i].excludes, other) || contains(indicators[other].excludes, i);
        });
        if (excluded && !contains(all, other))
            facts.reached[other] = nullptr;
    }
}

bool conflicting(const AciFacts& facts, const Indicators& among) {
    return std::ranges::any_of(among, [&](std::size_t i) {
        return has(facts, i) && std::ranges::any_of(facts.text->indicators[i].excludes,
                                                    [&](std::size_t other) { return has(facts, other); });
    });
}

bool lacking(const AciFacts& facts, const Indicators& among) {
    const auto absent = [&](std::size_t other) { return !has(facts, other); };
    const auto given_up = [&](std::size_t lower) { return absent(lower) && !fixed(facts, lower); };
    return std::ranges::any_of(among, [&](std::size_t i) {
        const AciIndicator& indicator = facts.text->indicators[i];
        return facts.reached[i] != nullptr &&
               (std::ranges::any_of(indicator.needs, absent) || std::ranges::any_of(indicator.brings, given_up));
    });
}

Indicators everything(const AciText& text) {
    Indicators all(text.indicators.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

AciFacts changed(AciFacts facts, const Change& change) {
    facts.ipa = facts.ipa || change.ipa;
    reach(facts, change.set);
    return facts;
}

std::int64_t sum_of(const std::vector<std::int64_t>& weights, const Change& change) {
    std::int64_t sum = change.ipa ? weights.back() : 0;
    for (const std::size_t i : change.set)
        sum += weights[i];
    return sum;
}

}  // namespace msp
