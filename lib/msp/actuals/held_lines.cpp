// SPDX-License-Identifier: MIT
#include <msp/actuals/held_lines.hpp>

#include <string_view>
#include <unordered_map>

namespace msp {

HeldLines::HeldLines(const Budget& today, const Budget& voted) : today_(&today), voted_(&voted) {
    std::unordered_map<std::string_view, ItemIndex> by_id;
    for (std::size_t i = 0; i < today.items.size(); ++i)
        by_id.emplace(today.items[i].id, static_cast<ItemIndex>(i));
    std::vector<bool> was_voted(today.items.size());
    for (std::size_t i = 0; i < voted.items.size(); ++i) {
        const auto found = by_id.find(voted.items[i].id);
        if (found == by_id.end()) {
            positions_.push_back(today.items.size() + only_voted_.size());
            only_voted_.push_back(static_cast<ItemIndex>(i));
            continue;
        }
        positions_.push_back(found->second);
        was_voted[found->second] = true;
    }
    for (std::size_t i = 0; i < today.items.size(); ++i) {
        if (!was_voted[i])
            only_today_.push_back(static_cast<ItemIndex>(i));
    }
    const bool of_one = today.entities.size() == 1 && voted.entities.size() == 1;
    for (const Entity& entity : voted.entities)
        entities_.push_back(of_one ? std::optional<EntityIndex>(0) : today.entity(entity.id));
}

HeldLine HeldLines::operator[](std::size_t position) const {
    const std::size_t of_today = today_->items.size();
    if (position < of_today)
        return {today_, static_cast<ItemIndex>(position)};
    return {voted_, only_voted_[position - of_today]};
}

}  // namespace msp
