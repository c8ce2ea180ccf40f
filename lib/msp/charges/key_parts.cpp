// SPDX-License-Identifier: MIT
#include <msp/charges/attendance.hpp>
#include <msp/charges/key_parts.hpp>
#include <msp/charges/limits.hpp>
#include <msp/charges/shares.hpp>

#include <algorithm>

namespace msp {
namespace {

using boost::multiprecision::lcm;

Parts reduced(Parts parts) {
    parts.all = 0;
    Whole common;
    for (const Whole& part : parts.of) {
        parts.all += part;
        if (part != 0)
            common = common_divisor(common, part);
    }
    if (common > 1) {
        for (Whole& part : parts.of)
            part /= common;
        parts.all /= common;
    }
    return parts;
}

// Whether the key is only for some, and the payer among them.
bool lists(const Budget& budget, const ShareKey& key, std::size_t payer) {
    const auto has = [&](std::size_t one) {
        return std::ranges::find(key.members, budget.payer_id(one)) != key.members.end();
    };
    return has(payer) || has(budget.person_of(payer));
}

// What is typed of the payer: of a second stay its own, else that of the first. Null where nothing is.
const KeyEntry* entry_of(const Budget& budget, const ShareKey& key, std::size_t payer) {
    const auto find = [&](std::size_t one) {
        const auto found = std::ranges::find(key.entries, budget.payer_id(one), &KeyEntry::who);
        return found == key.entries.end() ? nullptr : &*found;
    };
    const KeyEntry* own = find(payer);
    return own == nullptr ? find(budget.person_of(payer)) : own;
}

// Each person bears the parts of all their stays.
Parts by_person(const Budget& budget, Parts parts) {
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        const std::size_t person = budget.person_of(i);
        if (person != i && parts.of[i] != 0) {
            parts.of[person] += parts.of[i];
            parts.of[i] = 0;
        }
    }
    return parts;
}

// Fixed shares over time, in a unit that all of them have in common; by entry of the key.
std::vector<Timeline<Whole>> integer_shares(const ShareKey& key) {
    Whole common = 1;
    for (const KeyEntry& entry : key.entries) {
        for (const auto& step : entry.share.steps)
            common = lcm(common, Whole(step.value.denominator()));
    }
    std::vector<Timeline<Whole>> all;
    for (const KeyEntry& entry : key.entries) {
        Timeline<Whole>& shares = all.emplace_back();
        for (const auto& step : entry.share.steps)
            shares.steps.push_back(
                {step.from, Whole(step.value.numerator()) * (common / Whole(step.value.denominator()))});
    }
    return all;
}

// The weights of shares that make a whole, as integers.
std::vector<Whole> integers(const std::vector<Quotient>& shares) {
    Whole common = 1;
    for (const Quotient& share : shares)
        common = lcm(common, Whole(share.denominator()));
    std::vector<Whole> weights;
    for (const Quotient& share : shares)
        weights.push_back(Whole(share.numerator()) * (common / Whole(share.denominator())));
    return weights;
}

}  // namespace

const Parts& KeyParts::known(KeyIndex key, EntityIndex entity, const Window& days, Relief relief) {
    if (relief == Relief::without && budget_.keys[key].departs_from)
        return known(*budget_.keys[key].departs_from, entity, days, relief);
    if (!departs(key))
        relief = Relief::without;
    const Asked asked = {key, relief, entity, days.first, days.last};
    if (const auto known = known_.find(asked); known != known_.end())
        return *known->second;
    const Parts& parts = *different_.insert(compute(budget_.keys[key], entity, days, relief)).first;
    known_.emplace(asked, &parts);
    return parts;
}

bool KeyParts::departs(KeyIndex index) const {
    const ShareKey& key = budget_.keys[index];
    return key.departs_from || key.relieves() ||
           std::ranges::any_of(key.mix, [&](const KeyMix& part) { return departs(part.key); });
}

bool derogates(const Budget& budget, KeyIndex index) {
    const ShareKey& key = budget.keys[index];
    return key.departs_from || key.relieves() || key.bounded() ||
           std::ranges::any_of(key.mix, [&](const KeyMix& part) { return derogates(budget, part.key); });
}

std::vector<EmptyRoom> KeyParts::unborne(KeyIndex index, EntityIndex entity, const Window& days) {
    const ShareKey& key = budget_.keys[index];
    if (key.kind == KeyKind::rooms)
        return room_weights(budget_, entity, key, false, days).unborne;
    std::vector<EmptyRoom> rooms;
    for (const KeyMix& part : key.mix)
        std::ranges::copy(unborne(part.key, entity, days), std::back_inserter(rooms));
    return rooms;
}

