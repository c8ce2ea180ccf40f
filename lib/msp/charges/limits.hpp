// SPDX-License-Identifier: MIT
// Private to charges: amounts that are not gone beyond, and the days on which they are the same.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/budget.hpp>

#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

namespace msp {

// Nothing where there is none on the day.
[[nodiscard]] inline std::optional<Money> limit_on(const Limits& limits, Date day) {
    const std::optional<Money>* limit = limits.on(day);
    return limit == nullptr ? std::nullopt : *limit;
}

// Consecutive windows that make `days`; on the days of each no limit changes.
[[nodiscard]] inline std::vector<Window> unchanged(std::initializer_list<const Limits*> all, const Window& days) {
    std::set<Date> begins = {days.first};
    for (const Limits* limits : all) {
        for (const auto& step : limits->steps) {
            if (step.from > days.first && step.from <= days.last)
                begins.insert(step.from);
        }
    }
    std::vector<Window> windows;
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        const auto next = std::next(begin);
        windows.push_back({*begin, next == begins.end() ? days.last : *next - 1});
    }
    return windows;
}

}  // namespace msp
