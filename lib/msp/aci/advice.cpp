// SPDX-License-Identifier: MIT
#include <msp/aci/advice.hpp>
#include <msp/aci/pieces.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

namespace msp {
namespace {

using Integer = Quotient::Integer;
using Indicators = std::vector<std::size_t>;

// The facts, and what they pay.
struct Ground {
    explicit Ground(AciFacts from) : facts(std::move(from)), paid(remuneration(facts)) {}

    AciFacts facts;
    AciRemuneration paid;
};

bool contains(const Indicators& indicators, std::size_t indicator) {
    return std::ranges::find(indicators, indicator) != indicators.end();
}

bool has(const AciFacts& facts, std::size_t i) {
    return facts.reached[i] != nullptr || (facts.points[i] != nullptr && facts.points[i]->points != Rate());
}

// Nothing that the team does changes what it pays.
bool fixed(const AciFacts& facts, std::size_t i) {
    const AciIndicator& indicator = facts.text->indicators[i];
    return indicator.with || indicator.unknown() || facts.points[i] != nullptr ||
           (indicator.condition == AciCondition::crisis && !facts.crisis);
}

// There may be more of it to reach: of a software only days can be lacking.
bool movable(const AciFacts& facts, std::size_t i) {
    const Reached* reached = facts.reached[i];
    const bool by_date = facts.text->indicators[i].proration == Proration::acquisition;
    return !fixed(facts, i) && (reached == nullptr || !(reached->whole || by_date));
}

// `set` with the levels that it brings.
Indicators with_levels(const AciFacts& facts, Indicators set) {
    for (std::size_t next = 0; next < set.size(); ++next) {
        for (const std::size_t lower : facts.text->indicators[set[next]].brings) {
            if (!contains(set, lower) && movable(facts, lower))
                set.push_back(lower);
        }
    }
    return set;
}

// What excludes one of them gives way.
void reach(AciFacts& facts, const Indicators& set) {
    const std::vector<AciIndicator>& indicators = facts.text->indicators;
    const Indicators all = with_levels(facts, set);
    for (const std::size_t i : all)
        facts.reached[i] = &reached_in_full;
    for (std::size_t other = 0; other < indicators.size(); ++other) {
        const bool excluded = std::ranges::any_of(all, [&](std::size_t i) {
            return contains(indicators[i].excludes, other) || contains(indicators[other].excludes, i);
        });
        if (excluded && !contains(all, other))
            facts.reached[other] = nullptr;
    }
}

// Two that exclude each other: nothing could be computed from that.
bool conflicting(const AciFacts& facts, const Indicators& among) {
    return std::ranges::any_of(among, [&](std::size_t i) {
        return has(facts, i) && std::ranges::any_of(facts.text->indicators[i].excludes,
                                                    [&](std::size_t other) { return has(facts, other); });
    });
}

// One lacks what it needs, or a level that it brings.
bool lacking(const AciFacts& facts, const Indicators& among) {
    const auto absent = [&](std::size_t other) { return !has(facts, other); };
    const auto given_up = [&](std::size_t lower) { return absent(lower) && !fixed(facts, lower); };
    return std::ranges::any_of(among, [&](std::size_t i) {
        const AciIndicator& indicator = facts.text->indicators[i];
        return facts.reached[i] != nullptr &&
               (std::ranges::any_of(indicator.needs, absent) || std::ranges::any_of(indicator.brings, given_up));
    });
}

Indicators everything(const AciText& text) {
    Indicators all(text.indicators.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

struct Change {
    Indicators set;
    bool ipa = false;
};

AciFacts changed(AciFacts facts, const Change& change) {
    facts.ipa = facts.ipa || change.ipa;
    reach(facts, change.set);
    return facts;
}

// With all that it needs; false where that cannot be reached.
bool add(const Ground& ground, std::size_t i, Change& change) {
    if (contains(change.set, i))
        return true;
    if (!movable(ground.facts, i))
        return false;
    const AciIndicator& indicator = ground.facts.text->indicators[i];
    change.set.push_back(i);
    change.ipa = change.ipa || (indicator.condition == AciCondition::ipa && !ground.facts.ipa);
    const auto there = [&](std::size_t other) {
        return has(changed(ground.facts, change), other) || add(ground, other, change);
    };
    return std::ranges::all_of(with_levels(ground.facts, {i}), [&](std::size_t level) {
        return std::ranges::all_of(ground.facts.text->indicators[level].needs, there);
    });
}

// The first of its alternatives that makes it pay, where none holds. False where something excludes something else.
bool add_alternative(const Ground& ground, std::size_t i, Change& change) {
    const AciText& text = *ground.facts.text;
    const AciFacts without = changed(ground.facts, change);
    if (conflicting(without, everything(text)))
        return false;
    const Quotient alone = remuneration(without).lines[i].euros;
    for (const AciAlternative& alternative : text.indicators[i].one_of) {
        Change more = change;
        if (!add(ground, alternative.indicator, more))
            continue;
        const AciFacts with = changed(ground.facts, more);
        if (!conflicting(with, everything(text)) && remuneration(with).lines[i].euros > alone) {
            change = std::move(more);
            break;
        }
    }
    return true;
}

// What it takes to be paid in full for all of `wanted`.
std::optional<Change> change_for(const Ground& ground, const Indicators& wanted) {
    Change change;
    if (!std::ranges::all_of(wanted, [&](std::size_t i) { return add(ground, i, change); }))
        return std::nullopt;
    for (std::size_t next = 0; next < change.set.size(); ++next) {
        if (!add_alternative(ground, change.set[next], change))
            return std::nullopt;
    }
    std::ranges::sort(change.set);
    if (lacking(changed(ground.facts, change), everything(*ground.facts.text)))
        return std::nullopt;
    return change;
}

std::int64_t sum_of(const std::vector<std::int64_t>& weights, const Indicators& set, bool ipa) {
    std::int64_t sum = ipa ? weights.back() : 0;
    for (const std::size_t i : set)
        sum += weights[i];
    return sum;
}

void add_move(const Ground& ground, const Change& change, const std::vector<std::int64_t>& efforts,
              std::vector<AciMove>& moves) {
    const Money gain = remuneration(changed(ground.facts, change)).total - ground.paid.total;
    if (gain > Money())
        moves.push_back({change.set, change.ipa, gain, sum_of(efforts, change.set, change.ipa), {}, false});
}

// What lies between for each move of one indicator, and which of them nobody but the user has to do anything for.
void look_closer(const Ground& ground, std::vector<AciMove>& moves) {
    Indicators brought;
    for (AciMove& move : moves) {
        if (move.ipa || move.indicators.size() != 1)
            continue;
        const std::size_t only = move.indicators.front();
        move.pieces = pieces_of(ground.facts, ground.paid.total, only);
        move.shown = shown_by_team(ground.facts, only);
        if (move.shown)
            std::ranges::copy(ground.facts.text->indicators[only].brings, std::back_inserter(brought));
    }
    for (AciMove& move : moves)
        move.shown = move.shown && !contains(brought, move.indicators.front());
}

// How the least that reaches an amount is found, and why no smaller set is overlooked.
//
// A text has some thirty indicators, so that there are 2^30 sets of them; each would need a whole remuneration. But
// indicators depend on each other only within small parts: a level on its lower one, a complement on what it follows,
// two that exclude each other (parts_of()). What one part brings does not change what another one brings, an IPA and
// the prerequisites apart, which are settled before. Therefore:
//
//   1. Of each part, all its sets are tried with a whole remuneration (ways_in()): 2^n of n linked indicators.
//   2. Of the ways in a part only those are kept that no other beats by costing no more and gaining as much: its Pareto
//      front (thinned()). A way that is beaten can be replaced by what beats it in any solution, which stays a solution
//      and gets no dearer. So nothing is lost, and fronts stay short.
//   3. The fronts are multiplied into two halves of about the same length, thinned again after each part. Where costs
//      and gains are all different nothing can be thinned out, and two halves of 2^13 sets are still searched at once.
//   4. For each way of one half the cheapest of the other that makes up what is lacking is found by walking both in
//      opposite directions (best_of()): gains rise along a front, so the walk never turns back.
//
// Gains are compared before the majoration and before the year is rounded to the cent, in whole parts of a cent:
// edge_of() says from which exact amount on the rounded total reaches what is wanted.

// One way of reaching more. `set` is in order; an IPA stands in it behind the last indicator, as its effort does.
template <typename Euros>
struct WayIn {
    std::int64_t cost = 0;
    Euros gain = 0;  // before any majoration
    Indicators set;
};
using ExactWay = WayIn<Quotient>;  // cents
using Way = WayIn<Integer>;        // parts of a cent, for speed

template <typename Euros>
bool better(const WayIn<Euros>& a, const WayIn<Euros>& b) {
    if (a.cost != b.cost)
        return a.cost < b.cost;
    if (a.gain != b.gain)
        return a.gain > b.gain;
    return a.set.size() != b.set.size() ? a.set.size() < b.set.size() : a.set < b.set;
}

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

// What is common to two sets does not change which of them is better, so the ways of independent parts can be thinned
// out one part after the other.
Front thinned(std::vector<Way> ways) {
    std::ranges::sort(ways, better<Integer>);
    Front front;
    for (Way& way : ways) {
        if (front.empty() || way.gain > front.back().gain)
            front.push_back(std::move(way));
    }
    return front;
}

Front product(const Front& a, const Front& b) {
    std::vector<Way> ways;
    ways.reserve(a.size() * b.size());
    for (const Way& one : a) {
        for (const Way& other : b)
            ways.push_back(joined(one, other));
    }
    return thinned(std::move(ways));
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

// Before any majoration.
Quotient gain_over(const AciRemuneration& before, const AciRemuneration& after) {
    Quotient gain;
    for (std::size_t i = 0; i < before.lines.size(); ++i) {
        if (after.lines[i].euros != before.lines[i].euros)
            gain += after.lines[i].euros - before.lines[i].euros;
    }
    return gain;
}

// All ways to reach more in one part; none where a prerequisite stays missing.
std::vector<ExactWay> ways_in(const Indicators& part, const Ground& ground, const std::vector<std::int64_t>& costs) {
    Indicators open;
    std::ranges::copy_if(part, std::back_inserter(open), [&](std::size_t i) { return movable(ground.facts, i); });
    constexpr std::size_t most = 20;  // each more doubles the time
    if (open.size() > most)
        throw Error(
            {Severity::error,
             "advice.linked",
             {tr("{n} indicators of {text} depend on each other; the least of them is sought among {most} at most"),
              {{"n", static_cast<std::int64_t>(open.size())},
               {"text", ground.facts.text->id},
               {"most", static_cast<std::int64_t>(most)}}},
             {},
             {},
             Message{tr("msp-aci --next still says what each of them brings"), {}}});
    std::vector<ExactWay> ways;
    for (std::uint64_t subset = 0; subset >> open.size() == 0; ++subset) {
        Change change;
        for (std::size_t bit = 0; bit < open.size(); ++bit) {
            if ((subset >> bit & 1U) != 0)
                change.set.push_back(open[bit]);
        }
        const AciFacts facts = changed(ground.facts, change);
        if (conflicting(facts, part) || lacking(facts, part))
            continue;
        const AciRemuneration paid = remuneration(facts);
        if (std::ranges::any_of(paid.missing, [&](std::size_t missing) { return contains(part, missing); }))
            continue;
        ways.push_back({sum_of(costs, change.set, false), gain_over(ground.paid, paid), change.set});
    }
    return ways;
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

Integer common_multiple(Integer a, Integer b) {
    Integer divisor = a;
    for (Integer rest = b; rest != 0;)
        divisor = std::exchange(rest, divisor % rest);
    return checked_product(a / divisor, b);
}

Integer in_parts(const Quotient& value, Integer parts) {
    return checked_product(value.numerator(), parts / value.denominator());
}

// What was found: `gain` is all that it then pays.
struct Found {
    ExactWay way;
    Money total;
};

// `ground` has its prerequisites; `already` is what was changed for it.
std::optional<Found> cheapest(const Ground& ground, const Indicators& already, Money wanted,
                              const std::vector<std::int64_t>& costs) {
    std::vector<std::vector<ExactWay>> all;
    for (const Indicators& part : parts_of(*ground.facts.text))
        all.push_back(ways_in(part, ground, costs));
    const Edge edge = edge_of(wanted, ground.paid.majoration, ground.facts.options.rounding);
    const Quotient needed = edge.cents - euros_of(ground.paid);
    Integer scale = needed.denominator();
    for (const std::vector<ExactWay>& ways : all) {
        for (const ExactWay& way : ways)
            scale = common_multiple(scale, way.gain.denominator());
    }
    // Two halves instead of all at once: where nothing can be thinned out, 2^13 sets each and not 2^26.
    Front left = {{sum_of(costs, already, false), 0, already}};
    Front right = {{}};
    for (const std::vector<ExactWay>& ways : all) {
        std::vector<Way> scaled;
        for (const ExactWay& way : ways)
            scaled.push_back({way.cost, in_parts(way.gain, scale), way.set});
        Front& half = left.size() < right.size() ? left : right;
        half = product(half, thinned(std::move(scaled)));
    }
    const std::optional<Way> best = best_of(left, right, in_parts(needed, scale) + (edge.included ? 0 : 1));
    if (!best)
        return std::nullopt;
    AciFacts facts = ground.facts;
    Indicators set = best->set;
    std::erase(set, costs.size() - 1);
    reach(facts, set);
    const AciRemuneration paid = remuneration(facts);
    return Found{{best->cost, euros_of(paid), best->set}, paid.total};
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

Money AciAdvice::missing_gain() const {
    return with_prerequisites - now;
}

Money AciAdvice::total_with(const AciMove& move) const {
    return with_prerequisites + move.gain;
}

AciAdvice advice(const AciFacts& facts, const std::vector<std::int64_t>& efforts) {
    const Ground now(facts);
    const Ground ground(changed(facts, change_for(now, now.paid.missing).value_or(Change())));
    AciAdvice result = {now.paid.total, now.paid.missing, 0, ground.paid.total, {}};
    for (const std::size_t index : now.paid.missing)
        result.missing_effort += efforts[index];
    for (std::size_t i = 0; i < facts.text->indicators.size(); ++i) {
        if (const std::optional<Change> change = change_for(ground, {i}))
            add_move(ground, *change, efforts, result.moves);
    }
    if (!ground.facts.ipa)
        add_move(ground, {{}, true}, efforts, result.moves);
    look_closer(ground, result.moves);
    std::ranges::stable_sort(result.moves, std::ranges::greater(),
                             [](const AciMove& move) { return std::pair(move.shown, move.gain); });
    return result;
}

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
        if (found && (!best || better(found->way, best->way)))
            best = std::move(found);
    }
    if (!best)
        return std::nullopt;
    Indicators set = best->way.set;
    const bool ipa = std::erase(set, an_ipa) != 0;
    AciTarget found = {set, ipa, best->total, sum_of(efforts, set, ipa), {}, {}};
    found.gains = Parting(before, Ground(changed(facts, {set, ipa})), found).part();
    found.unlocked = found.gains.back();
    found.gains.pop_back();
    return found;
}

}  // namespace msp
