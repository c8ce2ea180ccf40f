// SPDX-License-Identifier: MIT
// Business days: Monday to Friday less the public holidays of France (Code du travail, art. L3133-1), in
// Alsace-Moselle with Good Friday and 26 December as well (art. L3134-13).
#pragma once

#include <msp/dates/date.hpp>

namespace msp {

enum class Holidays : std::uint8_t { france, alsace_moselle };

enum class Roll : std::uint8_t {
    none,      // the day itself
    next,      // the first business day on or after it
    previous,  // the last business day on or before it
};

// Easter Sunday of the Gregorian calendar.
[[nodiscard]] Date easter(int year);
[[nodiscard]] bool is_holiday(Date date, Holidays holidays);
[[nodiscard]] bool is_business_day(Date date, Holidays holidays);
[[nodiscard]] Date roll(Date date, Roll roll, Holidays holidays);

}  // namespace msp
