// SPDX-License-Identifier: MIT
// Private to charges: amounts that are not gone beyond, and the days on which they are the same.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/budget.hpp>

#include <initializer_list>
#include <iterator>
#include <set>
#include <vector>

namespace msp {

// Consecutive windows, each from one of these days to the day before the next, the last one to `last`.
[[nodiscard]] inline std::vector<Window> windows_from(const std::set<Date>& begins, Date last) {
    std::vector<Window> windows;
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        const auto next = std::next(begin);
        windows.push_back({*begin, next == begins.end() ? last : *next - 1});
    }
    return windows;
}

// Those that make `days`; on the days of each no limit changes.
[[nodiscard]] inline std::vector<Window> unchanged(std::initializer_list<const Limits*> all, const Window& days) {
    std::set<Date> begins = {days.first};
    for (const Limits* limits : all) {
        for (const auto& step : limits->steps) {
            if (step.from > days.first && step.from <= days.last)
                begins.insert(step.from);
        }
    }
    return windows_from(begins, days.last);
}

}  // namespace msp
