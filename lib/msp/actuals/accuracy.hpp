// SPDX-License-Identifier: MIT
// How good a forecast was: what it expected against what came, by line and month, up to the day that the books are
// read to.
#pragma once

#include <msp/actuals/archive.hpp>
#include <msp/cash/period.hpp>
#include <msp/money/quotient.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// Of a line in a period, or of all. In the sign of cash: an error above zero left more money than was forecast.
struct ForecastError {
    Period period;
    std::optional<ItemIndex> item;  // of today's budget, where that has the line
    std::string line;               // its id
    std::string label;              // as it was archived
    Money forecast = {};
    Money actual = {};
    Money error = {};                      // what came less what was forecast
    std::optional<Quotient> percent = {};  // of what was forecast, without its sign; none where nothing was
};

struct JudgedForecast {
    Date made;
    Period days;  // those that are over: after `made`, up to the day that the books or the forecast end
    ForecastError all;
    // The errors of each line and month without their signs: what is too much here does not make up for what is missing
    // there. In percent of what came, likewise.
    Money missed;
    std::optional<Quotient> missed_percent;
    Low forecast_low;  // of those days
    Low low;
    std::vector<ForecastError> rows;    // by period; in each the lines of today's budget, then others
    std::vector<ForecastError> totals;  // by period
};

// By periods of the grid; without one all days are one. Nothing where none of its days is over. `balance` is what the
// entity holds on the evening of `until`.
[[nodiscard]] std::optional<JudgedForecast> judged(const ArchivedEntity& forecast, const Budget& budget,
                                                   const BookedCash& booked, Date until, Money balance,
                                                   std::optional<Grid> grid);

// The latest that was made so many months before that day or earlier, else the first; of at least one, by the days
// they were made on.
[[nodiscard]] std::size_t made_months_before(const std::vector<JudgedForecast>& forecasts, Date until, int months);

}  // namespace msp
