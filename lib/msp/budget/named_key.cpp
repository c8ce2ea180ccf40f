// SPDX-License-Identifier: MIT
#include <msp/budget/keys_share.hpp>
#include <msp/budget/named_key.hpp>
#include <msp/budget/value_words.hpp>

#include <algorithm>

namespace msp {
namespace {

// Each once, in the order in which members have them.
std::vector<std::string_view> counters_of(const Budget& budget) {
    std::vector<std::string_view> counters;
    for (const Member& member : budget.members) {
        for (const MemberCount& count : member.counts) {
            if (std::ranges::find(counters, count.counter) == counters.end())
                counters.push_back(count.counter);
        }
    }
    return counters;
}

}  // namespace

std::string counter_name(const std::string& counter, Language language) {
    const Word* word = find_word(measure_words, counter);
    return std::string(word == nullptr ? counter : word->in(language));
}

std::optional<ShareKey> key_named(const Budget& budget, std::string_view name) {
    const auto own = std::ranges::find(budget.keys, name, &ShareKey::id);
    if (own != budget.keys.end())
        return *own;
    const Word* word = find_word(measure_words, name);
    ShareKey key;
    key.id = word == nullptr ? name : word->english;
    key.label = name;
    if (key.id == equally.english)
        return key;
    if (key.id == by_rooms.english) {
        key.kind = KeyKind::rooms;
        return budget.rooms.empty() ? std::nullopt : std::optional(std::move(key));
    }
    const std::vector<std::string_view> counters = counters_of(budget);
    if (std::ranges::find(counters, key.id) == counters.end())
        return std::nullopt;
    key.kind = KeyKind::counter;
    key.counter = key.id;
    return key;
}

std::vector<std::string> key_names(const Budget& budget, Language language) {
    std::vector<std::string> names;
    const auto add = [&](std::string name) {
        if (std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    };
    for (const ShareKey& key : budget.keys)
        add(key.id);
    add(std::string(equally.in(language)));
    if (!budget.rooms.empty())
        add(std::string(by_rooms.in(language)));
    for (const std::string_view counter : counters_of(budget))
        add(counter_name(std::string(counter), language));
    return names;
}

}  // namespace msp
