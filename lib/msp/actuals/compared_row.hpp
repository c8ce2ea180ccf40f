// SPDX-License-Identifier: MIT
// What a comparison of the budget with the books says: of a line in a period, of what its exercise ends with, and of
// what is held against nothing.
#pragma once

#include <msp/actuals/held_lines.hpp>
#include <msp/actuals/timing.hpp>
#include <msp/cash/period.hpp>
#include <msp/model/budget.hpp>

#include <optional>
#include <string_view>

namespace msp {

// A line in a period; what no rule takes is a row of its own. Payments are negative; a gap is what came less what was
// voted, so that a positive one leaves more money.
struct ComparedRow {
    EntityIndex entity = 0;
    Period period;
    std::optional<HeldLine> line;  // none: what no rule takes, or
    bool apart = false;            // depreciation and provisions
    Money voted;
    std::optional<Money> previous;  // of the same days a year before, where the books of it are there
    Money actual;
    bool came = false;             // something did
    bool estimated = false;        // some of it is an estimate
    std::optional<Money> landing;  // what the exercise ends with, in its last period that is shown
    Money gap;
    std::optional<Quotient> gap_percent;  // of what was voted, without its sign; none where nothing was
    Money timing;
    Money amount_gap;  // the rest of the gap
};

// The id of its line; what no rule takes has one too.
[[nodiscard]] std::string_view id_of(const ComparedRow& row);
// Nothing was voted for those days nor came, and the year before neither: only the landing says something.
[[nodiscard]] bool only_lands(const ComparedRow& row);

// What a line ends the exercise with (« atterrissage »), against all that was voted for it.
struct HeldLanding {
    std::optional<HeldLine> line;  // none: what no rule takes
    Money voted;
    Money actual;
    Money remaining;
    Money landing;  // the two together
    Money gap;      // the landing less what was voted
};

// What an export moved on days that are held against nothing: neither of the exercise that is shown, up to its day, nor
// of the one before as far as its books are there.
struct NotCompared {
    Date first;
    Date last;
    Money amount;
};

// What moves timing into a period or out of it.
struct HeldTiming {
    TimedKind kind = TimedKind::came;
    Date from;     // due; of what went back, the day that it did
    Date to;       // came
    Money amount;  // of the timing
};

}  // namespace msp
