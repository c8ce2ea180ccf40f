// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_cash.hpp>

namespace msp {

void BookedCash::add(const CashMove& move) {
    all_[move.date] += move.amount;
    if (move.kind != CashKind::internal)
        lines_[move.item][move.date] += move.amount;
}

std::vector<ItemIndex> BookedCash::lines() const {
    std::vector<ItemIndex> all;
    for (const auto& [line, by_day] : lines_)
        all.push_back(line);
    return all;
}

Money BookedCash::of(ItemIndex line, const Period& days) const {
    const auto found = lines_.find(line);
    return found == lines_.end() ? Money() : sum(found->second, days);
}

Money BookedCash::all(const Period& days) const {
    return sum(all_, days);
}

Money BookedCash::sum(const ByDay& by_day, const Period& days) {
    Money sum;
    for (auto day = by_day.lower_bound(days.first); day != by_day.end() && day->first <= days.last; ++day)
        sum += day->second;
    return sum;
}

Low BookedCash::lowest(const Period& days, Money balance) const {
    Low low = {balance, days.last};
    for (Date day = days.last; day > days.first; day = day - 1) {
        const auto moved = all_.find(day);
        if (moved != all_.end())
            balance -= moved->second;
        // Of equal ones the first.
        if (balance <= low.amount)
            low = {balance, day - 1};
    }
    return low;
}

}  // namespace msp
