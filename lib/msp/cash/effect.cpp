// SPDX-License-Identifier: MIT
#include <msp/cash/effect.hpp>

#include <algorithm>
#include <optional>

namespace msp {
namespace {

// The finalizer of SplitMix64: every bit of the value reaches every bit of the result.
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

bool same_item(const Footing& base, const Footing& changed, std::string_view id) {
    const auto before = base.budget.item(id);
    const auto after = changed.budget.item(id);
    const std::uint64_t moved_before = before ? base.moves.of(*before) : 0;
    const std::uint64_t moved_after = after ? changed.moves.of(*after) : 0;
    if (moved_before != moved_after || !before || !after || moved_before == 0)
        return moved_before == moved_after;
    const Item& one = base.budget.items[*before];
    const Item& other = changed.budget.items[*after];
    return one.label == other.label &&
           base.budget.categories[one.category].id == changed.budget.categories[other.category].id;
}

bool same_bank(const Bank& one, const Bank& other) {
    return one.id == other.id && one.name == other.name && one.entity == other.entity && one.opening == other.opening &&
           one.date == other.date && one.overdraft == other.overdraft && one.floor == other.floor &&
           one.overdraft_rate ==
               other.overdraft_rate;  // what that costs follows from balances, and is no movement here
}

// Whether the plan is the same, of whichever line.
bool same_plan(const Footing& base, const Footing& changed) {
    const auto same = [&](const Item& item) { return same_item(base, changed, item.id); };
    return std::ranges::equal(base.budget.banks, changed.budget.banks, same_bank) &&
           std::ranges::equal(base.budget.entities, changed.budget.entities, {}, &Entity::name, &Entity::name) &&
           std::ranges::all_of(base.budget.items, same) && std::ranges::all_of(changed.budget.items, same);
}

}  // namespace

// A sum of well mixed numbers, one a movement: two plans that move different things have the same one only by an
// accident of 1 in 2^64. To keep the movements themselves would take as much room as the plan.
void Footprint::add(const Movement& movement) {
    if (movement.item >= items_.size())
        items_.resize(movement.item + std::size_t{1});
    std::uint64_t print = mixed(static_cast<std::uint64_t>(movement.amount.cents()));
    const auto take = [&](auto value) { print = mixed(print + 1 + static_cast<std::uint64_t>(value)); };
    take(movement.date - Date());
    take(movement.bank);
    take(movement.counterpart);
    take(movement.exercise);
    take(movement.part);
    take(movement.nature);
    take(movement.state);
    take(movement.side);
    items_[movement.item] += print;
}

std::uint64_t Footprint::of(ItemIndex item) const {
    return item < items_.size() ? items_[item] : 0;
}

void check_effect(const Footing& base, const Footing& changed, std::string_view id, Date last,
                  Diagnostics& diagnostics) {
    const bool nothing = same_plan(base, changed);
    for (const ScenarioName* layer : layers_of(base.budget.scenarios, id)) {
        for (const ScenarioChange& change : layer->changes) {
            const bool idle = nothing || (!change.item.empty() && same_item(base, changed, change.item));
            if (!idle || change.sharing || diagnostics.has("scenario.nothing", change.extent.span))
                continue;
            diagnostics.warning(
                "scenario.idle",
                {tr("scenario {id}: this change of {path} changes no figure of the plan, which goes from "
                    "{first} to {last}"),
                 {{"id", layer->id}, {"path", change.path}, {"first", changed.budget.first_day()}, {"last", last}}},
                change.place.span,
                Message{tr("what it moved may lie before the account opens now, or after the plan; bring "
                           "the scenario up to date, or take it out"),
                        {}});
        }
    }
}

}  // namespace msp
