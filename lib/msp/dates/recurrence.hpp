// SPDX-License-Identifier: MIT
// Days that come back: every n months, or in chosen months of the year, on days of the month; or every n days.
#pragma once

#include <msp/dates/date.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// A set of days of the month as bits: 1 to 31, where 31 is "last".
[[nodiscard]] constexpr std::uint32_t on_day(unsigned day) {
    return 1U << (day - 1);
}

// By months, the rule's months are anchor + k * step (k >= 0), or the k-th chosen month on or after the anchor, and
// each has as many occurrences as `days` has days. A day beyond the month's end is its last day, and is itself again in
// the next longer month. By days, occurrence k is on from + k * interval. Only days in [from, until] occur, and of
// these the first `times`. Times before the anchor are never counted, so k is the same whatever window is asked for.
struct Recurrence {
    int step = 1;               // months between occurrences, at least 1; unused with chosen months
    std::uint16_t chosen = 0;   // bit m-1 for month m; 0: every `step` months
    std::int32_t interval = 0;  // days between occurrences; 0: by months
    Month anchor;
    std::uint32_t days = on_day(1);  // of the month
    Date from;
    std::optional<Date> until;
    std::optional<std::int32_t> times;

    friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

struct Occurrence {
    Date due;
    std::int32_t number = 0;  // k, from 0; counts every day of the rule, also one that [from, until] leaves out
};

// The occurrences due in [first, last], in order.
[[nodiscard]] std::vector<Occurrence> occurrences(const Recurrence& rule, Date first, Date last);
// How many there are, by closed formula.
[[nodiscard]] std::int64_t count_occurrences(const Recurrence& rule, Date first, Date last);
// The first one on or after `date`, if there is any (a rule whose `until` comes first has none).
[[nodiscard]] std::optional<Occurrence> next_occurrence(const Recurrence& rule, Date date);
// How many occurrences of a rule by months make twelve months, where its step divides a year.
[[nodiscard]] std::int32_t occurrences_a_year(const Recurrence& rule);

}  // namespace msp
