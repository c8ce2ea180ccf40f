// SPDX-License-Identifier: MIT
// The balance of a holding evening by evening, and the limits that it is held against. Whatever draws a curve, with
// characters, with lines or in a workbook, takes it from here.
#pragma once

#include <msp/cash/holding.hpp>

#include <optional>
#include <vector>

namespace msp {

// What holds an account: an alert below the floor, nothing further below zero than the overdraft that the bank agreed.
struct AccountLimits {
    Money floor;
    Money overdraft;  // not negative

    [[nodiscard]] Money lowest_allowed() const { return opposite(overdraft); }
};

struct Curve {
    Date first;                   // of its evenings: of the days asked for those from the holding's first one on
    std::vector<Money> evenings;  // none where it opens later
    // Of one account alone: a bank does not look at the others, and together they may be above a floor that one is
    // below.
    std::optional<AccountLimits> limits;
    Low lowest;
    Money most;

    [[nodiscard]] bool empty() const { return evenings.empty(); }
    [[nodiscard]] Date last() const { return first + (static_cast<std::int32_t>(evenings.size()) - 1); }
    [[nodiscard]] Money on(Date day) const { return evenings[static_cast<std::size_t>(day - first)]; }
};

[[nodiscard]] Curve curve(const Budget& budget, const Holding& holding, const Period& days);
[[nodiscard]] Curve curve(const Budget& budget, const Series& series, const std::vector<BankIndex>& accounts,
                          const Period& days);

// What a curve shows of a period: its lowest evening and its last one.
struct CurvePoint {
    Period period;  // as far as the curve goes
    Low lowest;
    Money closing;

    // Otherwise the last evening is as low.
    [[nodiscard]] bool recovers() const { return lowest.amount != closing; }
};
// Of those periods that have an evening of it.
[[nodiscard]] std::vector<CurvePoint> curve_points(const Curve& curve, const std::vector<Period>& periods);

// So many days on either side of the lowest evening, as far as the curve goes.
[[nodiscard]] Period around_lowest(const Curve& curve, std::int32_t days);

// Days on which the balance stays what it is.
struct Plateau {
    Period days;
    Money amount;

    [[nodiscard]] std::int64_t length() const { return days.last - days.first + 1; }
};
// Within days that the curve has.
[[nodiscard]] std::vector<Plateau> plateaus(const Curve& curve, const Period& days);

// How far curves and limits go down and up, zero among them.
struct Extent {
    Money least;
    Money most;

    void take(Money amount);
    void take(const Curve& curve);
};

}  // namespace msp
