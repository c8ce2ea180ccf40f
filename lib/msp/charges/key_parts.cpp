// SPDX-License-Identifier: MIT
#include <msp/charges/key_parts.hpp>
#include <msp/charges/shares.hpp>

#include <algorithm>

namespace msp {
namespace {

using boost::multiprecision::gcd;
using boost::multiprecision::lcm;

// Rates are added up in units of this many decimals, as many as a rate has at most.
constexpr int decimals = 18;

Whole scaled(Rate rate) {
    Whole value = rate.digits();
    for (int scale = rate.scale(); scale < decimals; ++scale)
        value *= 10;
    return value;
}

std::int64_t length(Date first, Date last) {
    return first > last ? 0 : last - first + 1;
}

// Days from `first` to `last` on which the member is there.
std::int64_t presence(const Member& member, Date first, Date last) {
    first = std::max(first, member.in.value_or(first));
    last = std::min(last, member.out.value_or(last));
    std::int64_t days = length(first, last);
    for (const Absence& away : member.absences)
        days -= length(std::max(first, away.first), std::min(last, away.last.value_or(last)));
    return std::max<std::int64_t>(days, 0);
}

// The value on each day of presence, added up.
Whole summed(const Timeline<Rate>& values, const Member& member, const Window& days) {
    Whole sum;
    for (std::size_t i = 0; i < values.steps.size(); ++i) {
        const Date first = std::max(days.first, values.steps[i].from);
        const Date last = i + 1 == values.steps.size() ? days.last : std::min(days.last, values.steps[i + 1].from - 1);
        if (const std::int64_t present = first > last ? 0 : presence(member, first, last); present != 0)
            sum += scaled(values.steps[i].value) * present;
    }
    return sum;
}

Whole summed(const Timeline<Rate>& values, const Window& days) {
    return summed(values, Member(), days);
}

Parts reduced(Parts parts) {
    parts.all = 0;
    Whole common;
    for (const Whole& part : parts.of) {
        parts.all += part;
        common = gcd(common, part);
    }
    if (common > 1) {
        for (Whole& part : parts.of)
            part /= common;
        parts.all /= common;
    }
    return parts;
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

const Parts& KeyParts::operator()(KeyIndex key, EntityIndex entity, const Window& days) {
    const Asked asked = {key, entity, days.first, days.last};
    if (const auto known = known_.find(asked); known != known_.end())
        return *known->second;
    const Parts& parts = *different_.insert(compute(budget_.keys[key], entity, days)).first;
    known_.emplace(asked, &parts);
    return parts;
}

std::vector<EmptyRoom> KeyParts::unborne(KeyIndex index, EntityIndex entity, const Window& days) {
    const ShareKey& key = budget_.keys[index];
    if (key.kind == KeyKind::rooms)
        return room_weights(budget_, entity, key.vacancy, days).unborne;
    std::vector<EmptyRoom> rooms;
    for (const KeyMix& part : key.mix)
        std::ranges::copy(unborne(part.key, entity, days), std::back_inserter(rooms));
    return rooms;
}

Parts KeyParts::compute(const ShareKey& key, EntityIndex entity, const Window& days) {
    if (key.kind == KeyKind::mix)
        return of_mix(key, entity, days);
    if (key.kind == KeyKind::rooms)
        return of_rooms(key, entity, days);
    const Among among = payers_of(key, entity);
    return key.level == KeyLevel::profession ? of_professions(key, among, days) : of_members(key, among, days);
}

bool pays_by(const ShareKey& key, const Member& member, EntityIndex entity) {
    if (!key.members.empty())
        return std::ranges::find(key.members, member.id) != key.members.end();
    const bool by_name = key.level == KeyLevel::member && !key.entries.empty();
    return by_name || member.entity == entity;
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
        if (budget_.is_member(i) ? pays_by(key, budget_.members[i], entity) : named())
            among.push_back(i);
    }
    return among;
}

std::int64_t KeyParts::present(std::size_t payer, const Window& days) const {
    return presence(budget_.is_member(payer) ? budget_.members[payer] : Member(), days.first, days.last);
}

Whole KeyParts::summed_up(const Timeline<Rate>& values, std::size_t payer, const Window& days) const {
    return summed(values, budget_.is_member(payer) ? budget_.members[payer] : Member(), days);
}

Parts KeyParts::by_counter(const std::string& counter, const Among& among, const Window& days) const {
    Parts parts = nothing();
    for (const std::size_t i : among) {
        if (counter.empty()) {
            parts.of[i] = present(i, days);
            continue;
        }
        if (!budget_.is_member(i))
            continue;
        const Member& member = budget_.members[i];
        const auto count = std::ranges::find(member.counts, counter, &MemberCount::counter);
        if (count != member.counts.end())
            parts.of[i] = summed(count->values, member, days);
    }
    return reduced(std::move(parts));
}

Parts KeyParts::of_rooms(const ShareKey& key, EntityIndex entity, const Window& days) const {
    const RoomWeights weights = room_weights(budget_, entity, key.vacancy, days);
    Parts parts = nothing();
    if (!weights.unborne.empty())
        return parts;
    Whole common = 1;
    for (const auto& weight : weights.of)
        common = lcm(common, Whole(denominator(weight)));
    for (std::size_t i = 0; i < parts.of.size(); ++i) {
        const bool bears =
            key.members.empty() || std::ranges::find(key.members, budget_.payer_id(i)) != key.members.end();
        if (bears)
            parts.of[i] = numerator(weights.of[i]) * (common / denominator(weights.of[i]));
    }
    return reduced(std::move(parts));
}

Parts KeyParts::of_members(const ShareKey& key, const Among& among, const Window& days) const {
    if (key.kind == KeyKind::equal || key.kind == KeyKind::counter)
        return by_counter(key.counter, among, days);
    if (key.kind == KeyKind::fixed)
        return of_fixed(key, among, days);
    Parts parts = nothing();
    for (const std::size_t i : among) {
        const auto entry = std::ranges::find(key.entries, budget_.payer_id(i), &KeyEntry::who);
        if (entry != key.entries.end())
            parts.of[i] = summed_up(entry->weight, i, days);
    }
    return reduced(std::move(parts));
}

// Members stand in for one of them who is away; the share of a third party stays what it is.
Parts KeyParts::of_fixed(const ShareKey& key, const Among& among, const Window& days) const {
    std::vector<Quotient> shares;
    for (const KeyEntry& entry : key.entries)
        shares.push_back(entry.share);
    const std::vector<Whole> weights = integers(shares);
    std::vector<Parts> groups = {nothing()};  // the members, then each third party
    std::vector<Whole> group_weights(1);
    for (const std::size_t i : among) {
        const auto entry = std::ranges::find(key.entries, budget_.payer_id(i), &KeyEntry::who);
        if (entry == key.entries.end())
            continue;
        const Whole& weight = weights[static_cast<std::size_t>(entry - key.entries.begin())];
        if (budget_.is_member(i)) {
            groups.front().of[i] = weight * present(i, days);
            group_weights.front() += weight;
        } else {
            groups.emplace_back(nothing()).of[i] = 1;
            groups.back().all = 1;
            group_weights.push_back(weight);
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

Parts KeyParts::of_professions(const ShareKey& key, const Among& among, const Window& days) const {
    std::vector<Whole> weights;
    std::vector<Quotient> shares;
    std::vector<Parts> groups;
    for (const KeyEntry& entry : key.entries) {
        Among inside;
        std::ranges::copy_if(among, std::back_inserter(inside), [&](std::size_t i) {
            return budget_.is_member(i) && budget_.members[i].trade == entry.who;
        });
        groups.push_back(by_counter(key.within, inside, days));
        shares.push_back(entry.share);
        weights.push_back(key.kind == KeyKind::weights ? summed(entry.weight, days) : Whole());
    }
    return joined(key.kind == KeyKind::weights ? weights : integers(shares), groups);
}

Parts KeyParts::of_mix(const ShareKey& key, EntityIndex entity, const Window& days) {
    std::vector<Quotient> shares;
    std::vector<Parts> groups;
    for (const KeyMix& part : key.mix) {
        shares.push_back(part.share);
        groups.push_back((*this)(part.key, entity, days));
    }
    return joined(integers(shares), groups);
}

}  // namespace msp
