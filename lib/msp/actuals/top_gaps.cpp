// SPDX-License-Identifier: MIT
#include <msp/actuals/top_gaps.hpp>

#include <algorithm>

namespace msp {
namespace {

// The month with the most of it in the direction of `whole`, among those of the same line.
bool find_month(TopGap& gap, Money ComparedRow::*part, const std::vector<ComparedRow>& by_month) {
    const Money whole = gap.row.*part;
    bool found = false;
    for (const ComparedRow& row : by_month) {
        const Money in_month = row.*part;
        if (row.line != gap.row.line || row.apart != gap.row.apart || in_month == Money() || whole == Money() ||
            in_month.negative() != whole.negative() || (found && absolute(in_month) <= absolute(gap.in_month)))
            continue;
        gap.month = row.period;
        gap.in_month = in_month;
        found = true;
    }
    return found;
}

}  // namespace

std::vector<TopGap> top_gaps(const std::vector<ComparedRow>& rows, const std::vector<ComparedRow>& by_month) {
    std::vector<TopGap> all;
    for (const ComparedRow& row : rows) {
        if (row.gap == Money() || (row.line && row.line->item().origin == Origin::transfer))
            continue;
        TopGap& gap = all.emplace_back(TopGap{row, row.period, row.gap});
        const bool is_timing = absolute(row.timing) > absolute(row.amount_gap);
        // Month by month other items can be held against each other than over all of them: the gap itself is always
        // there.
        if (!find_month(gap, is_timing ? &ComparedRow::timing : &ComparedRow::amount_gap, by_month))
            find_month(gap, &ComparedRow::gap, by_month);
    }
    std::ranges::stable_sort(
        all, [](const TopGap& a, const TopGap& b) { return absolute(a.row.gap) > absolute(b.row.gap); });
    return all;
}

}  // namespace msp
