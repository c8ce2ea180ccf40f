// SPDX-License-Identifier: MIT
#include <msp/actuals/chart.hpp>
#include <msp/actuals/likely_pairs.hpp>
#include <msp/actuals/nearness.hpp>
#include <msp/actuals/rolling_doubts.hpp>
#include <msp/model/mapping.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace msp {
namespace {

std::vector<OpenAmount> open_amounts(const BookedPlan& plan, const DueAndCame& of, Date until) {
    std::vector<OpenAmount> dues;
    for (const Movement& planned : of.planned) {
        const auto rest = plan.rests.find(DueKey(planned));
        const Money open = rest == plan.rests.end() ? planned.amount : rest->second.open;
        if (open != Money() && planned.date <= until)
            dues.push_back({planned.date, open});
    }
    return dues;
}

// Money of no rule, with the account that it came from.
struct LooseMoney {
    std::vector<LooseAmount> amounts;
    std::vector<std::string> accounts;
};

LooseMoney loose_money(const Budget& budget, const RolledBooks& books, const Rolling::WithoutRule& without) {
    const Catalogue catalogue = {budget.categories};
    LooseMoney loose;
    for (const BookedAmount& each : books.amounts()) {
        if (each.move.kind != CashKind::unmapped || budget.banks[each.move.bank].entity != without.entity)
            continue;
        loose.accounts.emplace_back(books.account_of(each));
        const CategoryIndex of = category_of_account(catalogue, loose.accounts.back(), !each.move.amount.negative());
        loose.amounts.push_back({each.move.date, each.move.amount, of == budget.items[without.item].category});
    }
    return loose;
}

}  // namespace

void find_idle(const Budget& budget, const RolledBooks& books, const DueGroups& groups, Rolling& rolling) {
    const std::vector<BankIndex> banks = banks_of_items(budget);
    for (std::size_t i = 0; i < banks.size(); ++i) {
        const auto item = static_cast<ItemIndex>(i);
        if (banks[i] == no_bank)
            continue;
        const RolledEntity* entity = books.at(banks[i]);
        if (const Line* line = between_entities(budget, item); entity == nullptr && line != nullptr)
            entity = books.at(line->paid_to);
        for (const NamedDay& day : budget.items[i].closed) {
            if (entity == nullptr || (!groups.falls(item, day.date) && day.date >= entity->first))
                rolling.idle.push_back({item, day, entity == nullptr});
        }
    }
}

void find_without_rule(const Budget& budget, const RolledBooks& books, const PaymentEnds& ends, Rolling& rolling) {
    for (const BecameOf& due : rolling.dues) {
        const ItemIndex item = due.planned.item;
        const EntityIndex entity = budget.banks[due.planned.bank].entity;
        const auto same = [&](const auto& each) { return each.item == item && each.entity == entity; };
        // The books of the other end tell what has come, and it is found in these by its amount.
        const bool told = due.told_by && !ends.misses(item, entity);
        if (due.open != Money() && books.of(entity) != nullptr && !told && !between_accounts(budget, item) &&
            !has_rule(budget, item, entity) && std::ranges::none_of(rolling.without_rule, same))
            rolling.without_rule.push_back({item, entity, 0, {}, {}});
    }
}

void find_twice(const Case& of, const RolledBooks& books, const DueGroups& groups, Rolling::WithoutRule& without,
                Landings& landings) {
    constexpr std::int32_t early = 10;
    const auto group = groups.all().find({without.item, without.entity, no_bank});
    if (group == groups.all().end())
        return;
    const std::vector<OpenAmount> dues =
        open_amounts(of.booked, group->second, books.of(without.entity)->until + early);
    const LooseMoney loose = loose_money(of.budget, books, without);
    std::map<std::string, std::int64_t> times;
    for (const LikelyPair& pair : likely_pairs(dues, loose.amounts)) {
        ++without.alike;
        without.twice += smaller(dues[pair.due].amount, loose.amounts[pair.came].amount);
        ++times[loose.accounts[pair.came]];
    }
    if (times.empty())
        return;
    without.account = std::ranges::max_element(times, {}, [](const auto& each) { return each.second; })->first;
    landings.at(without.item, group->second.planned.front().bank).twice = without.twice;
}

}  // namespace msp
