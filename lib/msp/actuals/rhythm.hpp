// SPDX-License-Identifier: MIT
// When payments come back, told from the days of at most a year of them.
#pragma once

#include <msp/dates/business_days.hpp>
#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace msp {

// What was paid on a day.
struct DayAmount {
    Date date;
    Money amount;

    friend bool operator==(const DayAmount&, const DayAmount&) = default;
};

// How the amounts of a rhythm are made from those that came.
enum class AmountFrom : std::uint8_t {
    each,    // all are the same
    latest,  // twice at most they changed, by a quarter at most, and the last two are the same
    spread,  // twelve months of them in equal parts
    dated    // as they came, a year later
};

struct Rhythm {
    int step = 0;      // months from one payment to the next: 1, 2, 3, 6 or 12; 0: no rhythm
    Month first;       // with a payment
    unsigned day = 1;  // of the month; 31 is the last one
    Roll roll = Roll::none;
    AmountFrom from = AmountFrom::dated;
    Money amount;                  // of a payment; where it is spread, of twelve months
    std::vector<DayAmount> dated;  // without a rhythm; of more than twelve days the sums of their months
    bool by_month = false;         // of those it is so, or of payments that came in most months
    bool later = false;            // it began after those months did
    bool one_more = false;         // than it has months: one is of the month before or after

    friend bool operator==(const Rhythm&, const Rhythm&) = default;
};

// The months that the payments are of, twelve at most; the last one may be cut off.
struct MonthsSeen {
    Month first;
    Month last;
    bool whole = true;  // the last one

    [[nodiscard]] int count() const { return last - first + 1; }
};

// One a day, in their order, at least one. A rhythm has as many payments as it has due days in those months, each near
// its own, and most of them on the day itself or the business day beside it that the rhythm takes. One of at most three
// months may have begun later, where three payments show it, or two of one amount; of one by months a payment more may
// have come, of the month before or after. Payments that came in three months
// of four and have no such days are spread over all months.
[[nodiscard]] Rhythm rhythm_of(std::span<const DayAmount> came, const MonthsSeen& seen);

}  // namespace msp
