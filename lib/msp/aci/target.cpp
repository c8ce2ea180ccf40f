// SPDX-License-Identifier: MIT
#include <msp/aci/advice.hpp>
#include <msp/aci/front.hpp>
#include <msp/aci/linked.hpp>
#include <msp/aci/reach.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace msp {
namespace {

using Integer = Quotient::Integer;

// How the least that reaches an amount is found, and why no smaller set is overlooked.
//
// A text has some thirty indicators, so that there are 2^30 sets of them; each would need a whole remuneration. But
// indicators depend on each other only within small parts: a level on its lower one, a complement on what it follows,
// two that exclude each other (parts_of()). What one part brings does not change what another one brings, an IPA and
// the prerequisites apart, which are settled before. Therefore:
//
//   1. Of each part, all its sets are tried (Linked::front()): 2^n of n linked indicators. What one of them pays
//      depends on few others, so that it takes but three values; these are computed once, with the code of the
//      remuneration.
//   2. Of the ways in a part only those are kept that no other beats by costing no more and gaining as much: its Pareto
//      front (FrontOf). A way that is beaten can be replaced by what beats it in any solution, which stays a solution
//      and gets no dearer. So nothing is lost, and fronts stay short.
//   3. The fronts are multiplied into two halves of about the same length, thinned again after each part. Where costs
//      and gains are all different nothing can be thinned out, and two halves of 2^13 sets are still searched at once.
//   4. For each way of one half the cheapest of the other that makes up what is lacking is found by walking both in
//      opposite directions (best_of()): gains rise along a front, so the walk never turns back.
//
// Gains are compared before the majoration and before the year is rounded to the cent, in whole parts of a cent:
// edge_of() says from which exact amount on the rounded total reaches what is wanted.

// One way of reaching more. `set` is in order; an IPA stands in it behind the last indicator, as its effort does.
struct Way {
    std::int64_t cost = 0;
    Integer gain = 0;  // before any majoration, in parts of a cent
    Indicators set;
};

// Ways of which none is dearer than another and pays no more; by cost.
using Front = std::vector<Way>;

Indicators united(const Indicators& a, const Indicators& b) {
    Indicators set;
    set.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(set));
    return set;
}

// The two have nothing in common.
Way joined(const Way& a, const Way& b) {
    return {a.cost + b.cost, checked_sum(a.gain, b.gain), united(a.set, b.set)};
}

Front front_of(const Linked& part, const std::vector<std::int64_t>& costs, Integer parts) {
    Front front;
    for (const LinkedWay& way : part.front(costs, parts))
        front.push_back({way.cost, way.gain, part.indicators(way)});
    return front;
}

// What is common to two sets does not change which of them is better, so the ways of independent parts can be thinned
// out one part after the other.
Front product(const Front& a, const Front& b) {
    FrontOf<Way> ways;
    for (const Way& one : a) {
        for (const Way& other : b)
            ways.take(joined(one, other));
    }
    return ways.front();
}

// Of ways that cost the same the one with the fewest free indicators is wanted, not the one that heaps up all of them:
// a free one costs a little, less than one unit for all of them together.
std::vector<std::int64_t> told_apart(const std::vector<std::int64_t>& efforts) {
    const auto finer = static_cast<std::int64_t>(efforts.size()) + 1;
    std::vector<std::int64_t> costs;
    for (const std::int64_t effort : efforts)
        costs.push_back(effort == 0 ? 1 : effort * finer);
    return costs;
}

// The best way of those, one of each front together, that gain enough.
std::optional<Way> best_of(const Front& left, const Front& right, Integer needed) {
    std::optional<Way> best;
    std::size_t enough = right.size();  // the first that is, beside the one of `left`
    for (const Way& way : left) {
        while (enough > 0 && checked_sum(way.gain, right[enough - 1].gain) >= needed)
            --enough;
        if (enough == right.size())
            continue;
        Way both = joined(way, right[enough]);
        if (!best || better(both, *best))
            best = std::move(both);
    }
    return best;
}

// Indicators by what depends on each other. An IPA apart, nothing of one part changes what another one pays.
std::vector<Indicators> parts_of(const AciText& text) {
    const std::size_t size = text.indicators.size();
    Indicators part = everything(text);
    const auto join = [&](std::size_t a, std::size_t b) {
        std::ranges::replace(part, std::size_t{part[a]}, std::size_t{part[b]});
    };
    for (std::size_t i = 0; i < size; ++i) {
        const AciIndicator& indicator = text.indicators[i];
        for (const Indicators* others : {&indicator.needs, &indicator.brings, &indicator.excludes})
            std::ranges::for_each(*others, [&](std::size_t other) { join(i, other); });
        for (const AciAlternative& alternative : indicator.one_of)
            join(i, alternative.indicator);
        if (indicator.with)
            join(i, *indicator.with);
    }
    std::vector<Indicators> parts(size);
    for (std::size_t i = 0; i < size; ++i)
        parts[part[i]].push_back(i);
    std::erase_if(parts, [](const Indicators& some) { return some.empty(); });
    return parts;
}

Quotient euros_of(const AciRemuneration& paid) {
    Quotient euros;
    for (const AciLine& line : paid.lines)
        euros += line.euros;
    return euros;
}

// Exact cents, before any majoration, from which on the total is rounded to `wanted` or more.
struct Edge {
    Quotient cents;
    bool included = true;
};

