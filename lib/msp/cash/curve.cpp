// SPDX-License-Identifier: MIT
#include <msp/cash/curve.hpp>

#include <algorithm>

namespace msp {
namespace {

// The first one of equal evenings, as every lowest.
Low lowest_evening(const Curve& curve, const Period& days) {
    Low low{curve.on(days.first), days.first};
    for (Date day = days.first; day <= days.last; day = day + 1) {
        if (curve.on(day) < low.amount)
            low = {curve.on(day), day};
    }
    return low;
}

}  // namespace

Curve curve(const Budget& budget, const Holding& holding, const Period& days) {
    return curve(budget, holding.series, holding.accounts, days);
}

Curve curve(const Budget& budget, const Series& series, const std::vector<BankIndex>& accounts, const Period& days) {
    Curve made;
    made.first = std::max(days.first, series.opened);
    if (accounts.size() == 1) {
        const Bank& bank = budget.banks[accounts.front()];
        made.limits = AccountLimits{bank.floor, bank.overdraft};
    }
    for (Date day = made.first; day <= days.last; day = day + 1)
        made.evenings.push_back(series.on(day));
    if (made.empty())
        return made;
    made.lowest = lowest_evening(made, {made.first, made.last()});
    made.most = *std::ranges::max_element(made.evenings);
    return made;
}

std::vector<CurvePoint> curve_points(const Curve& curve, const std::vector<Period>& periods) {
    std::vector<CurvePoint> points;
    for (const Period& period : periods) {
        if (curve.empty() || period.last < curve.first || period.first > curve.last())
            continue;
        const Period days = {std::max(period.first, curve.first), std::min(period.last, curve.last())};
        points.push_back({days, lowest_evening(curve, days), curve.on(days.last)});
    }
    return points;
}

Period around_lowest(const Curve& curve, std::int32_t days) {
    return {std::max(curve.first, curve.lowest.date - days), std::min(curve.last(), curve.lowest.date + days)};
}

std::vector<Plateau> plateaus(const Curve& curve, const Period& days) {
    std::vector<Plateau> found;
    for (Date day = days.first; day <= days.last; day = day + 1) {
        if (found.empty() || found.back().amount != curve.on(day))
            found.push_back({{day, day}, curve.on(day)});
        found.back().days.last = day;
    }
    return found;
}

void Extent::take(Money amount) {
    least = std::min(least, amount);
    most = std::max(most, amount);
}

void Extent::take(const Curve& curve) {
    if (curve.empty())
        return;
    take(curve.lowest.amount);
    take(curve.most);
    if (!curve.limits)
        return;
    take(curve.limits->floor);
    take(curve.limits->lowest_allowed());
}

}  // namespace msp
