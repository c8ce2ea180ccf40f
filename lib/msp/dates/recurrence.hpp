// SPDX-License-Identifier: MIT
// Days that come back: every n months, or in chosen months of the year, on a day of the month.
#pragma once

#include <msp/dates/date.hpp>

#include <cstdint>
#include <functional>
#include <optional>

namespace msp {

// Occurrence k is in month anchor + k * step (k >= 0), or, with chosen months, in the k-th chosen month on or after
// the anchor. A day beyond the month's end is its last day, and is itself again in the next longer month. Only days in
// [from, until] occur. Times before the anchor are never counted, so k is the same whatever window is asked for.
struct Recurrence {
    int step = 1;              // months between occurrences, at least 1; unused with chosen months
    std::uint16_t chosen = 0;  // bit m-1 for month m; 0: every `step` months
    Month anchor;
    unsigned day = 1;  // 1 to 31; 31 is "last"
    Date from;
    std::optional<Date> until;

    friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

struct Occurrence {
    Date due;
    std::int32_t number = 0;  // k, from 0; counts every month of the rule, also one that [from, until] leaves out
};

// The occurrences due in [first, last], in order.
void each_occurrence(const Recurrence& rule, Date first, Date last, const std::function<void(Occurrence)>& take);
// How many there are in [first, last], by closed formula.
[[nodiscard]] std::int64_t count_occurrences(const Recurrence& rule, Date first, Date last);
// The first one on or after `date`, if there is any (a rule whose `until` comes first has none).
[[nodiscard]] std::optional<Occurrence> next_occurrence(const Recurrence& rule, Date date);

}  // namespace msp
