// SPDX-License-Identifier: MIT
// A day as people and spreadsheets write it.
#pragma once

#include <msp/dates/date.hpp>

#include <optional>
#include <string_view>
#include <variant>

namespace msp {

// Why a text is no day, and the days that it may mean.
struct DateProblem {
    enum Kind {
        not_a_date,
        impossible,   // 30/02/2026; `one` is the last day of that month, where it exists
        range,        // a day of the calendar before 1900 or after 2199
        time,         // another time of day than midnight stands behind `one`
        month_first,  // 02/15/2026, which `one` would be with the month first
        century,      // 05/02/98 is `one` or `other`
    };
    Kind kind = not_a_date;
    std::optional<Date> one = {};
    std::optional<Date> other = {};
};

using DateResult = std::variant<Date, DateProblem>;

// "2026-04-15", "15/04/2026", "5/4/2026", "05/04/26": with strokes the day always comes first, as a month-first date is
// never written in this field. Of two digits, 00 to 69 are 2000 to 2069; 70 to 99 may be either century. A spreadsheet
// adds a time to its days: midnight is taken, "05/04/2026 00:00" or "2026-04-05T00:00:00".
[[nodiscard]] DateResult read_date(std::string_view text);
// The same without the reason.
[[nodiscard]] std::optional<Date> parse_written_date(std::string_view text);

}  // namespace msp
