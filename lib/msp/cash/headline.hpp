// SPDX-License-Identifier: MIT
// The five lines: how low an entity's money goes and when, how long it is short, what a late ACI would do, what can be
// paid out, and how long the money lasts.
#pragma once

#include <msp/cash/projection.hpp>

#include <optional>
#include <vector>

namespace msp {

struct Shortage {
    Low lowest;
    std::vector<Stretch> below_floor;
    std::vector<Stretch> overdrawn;

    [[nodiscard]] static std::int64_t days(const std::vector<Stretch>& stretches);
};

// The ACI comes this much later than planned in the third line: 30 April becomes 15 July.
inline constexpr Delay late_aci = {.months = 2, .days = 15, .end_of_month = false};

// An entity with several banks: amounts are of their sum; a day is short when one of them is.
struct Headline {
    Money opening;
    Money closing;
    Shortage plan;
    Low certain;              // the lowest without hoped-for and assumed money
    bool uncertain = false;   // whether there is any
    bool awaits_aci = false;  // some of it is to come after the as-of day
    Shortage late;            // the same if it comes late, looked at until its eve, or longer to the view's end
    Date late_until;
    Date distributable_on;
    // Of each account what it can spare, added up; nothing where one of them goes below its limit anyway.
    Money distributable_floor;     // keeps every later evening of the view at or above the floors
    Money distributable_aci;       // keeps every evening before the next ACI at or above zero
    std::optional<Date> next_aci;  // of the whole budget, however late it comes
    Money receipts;
    Money payments;  // negative
    Date as_of;
    Money as_of_closing;
    // Closing of the as-of day / (payments of the next 90 days / 90), in tenths of a day, cut off. Absent without
    // payments or money.
    std::optional<std::int64_t> cash_days_tenths;
};

struct HeadlineOptions {
    PlanOptions plan;
    Period view;  // the days shown
    Date as_of;
    Date distributable;
    Date watch_until;  // alerts look so far
};

// How far a projection must reach for these options: to the next ACI of the budget, if that comes after all days asked
// for.
[[nodiscard]] Date horizon(const Budget& budget, const Law& law, const HeadlineOptions& options);

// One for each entity, in order. `base` is the projection with options.plan, up to horizon() or further: nothing of a
// headline depends on how far it goes.
[[nodiscard]] std::vector<Headline> headlines(const Budget& budget, const Law& law, const Projection& base,
                                              const HeadlineOptions& options);

}  // namespace msp
