// SPDX-License-Identifier: MIT
#include <msp/actuals/due_groups.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>

namespace msp {
namespace {

// How far beyond the end of the books something may be due that has been paid already.
constexpr std::int32_t ahead = 400;

ExpectedKind kind_of(const Movement& planned) {
    switch (planned.origin) {
        case Origin::loan:
        case Origin::fee:
        case Origin::payroll:
            return ExpectedKind::computed;
        case Origin::line:
        case Origin::grant:
        case Origin::transfer:
        case Origin::aci:
        case Origin::charges:
        case Origin::actual:
            break;
    }
    if (planned.state == State::called || planned.state == State::notified || planned.state == State::paid)
        return ExpectedKind::claim;
    return planned.origin == Origin::aci ? ExpectedKind::computed : ExpectedKind::typed;
}

}  // namespace

void DueGroups::find() {
    groups_.clear();
    ends_.clear();
    falls_.clear();
    const std::vector<RolledEntity>& entities = books_.entities();
    Window window = {entities.front().first, entities.front().until};
    for (const RolledEntity& each : entities)
        window = {std::min(window.first, each.first), std::max(window.last, each.until)};
    window.last = window.last + ahead;
    PlanOptions options;
    options.count = Count::hoped;
    options.before_opening = true;
    (void)movements(case_, options, window, [&](const Movement& movement) { add(movement); });
    const std::vector<BookedAmount>& amounts = books_.amounts();
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (amounts[i].move.item != no_item)
            groups_[group_of(amounts[i].move.item, amounts[i].move.bank)].came.push_back(i);
    }
    for (auto& [group, of] : groups_) {
        std::ranges::stable_sort(of.planned, {}, &Movement::date);
        std::ranges::stable_sort(of.came, {}, [&](std::size_t i) { return amounts[i].move.date; });
    }
}

void DueGroups::add(const Movement& planned) {
    const Bank& bank = budget_.banks[planned.bank];
    const bool has_books = books_.at(planned.bank) != nullptr;
    const bool booked = has_books && planned.date >= bank.date;
    if (!budget_.items[planned.item].closed.empty() && (booked || !has_books))
        falls_.insert({{planned.item, planned.date}, {planned.item, planned.due}});
    if (booked)
        groups_[group_of(planned.item, planned.bank)].planned.push_back(planned);
    if (planned.counterpart == no_bank || budget_.banks[planned.counterpart].entity == bank.entity)
        return;
    PlannedEnds& ends = ends_[{planned.item, planned.occurrence, planned.due}];
    if (booked || !has_books)
        (planned.side == Side::payments ? ends.paid : ends.received) = planned;
}

DueGroup DueGroups::group_of(ItemIndex item, BankIndex bank) const {
    return {item, budget_.banks[bank].entity, between_accounts(budget_, item) ? bank : no_bank};
}

PaidParts DueGroups::settled(const DueGroup& group, const DueAndCame& of) const {
    std::vector<ExpectedAmount> dues;
    for (const Movement& planned : of.planned)
        dues.push_back({planned.date, planned.amount, kind_of(planned)});
    std::vector<CameAmount> came;
    for (const std::size_t i : of.came)
        came.push_back({books_.amounts()[i].move.date, books_.amounts()[i].move.amount});
    return settle(dues, came, books_.of(group.entity)->until);
}

bool DueGroups::is_closed(const Movement& planned) const {
    const auto ends = ends_.find({planned.item, planned.occurrence, planned.due});
    const auto at = [](const std::optional<Movement>& end, Date day) { return end && end->date == day; };
    return std::ranges::any_of(budget_.items[planned.item].closed, [&](const NamedDay& day) {
        return day.date == planned.date || day.date == planned.due ||
               (ends != ends_.end() && (at(ends->second.paid, day.date) || at(ends->second.received, day.date)));
    });
}

}  // namespace msp
