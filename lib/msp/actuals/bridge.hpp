// SPDX-License-Identifier: MIT
// What changed between a forecast that was kept and the one of today, by line and cause. In between stands what today's
// budget would have forecast on the day that the earlier one was made: what differs from it there is the budget or the
// books, what differs since is what came, and when.
#pragma once

#include <msp/actuals/archive.hpp>
#include <msp/actuals/booked_cash.hpp>
#include <msp/actuals/rolling.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class ChangeCause : std::uint8_t {
    books,      // on days up to the earlier forecast they are not what they were
    budget,     // the line is new, another one or gone
    amount,     // it came, more or less than was expected
    late,       // expected by that day, and now after it
    early,      // expected after it, and came or comes before
    cancelled,  // nothing of it is expected any more, and nothing came
    unplanned,  // it came, and was not expected
    follows     // computed: the balance of an ACI from its advance, what an overdraft costs
};
[[nodiscard]] std::string_view id_of(ChangeCause cause);

// How much of the change of a balance one cause of one line makes. In the sign of cash.
struct BridgeRow {
    std::optional<ItemIndex> item;  // of today's budget, where that has the line
    std::string line;               // its id, or "unmapped"; empty where the books say no line
    std::string label;              // as it was kept
    ChangeCause cause = ChangeCause::amount;
    Money closing;
    Money lowest;
};

struct Bridge {
    EntityIndex entity = 0;
    Date made;   // the earlier forecast
    Date until;  // the books of today
    Low closing_before;
    Low closing;  // the last evening that both have
    Low lowest_before;
    Low lowest;           // of the evenings after the books end, up to that one
    Money on_lowest_day;  // what the earlier forecast had on the evening that is now the lowest
    std::vector<BridgeRow> rows;

    [[nodiscard]] Money change() const;  // of the closing balance
    // The earlier lowest evening was another day.
    [[nodiscard]] Money other_day() const;
};

// `then` is today's budget with the books up to the day that the earlier forecast was made, `now` with all of them:
// they make `rolling`, and `booked` has their cash. Both forecasts have a day after the books end. The earlier values,
// the rows and, for the lowest, the other day come to those of now, to the cent.
[[nodiscard]] Bridge bridge(const ArchivedEntity& earlier, const Case& then, const Case& now, const Rolling& rolling,
                            EntityIndex entity, const BookedCash& booked);

// The budget without the closings of amounts that the earlier forecast still expected: they are cancelled since.
[[nodiscard]] Budget before_closings(Budget budget, const ArchivedEntity& earlier);

// The last day of a forecast that is kept: that of the plan or of the exercise, whichever is later.
[[nodiscard]] Date last_kept_day(const Budget& budget, EntityIndex entity, Date made);

}  // namespace msp