Parts KeyParts::compute(const ShareKey& key, EntityIndex entity, const Window& days, Relief relief) {
    const auto as_said = [&] {
        if (key.kind == KeyKind::mix)
            return of_mix(key, entity, days, relief);
        if (key.kind == KeyKind::rooms)
            return of_rooms(key, entity, days);
        const Among among = payers_of(key, entity);
        return key.level == KeyLevel::profession ? of_professions(key, among, days) : of_members(key, among, days);
    };
    Parts parts = by_person(budget_, as_said());
    if (relief == Relief::with && key.relieves() && parts.all != 0)
        parts = relieved(key, entity, parts, days);
    return key.third_parties_of
               ? beside_third_parties(std::move(parts), known(*key.third_parties_of, entity, days, Relief::with))
               : std::move(parts);
}

Parts KeyParts::beside_third_parties(Parts parts, const Parts& other) const {
    std::vector<Parts> groups;
    std::vector<Whole> weights;
    Whole rest = other.all;
    for (std::size_t i = budget_.members.size(); i < budget_.payers(); ++i) {
        if (other.of[i] == 0 || parts.of[i] != 0)
            continue;
        groups.emplace_back(nothing()).of[i] = 1;
        groups.back().all = 1;
        weights.push_back(other.of[i]);
        rest -= other.of[i];
    }
    if (groups.empty())
        return parts;
    groups.push_back(std::move(parts));
    weights.push_back(std::move(rest));
    return joined(weights, groups);
}

bool pays_by(const Budget& budget, const ShareKey& key, std::size_t member, EntityIndex entity) {
    if (!key.members.empty())
        return lists(budget, key, member);
    const bool by_name = key.level == KeyLevel::member && !key.entries.empty();
    return by_name || budget.members[member].entity == entity;
}

// A third party pays only where the key names it.
KeyParts::Among KeyParts::payers_of(const ShareKey& key, EntityIndex entity) const {
    Among among;
    for (std::size_t i = 0; i < budget_.payers(); ++i) {
        const std::string& id = budget_.payer_id(i);
        const auto named = [&] {
            return key.members.empty() ? key.level == KeyLevel::member &&
                                             std::ranges::find(key.entries, id, &KeyEntry::who) != key.entries.end()
                                       : std::ranges::find(key.members, id) != key.members.end();
        };
        if (budget_.is_member(i) ? pays_by(budget_, key, i, entity) : named())
            among.push_back(i);
    }
    return among;
}

Parts KeyParts::by_counter(const ShareKey& key, const std::string& counter, const Among& among,
                           const Window& days) const {
    const Attendance attendance(budget_, key, false);
    Parts parts = nothing();
    for (const std::size_t i : among) {
        if (counter.empty())
            parts.of[i] = attendance.days(i, days);
        else if (const Timeline<Rate>* values = count_of(i, counter))
            parts.of[i] = attendance.summed(*values, i, days);
    }
    return reduced(std::move(parts));
}

const Timeline<Rate>* KeyParts::count_of(std::size_t payer, const std::string& counter) const {
    if (!budget_.is_member(payer))
        return nullptr;
    const std::vector<MemberCount>& counts = budget_.members[payer].counts;
    const auto count = std::ranges::find(counts, counter, &MemberCount::counter);
    return count == counts.end() ? nullptr : &count->values;
}

Parts KeyParts::of_rooms(const ShareKey& key, EntityIndex entity, const Window& days) const {
    const RoomWeights weights = room_weights(budget_, entity, key, false, days);
    Parts parts = nothing();
    if (!weights.unborne.empty())
        return parts;
    Whole common = 1;
    for (const auto& weight : weights.of)
        common = lcm(common, Whole(denominator(weight)));
    for (std::size_t i = 0; i < parts.of.size(); ++i) {
        if (key.members.empty() || lists(budget_, key, i))
            parts.of[i] = numerator(weights.of[i]) * (common / denominator(weights.of[i]));
    }
    return reduced(std::move(parts));
}

Parts KeyParts::of_members(const ShareKey& key, const Among& among, const Window& days) const {
    if (key.kind == KeyKind::equal || key.kind == KeyKind::counter)
        return by_counter(key, key.counter, among, days);
    if (key.kind == KeyKind::fixed)
        return of_fixed(key, among, days);
    const Attendance attendance(budget_, key, false);
    Parts parts = nothing();
    for (const std::size_t i : among) {
        if (const KeyEntry* entry = entry_of(budget_, key, i))
            parts.of[i] = attendance.summed(entry->weight, i, days);
    }
    return reduced(std::move(parts));
}

