// SPDX-License-Identifier: MIT
#include <msp/aci/front.hpp>
#include <msp/aci/linked.hpp>
#include <msp/aci/score.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace msp {
namespace {

using Integer = Quotient::Integer;

[[noreturn]] void refuse(const AciText& text, std::size_t linked, std::size_t most) {
    throw Error(
        {Severity::error,
         "advice.linked",
         {tr("{n} indicators of {text} depend on each other; the least of them is sought among {most} at most"),
          {{"n", static_cast<std::int64_t>(linked)}, {"text", text.id}, {"most", static_cast<std::int64_t>(most)}}},
         {},
         {},
         Message{tr("msp-aci --next still says what each of them brings"), {}}});
}

// Calls `take` with the place of each bit that is set.
template <typename Take>
void each_bit(std::uint64_t mask, Take take) {
    for (; mask != 0; mask &= mask - 1)
        take(static_cast<std::size_t>(std::countr_zero(mask)));
}

}  // namespace

Linked::Linked(const AciFacts& facts, const Indicators& linked) : linked_(linked) {
    if (linked.size() > most)
        refuse(*facts.text, linked.size(), most);
    for (std::size_t bit = 0; bit < linked.size(); ++bit) {
        const std::size_t i = linked[bit];
        members_.push_back(member(facts, i));
        stated_ |= Mask{facts.reached[i] != nullptr} << bit;
        typed_ |= Mask{typed_above_zero(facts, i)} << bit;
        if (movable(facts, i))
            open_.push_back(open(facts, i));
        for (const Quotient& worth : {members_.back().stated, members_.back().full})
            parts_ = least_common_multiple(parts_, worth.denominator());
    }
    if (open_.size() > most_open)
        refuse(*facts.text, open_.size(), most_open);
}

Linked::Mask Linked::mask(const Indicators& indicators) const {
    Mask mask = 0;
    for (const std::size_t i : indicators)
        mask |= Mask{1} << (std::ranges::find(linked_, i) - linked_.begin());
    return mask;
}

Linked::Member Linked::member(const AciFacts& facts, std::size_t i) const {
    const AciText& text = *facts.text;
    const AciIndicator& indicator = text.indicators[i];
    Member made;
    made.needs = mask(indicator.needs);
    for (const std::size_t lower : indicator.brings) {
        if (!fixed(facts, lower))
            made.needs |= mask({lower});
    }
    made.excludes = mask(indicator.excludes);
    made.prerequisite = text.class_of(i, facts.rules_year) == AciClass::prerequisite;
    Score score(facts, i);
    made.settled = score.settled();
    if (made.settled) {
        made.stated = cents_of(score.reached(), text);
        return made;
    }
    made.full = cents_of(score.worth(reached_in_full), text);
    made.statement = static_cast<std::size_t>(std::countr_zero(mask({score.stated_by()})));
    if (const Reached* stated = facts.reached[score.stated_by()])
        made.stated = cents_of(score.worth(*stated), text);
    made.has_alternatives = !indicator.one_of.empty();
    for (const AciAlternative& one : indicator.one_of) {
        made.held_as_stated |= holds(one, facts.reached[one.indicator]) ? mask({one.indicator}) : 0;
        made.held_in_full |= holds(one, &reached_in_full) ? mask({one.indicator}) : 0;
    }
    return made;
}

Linked::Open Linked::open(const AciFacts& facts, std::size_t i) const {
    const std::vector<AciIndicator>& indicators = facts.text->indicators;
    const Indicators reached = with_levels(facts, {i});
    Open made = {i, mask(reached), 0};
    for (const std::size_t each : reached) {
        made.excludes |= mask(indicators[each].excludes);
        for (const std::size_t other : linked_) {
            if (contains(indicators[other].excludes, each))
                made.excludes |= mask({other});
        }
    }
    return made;
}

// Nothing lacks what it needs, and no two exclude each other.
bool Linked::possible(const Standing& standing) const {
    const Mask reached = standing.full | standing.stated;
    const Mask there = reached | typed_;
    bool possible = true;
    each_bit(there, [&](std::size_t bit) { possible &= (members_[bit].excludes & there) == 0; });
    each_bit(reached, [&](std::size_t bit) { possible &= (members_[bit].needs & ~there) == 0; });
    return possible;
}

Linked::Pays Linked::pays(const Member& member, const Standing& standing) {
    if (member.settled)
        return Pays::stated;
    if (member.has_alternatives &&
        ((standing.full & member.held_in_full) | (standing.stated & member.held_as_stated)) == 0)
        return Pays::nothing;
    const Mask statement = Mask{1} << member.statement;
    if ((standing.full & statement) != 0)
        return Pays::full;
    return (standing.stated & statement) != 0 ? Pays::stated : Pays::nothing;
}

std::vector<LinkedWay> Linked::front(const std::vector<std::int64_t>& costs, Integer parts) const {
    struct Amounts {
        std::array<Integer, 3> cents;  // by Pays, in parts of a cent
        Integer now;
    };
    const Standing today = {0, stated_};
    std::vector<Amounts> lines;
    for (const Member& member : members_) {
        Amounts& line =
            lines.emplace_back(Amounts{{0, in_parts(member.stated, parts), in_parts(member.full, parts)}, 0});
        line.now = line.cents.at(static_cast<std::size_t>(pays(member, today)));
    }
    FrontOf<LinkedWay> found;
    for (std::uint32_t set = 0; set >> open_.size() == 0; ++set) {
        LinkedWay way = {.set = set};
        Standing then;
        Mask excluded = 0;
        each_bit(set, [&](std::size_t bit) {
            const Open& one = open_[bit];
            then.full |= one.reaches;
            excluded |= one.excludes;
            way.cost += costs[one.indicator];
        });
        then.stated = stated_ & ~excluded & ~then.full;
        if (!possible(then))
            continue;
        bool paid = true;
        for (std::size_t bit = 0; bit < members_.size(); ++bit) {
            const Amounts& line = lines[bit];
            const Integer cents = line.cents[static_cast<std::size_t>(pays(members_[bit], then))];
            paid &= cents != 0 || !members_[bit].prerequisite;
            if (cents != line.now)
                way.gain = checked_sum(way.gain, checked_sum(cents, -line.now));
        }
        if (paid)
            found.take(way);
    }
    return found.front();
}

Indicators Linked::indicators(const LinkedWay& way) const {
    Indicators set;
    each_bit(way.set, [&](std::size_t bit) { set.push_back(open_[bit].indicator); });
    return set;
}

}  // namespace msp
