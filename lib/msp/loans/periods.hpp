// SPDX-License-Identifier: MIT
// Private to the module: the days on which instalments fall due, and the time that the interest of each runs.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/model/loan.hpp>
#include <msp/money/rate.hpp>

#include <vector>

namespace msp {

// Capital that comes in the course of a period, and the time from then on as a part of a year.
struct Accrual {
    Money capital;
    Fraction year;
};

// The time interest runs until an instalment, as a part of a year: on what is owed when it begins, and on what is drawn
// in it.
//
// A loan's instalments fall on one day of the month, but the money may come on any day, and the bank may ask for the
// first instalment on a day of its own. Then one period, or two, is broken: interest runs for its very days, while the
// principal is still reckoned as if it were a full one, as banks do it. With 30/360 a full period is period/12 of a
// year whatever the month, and a broken one is counted in days of a 30-day month (30E/360). With actual days every
// period has its own length, and only a broken one has another length for the principal than for the interest.
struct InterestPeriod {
    Fraction year;
    Fraction regular;  // of a full period: what the instalment's principal is reckoned with
    bool broken = false;
    std::vector<Accrual> drawn = {};
};

// The due day of instalment k, counted from 0; -1 is the day one regular period before the first. Months of a delay
// move the rule and not its days: the 31st put off by a month is the 28th in February and the 31st again in March.
[[nodiscard]] Date due_day(const Loan& loan, int k, const Delay& delay);

// Instalments due before the whole capital is drawn: they repay nothing of it.
[[nodiscard]] int drawing_instalments(const Loan& loan);
// Those that repay no capital, for that or since they are deferred.
[[nodiscard]] int deferred_instalments(const Loan& loan);

// Of instalment k, counted from 0, whose due day is the last one. What is drawn in it is not among it yet.
[[nodiscard]] InterestPeriod period_of(const Loan& loan, const std::vector<Date>& dues, int k);

}  // namespace msp
