// SPDX-License-Identifier: MIT
#include <msp/plan/charged.hpp>
#include <msp/plan/tried_key.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
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

// Keys of lines that are not charged directly, of which third parties bear anything now.
std::set<KeyIndex> keys_of_third_parties(const Budget& budget, const ExerciseShares& now,
                                         const std::vector<const Line*>& direct) {
    std::set<KeyIndex> keys;
    for (const LineShares& line : now.lines) {
        const auto outsiders = std::span(line.exercise.shares).subspan(budget.members.size());
        if (std::ranges::find(direct, line.line) == direct.end() &&
            std::ranges::any_of(outsiders, [](Money share) { return share != Money(); }))
            keys.insert(*line.line->shared);
    }
    return keys;
}

// The key that is tried beside what third parties bear by the one of now, below its target and above it.
KeyIndex stand_in(Budget& budget, KeyIndex tried, KeyIndex now) {
    const auto beside = [&](KeyIndex other) {
        budget.keys.push_back(budget.keys[tried]);
        budget.keys.back().third_parties_of = other;
        return static_cast<KeyIndex>(budget.keys.size() - 1);
    };
    const std::optional<KeyTarget> target = budget.keys[now].target;
    const KeyIndex below = beside(now);
    if (target && !budget.keys[tried].target) {
        const KeyIndex above = beside(target->above);
        budget.keys[below].target = target;
        budget.keys[below].target->above = above;
    }
    return below;
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
    const std::set<KeyIndex> outsiders = keys_of_third_parties(budget, now, kept);
    std::map<KeyIndex, KeyIndex> in_place_of;
    for (const KeyIndex key_now : outsiders)
        in_place_of[key_now] = stand_in(tried, index, key_now);
    const std::vector<const Line*> all = shared_lines(budget, entity);
    const std::vector<Line*> copies = shared_lines(tried, entity);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto other = in_place_of.find(*all[i]->shared);
        if (std::ranges::find(kept, all[i]) == kept.end())
            copies[i]->shared = other == in_place_of.end() ? index : other->second;
    }
    return tried;
}

}  // namespace msp
