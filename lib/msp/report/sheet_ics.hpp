// SPDX-License-Identifier: MIT
// A sheet of days as a calendar that other programs take in: iCalendar, RFC 5545. Each row is an event of a whole day,
// which leaves the day free. A row that has the name (uid) of an event that was imported before takes its place.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/report/sheet.hpp>

#include <cstdint>
#include <string>

namespace msp {

// When a calendar counts as made. Of two, readers take the days of the later one.
struct CalendarMoment {
    Date day;
    std::int32_t minute = 0;  // of the day; both in UTC
};

// Of a sheet with the columns date, uid and label, and maybe amount, kind, name (of the entity), state, and alarm, each
// so many days before; without rows it is a calendar all the same, and takes away what was in it. The same sheet
// and moment make the same bytes.
[[nodiscard]] std::string sheet_ics(const Sheet& sheet, const std::string& name, CalendarMoment made,
                                    Language language);

}  // namespace msp