Edge edge_of(Money wanted, const Quotient& majoration, Rounding rounding) {
    const Quotient whole = wanted.cents();
    const Quotient half = whole - Quotient(1, 2);
    const Quotient with_majoration = Quotient(1) + majoration;
    switch (rounding) {
        case Rounding::half_up:
            return {half / with_majoration, true};
        case Rounding::half_even:
            return {half / with_majoration, wanted.cents() % 2 == 0};
        case Rounding::toward_zero:
            break;
    }
    return {whole / with_majoration, true};
}

// The least that was found.
struct Found {
    std::int64_t cost = 0;
    Quotient gain;  // all that is then paid, before any majoration
    Indicators set;
    Money total;
};

// `ground` has its prerequisites; `already` is what was changed for it.
std::optional<Found> cheapest(const Ground& ground, const Indicators& already, Money wanted,
                              const std::vector<std::int64_t>& costs) {
    const Edge edge = edge_of(wanted, ground.paid.majoration, ground.facts.options.rounding);
    const Quotient needed = edge.cents - euros_of(ground.paid);
    std::vector<Linked> parts;
    Integer parts_of_a_cent = needed.denominator();
    for (const Indicators& linked : parts_of(*ground.facts.text)) {
        parts.emplace_back(ground.facts, linked);
        parts_of_a_cent = least_common_multiple(parts_of_a_cent, parts.back().parts_of_a_cent());
    }
    // Two halves instead of all at once: where nothing can be thinned out, 2^13 sets each and not 2^26.
    Front left = {{sum_of(costs, {already, false}), 0, already}};
    Front right = {{}};
    for (const Linked& part : parts) {
        Front& half = left.size() < right.size() ? left : right;
        half = product(half, front_of(part, costs, parts_of_a_cent));
    }
    const std::optional<Way> best = best_of(left, right, in_parts(needed, parts_of_a_cent) + (edge.included ? 0 : 1));
    if (!best)
        return std::nullopt;
    AciFacts facts = ground.facts;
    Indicators set = best->set;
    std::erase(set, costs.size() - 1);
    reach(facts, set);
    const AciRemuneration paid = remuneration(facts);
    return Found{best->cost, euros_of(paid), best->set, paid.total};
}

// What a target pays more than now, parted among what is to be reached.
class Parting {
 public:
    Parting(const Ground& now, const Ground& then, const AciTarget& target)
        : now_(now), then_(then), target_(target), exact_(target.indicators.size() + (target.ipa ? 1 : 0) + 1) {}

    std::vector<Money> part() {
        const std::vector<AciLine>& lines = then_.paid.lines;
        const bool paid = now_.paid.missing.empty();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Quotient before = now_.paid.lines[i].euros;
            exact_[owner(i)] += lines[i].euros - before;
            if (!paid)
                exact_.back() += before;
        }
        std::vector<Money> parts;
        Money rest = then_.paid.total - now_.paid.total;
        for (const Quotient& part : exact_) {
            parts.push_back(rounded(part * (Quotient(1) + then_.paid.majoration), Rounding::half_up));
            rest -= parts.back();
        }
        *std::ranges::max_element(parts) += rest;  // cents at most: each part is rounded by itself
        return parts;
    }

 private:
    // The one to be reached that a line pays more with: itself, a complement's, a level's, or what gives way to it.
    [[nodiscard]] std::size_t owner(std::size_t line) const {
        const std::vector<AciIndicator>& indicators = then_.facts.text->indicators;
        const std::size_t ipa = target_.indicators.size();
        const AciIndicator& own = indicators[line];
        if (target_.ipa && own.condition == AciCondition::ipa)
            return ipa;
        const auto moves = [&](std::size_t i) {
            return i == line || own.with == i || contains(indicators[i].brings, line) || contains(own.excludes, i) ||
                   std::ranges::any_of(own.one_of, [i](const AciAlternative& one) { return one.indicator == i; });
        };
        const auto found = contains(target_.indicators, line) ? std::ranges::find(target_.indicators, line)
                                                              : std::ranges::find_if(target_.indicators, moves);
        return found == target_.indicators.end() ? exact_.size() - 1
                                                 : static_cast<std::size_t>(found - target_.indicators.begin());
    }

    const Ground& now_;
    const Ground& then_;
    const AciTarget& target_;
    std::vector<Quotient> exact_;  // as AciTarget::gains, then what is unlocked
};

}  // namespace

std::optional<AciTarget> target(const AciFacts& facts, Money wanted, const std::vector<std::int64_t>& efforts,
                                Least least) {
    const Ground before(facts);
    const AciRemuneration& now = before.paid;
    if (now.total >= wanted)
        return AciTarget{{}, false, now.total, 0, {}, {}};
    const std::size_t an_ipa = facts.text->indicators.size();
    const std::vector<std::int64_t> costs =
        least == Least::effort ? told_apart(efforts) : std::vector<std::int64_t>(an_ipa + 1, 1);
    std::optional<Found> best;
    for (const bool joins : {false, true}) {
        Indicators already = now.missing;
        if (joins)
            already.push_back(an_ipa);
        AciFacts reached = changed(facts, {now.missing, joins});
        if ((joins && facts.ipa) || conflicting(reached, everything(*facts.text)))
            continue;
        std::optional<Found> found = cheapest(Ground(std::move(reached)), already, wanted, costs);
        if (found && (!best || better(*found, *best)))
            best = std::move(found);
    }
    if (!best)
        return std::nullopt;
    Indicators set = best->set;
    const bool ipa = std::erase(set, an_ipa) != 0;
    AciTarget found = {set, ipa, best->total, sum_of(efforts, {set, ipa}), {}, {}};
    found.gains = Parting(before, Ground(changed(facts, {set, ipa})), found).part();
    found.unlocked = found.gains.back();
    found.gains.pop_back();
    return found;
}

}  // namespace msp
