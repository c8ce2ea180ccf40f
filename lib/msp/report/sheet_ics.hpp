// SPDX-License-Identifier: MIT
// A sheet of days as a calendar that other programs take in: iCalendar, RFC 5545. Each row is an event of a whole day,
// which leaves the day free. A row that has the name (uid) of an event that was imported before takes its place.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/report/sheet.hpp>

#include <string>

namespace msp {

// Of a sheet with the columns date, uid and label, and maybe amount, kind, name (of the entity), state, and alarm, each
// so many days before; without rows it is a calendar all the same, and takes away what was in it. `made` stands for the
// moment it was made: the same sheet makes the same bytes.
[[nodiscard]] std::string sheet_ics(const Sheet& sheet, Date made, Language language);

}  // namespace msp