// Members stand in for one of them who is away; the share of a third party stays what it is.
Parts KeyParts::of_fixed(const ShareKey& key, const Among& among, const Window& days) const {
    const std::vector<Timeline<Whole>> shares = integer_shares(key);
    const Attendance attendance(budget_, key, false);
    std::vector<Parts> groups = {nothing()};  // the members, then each third party
    std::vector<Whole> group_weights(1);
    std::set<const KeyEntry*> counted;  // one may be of two stays
    for (const std::size_t i : among) {
        const KeyEntry* entry = entry_of(budget_, key, i);
        if (entry == nullptr)
            continue;
        const Timeline<Whole>& share = shares[static_cast<std::size_t>(entry - key.entries.data())];
        if (budget_.is_member(i)) {
            groups.front().of[i] = attendance.summed(share, i, days);
            if (counted.insert(entry).second)
                group_weights.front() += attendance.summed(share, days);
        } else {
            groups.emplace_back(nothing()).of[i] = 1;
            groups.back().all = 1;
            group_weights.push_back(attendance.summed(share, days));
        }
    }
    groups.front() = reduced(std::move(groups.front()));
    return joined(group_weights, groups);
}

Parts KeyParts::joined(const std::vector<Whole>& weights, const std::vector<Parts>& groups) const {
    Whole common = 1;
    for (const Parts& group : groups) {
        if (group.all != 0)
            common = lcm(common, group.all);
    }
    Parts parts = nothing();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (weights[g] == 0)
            continue;
        if (groups[g].all == 0)
            return nothing();  // nobody bears that part
        const Whole each = weights[g] * (common / groups[g].all);
        for (std::size_t i = 0; i < parts.of.size(); ++i) {
            if (groups[g].of[i] != 0)
                parts.of[i] += groups[g].of[i] * each;
        }
    }
    return reduced(std::move(parts));
}

KeyParts::Professions KeyParts::professions(const ShareKey& key, const Among& among, const Window& days) const {
    const Attendance attendance(budget_, key, false);
    const std::vector<Timeline<Whole>> shares = integer_shares(key);
    Professions all;
    for (std::size_t e = 0; e < key.entries.size(); ++e) {
        const KeyEntry& entry = key.entries[e];
        Among inside;
        std::ranges::copy_if(among, std::back_inserter(inside), [&](std::size_t i) {
            return budget_.is_member(i) && budget_.members[i].trade == entry.who;
        });
        all.parts.push_back(by_counter(key, key.within, inside, days));
        all.weights.push_back(key.kind == KeyKind::weights ? attendance.summed(entry.weight, days)
                                                           : attendance.summed(shares[e], days));
    }
    return all;
}

Parts KeyParts::of_professions(const ShareKey& key, const Among& among, const Window& days) const {
    const Professions all = professions(key, among, days);
    return joined(all.weights, all.parts);
}

std::optional<Place> KeyParts::without_members(KeyIndex index, EntityIndex entity, const Window& days) {
    const ShareKey& key = budget_.keys[index];
    for (const KeyMix& part : key.mix) {
        const Quotient* share = part.share.on(days.first);
        if (share != nullptr && *share != Quotient() && known(part.key, entity, days, Relief::with).all == 0)
            return without_members(part.key, entity, days).value_or(part.place);
    }
    if (key.level != KeyLevel::profession)
        return std::nullopt;
    const Professions all = professions(key, payers_of(key, entity), days);
    for (std::size_t e = 0; e < key.entries.size(); ++e) {
        if (all.weights[e] != 0 && all.parts[e].all == 0)
            return key.entries[e].place;
    }
    return std::nullopt;
}

// Days on which the parts of the mix are others are parted by themselves, each as many as they are.
Parts KeyParts::of_mix(const ShareKey& key, EntityIndex entity, const Window& days, Relief relief) {
    std::set<Date> begins = {days.first};
    for (const KeyMix& part : key.mix) {
        for (const auto& step : part.share.steps) {
            if (step.from > days.first && step.from <= days.last)
                begins.insert(step.from);
        }
    }
    std::vector<Whole> lengths;
    std::vector<Parts> all;
    for (const Window& part : windows_from(begins, days.last)) {
        lengths.emplace_back(part.last - part.first + 1);
        all.push_back(of_unchanged_mix(key, entity, part, relief));
    }
    return all.size() == 1 ? std::move(all.front()) : joined(lengths, all);
}

Parts KeyParts::of_unchanged_mix(const ShareKey& key, EntityIndex entity, const Window& days, Relief relief) {
    std::vector<Quotient> shares;
    std::vector<Parts> groups;
    for (const KeyMix& part : key.mix) {
        const Quotient* share = part.share.on(days.first);
        shares.push_back(share == nullptr ? Quotient() : *share);
        groups.push_back(shares.back() == Quotient() ? nothing() : known(part.key, entity, days, relief));
    }
    return joined(integers(shares), groups);
}

