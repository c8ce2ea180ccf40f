// SPDX-License-Identifier: MIT
// The periods a projection is shown by.
#pragma once

#include <msp/dates/date.hpp>

#include <string>
#include <vector>

namespace msp {

enum class Grid : std::uint8_t { day, month, quarter, year };

struct Period {
    Date first;
    Date last;
};

// The calendar days, months, quarters or years that cover [first, last], the first and last one cut to it.
[[nodiscard]] std::vector<Period> periods(Date first, Date last, Grid grid);
// 2026-04-15, 2026-04, 2026-Q2, 2026
[[nodiscard]] std::string period_id(const Period& period, Grid grid);

}  // namespace msp
