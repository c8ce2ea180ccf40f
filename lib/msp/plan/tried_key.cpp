// SPDX-License-Identifier: MIT
#include <msp/plan/charged.hpp>
#include <msp/plan/tried_key.hpp>

#include <algorithm>
#include <string>

namespace msp {

namespace {

std::vector<std::string> who_share(const Budget& budget, EntityIndex entity, const ExerciseShares& now) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        if (budget.members[i].entity == entity || now.pays[budget.person_of(i)])
            ids.push_back(budget.members[i].id);
    }
    return ids;
}

}  // namespace

std::vector<const Line*> direct_lines(const ExerciseShares& shares) {
    std::vector<const Line*> direct;
    for (const LineShares& line : shares.lines) {
        const auto bears = [](Money share) { return share != Money(); };
        if (std::ranges::count_if(line.exercise.shares, bears) == 1)
            direct.push_back(line.line);
    }
    return direct;
}

Budget with_key(const Budget& budget, EntityIndex entity, const ShareKey& key, const ExerciseShares& now) {
    Budget tried = budget;
    const std::vector<const Line*> kept = direct_lines(now);
    const auto own = std::ranges::find(tried.keys, key.id, &ShareKey::id);
    const auto index = static_cast<KeyIndex>(own - tried.keys.begin());
    if (own == tried.keys.end()) {
        tried.keys.push_back(key);
        // Of rooms, whoever occupies them pays.
        if (key.kind != KeyKind::rooms)
            tried.keys.back().members = who_share(budget, entity, now);
    }
    const std::vector<const Line*> all = shared_lines(budget, entity);
    const std::vector<Line*> copies = shared_lines(tried, entity);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::ranges::find(kept, all[i]) == kept.end())
            copies[i]->shared = index;
    }
    return tried;
}

}  // namespace msp