Parts KeyParts::relieved(const ShareKey& key, EntityIndex entity, const Parts& parts, const Window& days) const {
    const std::vector<WholeQuotient> left_over = left(key, entity, days);
    Whole common = 1;
    for (const WholeQuotient& part : left_over)
        common = lcm(common, Whole(denominator(part)));
    std::vector<Parts> groups = {nothing()};  // the members, then each third party
    std::vector<Whole> weights(1);
    for (std::size_t i = 0; i < parts.of.size(); ++i) {
        if (budget_.is_member(i)) {
            groups.front().of[i] =
                parts.of[i] * Whole(numerator(left_over[i])) * (common / Whole(denominator(left_over[i])));
            weights.front() += parts.of[i];
        } else if (parts.of[i] != 0) {
            groups.emplace_back(nothing()).of[i] = 1;
            groups.back().all = 1;
            weights.push_back(parts.of[i]);
        }
    }
    groups.front() = reduced(std::move(groups.front()));
    return joined(weights, groups);
}

std::vector<WholeQuotient> KeyParts::left(const ShareKey& key, EntityIndex entity, const Window& days) const {
    const Attendance before(budget_, key, false);
    const Attendance after(budget_, key, true);
    const bool rooms = key.kind == KeyKind::rooms;
    const RoomWeights rooms_before = rooms ? room_weights(budget_, entity, key, false, days) : RoomWeights();
    const RoomWeights rooms_after = rooms ? room_weights(budget_, entity, key, true, days) : RoomWeights();
    const std::vector<Timeline<Whole>> shares = integer_shares(key);
    // What changes weighs as it stands on each day; by other keys each day weighs the same.
    const auto in_days = [&](std::size_t member, const Attendance& by) {
        const bool counts = key.kind == KeyKind::counter && key.level == KeyLevel::member;
        if (const Timeline<Rate>* values = counts ? count_of(member, key.counter) : nullptr)
            return by.summed(*values, member, days);
        const KeyEntry* entry = key.level == KeyLevel::member ? entry_of(budget_, key, member) : nullptr;
        if (entry == nullptr)
            return by.days(member, days);
        return key.kind == KeyKind::weights
                   ? by.summed(entry->weight, member, days)
                   : by.summed(shares[static_cast<std::size_t>(entry - key.entries.data())], member, days);
    };
    const auto weighed = [&](std::size_t member, const Attendance& by) {
        return WholeQuotient(in_days(member, by), by.unit());
    };
    std::vector<WholeQuotient> weighs_before(budget_.members.size());  // by person
    std::vector<WholeQuotient> weighs_after(budget_.members.size());
    for (std::size_t i = 0; i < budget_.members.size(); ++i) {
        const std::size_t person = budget_.person_of(i);
        weighs_before[person] += rooms ? rooms_before.of[i] : weighed(i, before);
        weighs_after[person] += rooms ? rooms_after.of[i] : weighed(i, after);
    }
    std::vector<WholeQuotient> all;
    for (std::size_t i = 0; i < weighs_before.size(); ++i)
        all.push_back(weighs_before[i] == 0 ? weighs_before[i] : WholeQuotient(weighs_after[i] / weighs_before[i]));
    return all;
}

std::optional<Window> KeyParts::all_exempt(KeyIndex key, EntityIndex entity, const Window& days) {
    if (!departs(key))
        return std::nullopt;
    const auto [found, fresh] = all_exempt_.try_emplace({key, Relief::with, entity, days.first, days.last});
    if (fresh)
        found->second = find_all_exempt(key, entity, days);
    return found->second;
}

// Between the days on which anybody comes, goes or is exempt.
std::optional<Window> KeyParts::find_all_exempt(KeyIndex key, EntityIndex entity, const Window& days) {
    std::set<Date> begins = {days.first};
    add_changes(key, days, begins);
    for (const Window& part : windows_from(begins, days.last)) {
        if (plain(key, entity, part).all != 0 && (*this)(key, entity, part).all == 0)
            return part;
    }
    return std::nullopt;
}

void KeyParts::add_changes(KeyIndex index, const Window& days, std::set<Date>& found) const {
    const ShareKey& key = budget_.keys[index];
    const Attendance attendance(budget_, key, true);
    const auto add = [&](Date day) {
        if (day > days.first && day <= days.last)
            found.insert(day);
    };
    for (std::size_t i = 0; i < budget_.members.size(); ++i) {
        attendance.changes(i, days, found);
        if (budget_.members[i].in)
            add(*budget_.members[i].in);
        if (budget_.members[i].out)
            add(*budget_.members[i].out + 1);
    }
    for (const Room& room : budget_.rooms) {
        for (const Occupancy& occupied : room.occupied) {
            add(occupied.first);
            if (occupied.last < days.last)
                add(occupied.last + 1);
        }
    }
    for (const KeyMix& part : key.mix)
        add_changes(part.key, days, found);
}

}  // namespace msp
