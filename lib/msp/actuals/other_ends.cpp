// SPDX-License-Identifier: MIT
#include <msp/actuals/other_ends.hpp>

#include <algorithm>

namespace msp {

OtherEnds::OtherEnds(std::span<const ToldMove> told, EntityIndex entity) {
    for (const ToldMove& each : told) {
        if (each.entity != entity)
            continue;
        left_.push_back(each);
        parts_.try_emplace(each.part);
    }
}

CashMove OtherEnds::told(std::size_t part, const CashMove& move) {
    const auto found = parts_.find(part);
    if (found == parts_.end() || move.kind != CashKind::unmapped)
        return move;
    const auto same = std::ranges::find_if(left_, [&](const ToldMove& each) {
        return each.part == part && each.move.line == move.line && each.move.account == move.account &&
               each.move.bank == move.bank && each.move.date == move.date && each.move.amount == move.amount;
    });
    if (same != left_.end()) {
        const CashMove made = same->move;
        found->second.mapped += made.amount;
        left_.erase(same);
        return made;
    }
    UnmappedCash& of = found->second.unmapped[move.account];
    if (of.count++ == 0) {
        of.account = move.account;
        of.line = move.line;
    }
    of.amount += move.amount;
    return move;
}

void OtherEnds::correct(std::size_t part, CashTotals& totals) const {
    const auto found = parts_.find(part);
    if (found == parts_.end())
        return;
    totals.mapped += found->second.mapped;
    totals.unmapped -= found->second.mapped;
    totals.by_account.clear();
    for (const auto& [account, of] : found->second.unmapped)
        totals.by_account.push_back(of);
    totals.by_account = largest_first(totals.by_account);
}

}  // namespace msp
