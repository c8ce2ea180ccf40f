// SPDX-License-Identifier: MIT
// Advice on made-up texts against every set that there is, each of them computed.
#include <msp/aci/advice.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <tests/support/any_budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// In each of the hundred tests: what is rare comes up, and a round costs little.
constexpr int rounds = 10;

using Set = std::set<std::size_t>;  // of positions in the text; an IPA is the one behind the last

bool one_in(int number) {
    return any(1, number) == 1;
}

// The facts point into the text and the statements.
struct Made {
    AciText text;
    std::vector<Reached> reached;
    std::vector<TypedPoints> points;
    AciFacts facts;
    std::vector<std::int64_t> efforts;

    [[nodiscard]] std::size_t size() const { return text.indicators.size(); }
};

void give_value(AciIndicator& indicator) {
    AciTerm term;
    term.points = any(0, 4) * 50;  // few, so that sets pay the same
    const int kind = any(0, 5);
    if (kind == 1)
        term.each = 4000;
    if (kind == 1)
        term.scale = Scale::patients;
    if (kind == 2)
        term.most_units = any(1, 3);
    if (kind == 3) {
        term.points = 0;
        term.euros = Money::from_cents(any(0, 200'000));
    }
    if (kind == 4) {
        indicator.steps = {{2, any(1, 4) * 50, {}}, {3, any(5, 8) * 50, {}}};
        return;
    }
    indicator.terms.push_back(term);
    if (kind == 5)
        indicator.terms.back().least_units = indicator.terms.back().most_units = 2;
}

void give_kind(AciIndicator& indicator) {
    if (one_in(6))
        indicator.kind = AciClass::prerequisite;
    else if (one_in(3))
        indicator.kind = AciClass::socle;
    if (one_in(8) && !indicator.counted())
        indicator.proration = Proration::acquisition;
    if (one_in(5) && indicator.kind != AciClass::prerequisite)
        indicator.condition = one_in(2) ? AciCondition::ipa : AciCondition::crisis;
    if (indicator.kind == AciClass::optional && one_in(10)) {
        indicator.evidence.confidence = Confidence::unknown;
        indicator.terms.clear();
        indicator.steps.clear();
    }
}

void give_relations(AciText& text, std::size_t i, bool simple_prerequisites) {
    AciIndicator& indicator = text.indicators[i];
    const auto before = static_cast<std::size_t>(any(0, static_cast<int>(i) - 1));
    AciIndicator& other = text.indicators[before];
    if (other.with)
        return;
    const bool simple =
        indicator.kind == AciClass::prerequisite && (simple_prerequisites || indicator.proration != Proration::none);
    switch (any(0, simple ? 2 : 5)) {
        case 0:
            indicator.brings = {before};
            break;
        case 1:
            if (indicator.excludes.empty() && other.excludes.empty()) {
                indicator.excludes = {before};
                other.excludes = {i};
            }
            break;
        case 3:
            indicator.needs = {before};
            break;
        case 4:
            indicator.one_of = {{before, any(1, 3), ""}, {any(0, 1) == 0 ? before : 0, 0, "theme"}};
            if (text.indicators[0].with)
                indicator.one_of.pop_back();
            break;
        case 5:
            if (one_in(3) && i > 1)
                indicator.one_of = {{i - 1, 1, ""}};
            indicator.with = before;
            indicator.kind = AciClass::optional;
            indicator.condition = AciCondition::ipa;
            for (AciTerm& term : indicator.terms)
                term.most_units = term.least_units != 0 ? 0 : term.most_units;
            break;
        default:
            break;
    }
}

bool typed_above_zero(const AciFacts& facts, std::size_t i) {
    return facts.points[i] != nullptr && facts.points[i]->points != Rate();
}

bool there(const AciFacts& facts, std::size_t i) {
    return facts.reached[i] != nullptr || typed_above_zero(facts, i);
}

bool excluding(const AciText& text, std::size_t a, std::size_t b) {
    return std::ranges::count(text.indicators[a].excludes, b) + std::ranges::count(text.indicators[b].excludes, a) != 0;
}

// Something that is said, without what does not go with the rest.
void give_facts(Made& made) {
    const std::size_t size = made.size();
    AciFacts& facts = made.facts;
    made.reached.resize(size);
    made.points.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        Reached& reached = made.reached[i];
        if (made.text.indicators[i].with || made.text.indicators[i].unknown() || one_in(2))
            continue;
        facts.reached[i] = &reached;
        reached.whole = one_in(3);
        if (!reached.whole)
            reached.count = any(0, 3);
        if (!reached.whole && one_in(2))
            reached.since = Date::make(facts.year, static_cast<unsigned>(any(1, 12)), 1);
        if (one_in(3))
            reached.themes = {"theme"};
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < size; ++i) {
            const AciIndicator& indicator = made.text.indicators[i];
            const auto missing = [&](std::size_t other) { return facts.reached[other] == nullptr; };
            const auto present = [&](std::size_t other) { return facts.reached[other] != nullptr; };
            if (facts.reached[i] == nullptr ||
                (std::ranges::none_of(indicator.needs, missing) && std::ranges::none_of(indicator.brings, missing) &&
                 std::ranges::none_of(indicator.excludes, present)))
                continue;
            facts.reached[i] = nullptr;
            changed = true;
        }
    }
    for (std::size_t i = size; i-- > 0;) {
        for (const std::size_t lower : made.text.indicators[i].brings) {
            if (facts.reached[i] != nullptr && !facts.reached[lower]->whole)
                facts.reached[lower] = facts.reached[i];
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        const auto present = [&](std::size_t other) { return there(facts, other); };
        if (!one_in(10) || std::ranges::any_of(made.text.indicators[i].excludes, present))
            continue;
        made.points[i].points = Rate(any(0, 1) * any(1, 999), 1);
        facts.points[i] = &made.points[i];
    }
}

std::string shown(const std::vector<std::size_t>& positions) {
    std::string list;
    for (const std::size_t i : positions)
        list += " " + std::to_string(i);
    return list;
}

// What a failure shows: the numbers drawn say little.
std::string shown(const Made& made) {
    std::string text;
    for (std::size_t i = 0; i < made.size(); ++i) {
        const AciIndicator& indicator = made.text.indicators[i];
        text += std::to_string(i) + " " + std::string(id_of(indicator.kind)) +
                (indicator.steps.empty() ? "" : ", steps") + (indicator.unknown() ? ", unknown" : "") +
                (indicator.proration == Proration::none ? "" : ", prorated") +
                (indicator.condition == AciCondition::none ? "" : ", on condition");
        for (const AciTerm& term : indicator.terms)
            text += ", " + std::to_string(term.points) + " points or " + plain(term.euros) + " for " +
                    std::to_string(term.least_units) + " to " + std::to_string(term.most_units);
        text += ", needs" + shown(indicator.needs) + ", brings" + shown(indicator.brings) + ", excludes" +
                shown(indicator.excludes) + ", with" + (indicator.with ? std::to_string(*indicator.with) : "");
        for (const AciAlternative& one : indicator.one_of)
            text += ", or " + std::to_string(one.units) + " of " + std::to_string(one.indicator);
        if (const Reached* reached = made.facts.reached[i])
            text += reached->whole ? "; reached" : "; reached " + std::to_string(reached->count.value_or(0));
        if (const TypedPoints* typed = made.facts.points[i])
            text += "; typed " + std::to_string(typed->points.digits());
        text += "; effort " + std::to_string(made.efforts[i]) + "\n";
    }
    return text + "effort of an IPA " + std::to_string(made.efforts.back()) + (made.facts.ipa ? ", there is one" : "") +
           (made.facts.crisis ? ", crisis" : "") + "\n";
}

std::unique_ptr<Made> any_facts(int most, bool simple_prerequisites) {
    auto made = std::make_unique<Made>();
    made->text.point = Money::from_cents(700);
    made->text.precarity_cap = Rate(25, 2);
    const auto size = static_cast<std::size_t>(any(1, most));
    made->text.indicators.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        made->text.indicators[i].id = std::string(1, static_cast<char>('a' + i));
        give_value(made->text.indicators[i]);
        give_kind(made->text.indicators[i]);
        if (i != 0)
            give_relations(made->text, i, simple_prerequisites);
    }
    AciFacts& facts = made->facts;
    facts.year = facts.rules_year = 2023;
    facts.text = &made->text;
    facts.reached.assign(size, nullptr);
    facts.points.assign(size, nullptr);
    facts.counts.patients = any(1, 9000);
    facts.ipa = one_in(3);
    facts.crisis = one_in(2);
    facts.options.rounding = *rc::gen::element(Rounding::half_up, Rounding::half_even, Rounding::toward_zero);
    if (one_in(3))
        facts.precarity = Precarity{any(0, 9000), 0, Rate(75, 3), Rate(), {}};
    give_facts(*made);
    for (std::size_t i = 0; i <= size; ++i)
        made->efforts.push_back(one_in(4) ? any(0, 1'000'000) : any(0, 4));
    RC_LOG() << shown(*made);
    return made;
}

bool can_be_taken(const AciFacts& facts, std::size_t i) {
    const AciIndicator& indicator = facts.text->indicators[i];
    return !indicator.with && !indicator.unknown() && facts.points[i] == nullptr &&
           (indicator.condition != AciCondition::crisis || facts.crisis) &&
           (indicator.proration != Proration::acquisition || facts.reached[i] == nullptr);
}

// The facts with all of the set reached; nothing where it cannot be so.
std::optional<AciFacts> taken(const AciFacts& before, const Set& set) {
    const AciText& text = *before.text;
    const std::size_t size = text.indicators.size();
    AciFacts after = before;
    Set all = set;
    after.ipa = all.erase(size) != 0 || before.ipa;
    if (!std::ranges::all_of(all, [&](std::size_t i) { return can_be_taken(before, i); }))
        return std::nullopt;
    for (std::size_t i = size; i-- > 0;) {  // levels bring earlier ones only
        for (const std::size_t lower : text.indicators[i].brings) {
            const bool whole = before.reached[lower] != nullptr && before.reached[lower]->whole;
            if (all.contains(i) && can_be_taken(before, lower) && !whole)
                all.insert(lower);
        }
    }
    for (const std::size_t i : all)
        after.reached[i] = &reached_in_full;
    for (const std::size_t i : all) {
        for (std::size_t other = 0; other < size; ++other) {
            if (!excluding(text, i, other))
                continue;
            if (all.contains(other) || typed_above_zero(before, other))
                return std::nullopt;
            after.reached[other] = nullptr;
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        const AciIndicator& indicator = text.indicators[i];
        const auto absent = [&](std::size_t other) { return !there(after, other); };
        const auto given_up = [&](std::size_t lower) { return absent(lower) && can_be_taken(after, lower); };
        if (after.reached[i] != nullptr &&
            (std::ranges::any_of(indicator.needs, absent) || std::ranges::any_of(indicator.brings, given_up)))
            return std::nullopt;
    }
    return after;
}

struct Candidate {
    Set set;
    std::int64_t cost = 0;
    int free = 0;  // how many cost nothing
    Quotient exact;
    Money total;

    // The better one comes first.
    bool operator<(const Candidate& other) const {
        if (cost != other.cost)
            return cost < other.cost;
        if (free != other.free)
            return free < other.free;
        if (exact != other.exact)
            return exact > other.exact;
        return set.size() != other.set.size() ? set.size() < other.set.size() : set < other.set;
    }
};

// Every set that is paid, whatever it brings.
std::vector<Candidate> all_sets(const Made& made, const std::vector<std::int64_t>& costs) {
    const std::vector<std::size_t> missing = remuneration(made.facts).missing;
    std::vector<Candidate> candidates;
    for (std::uint32_t bits = 0; bits < 2U << made.size(); ++bits) {
        Candidate one;
        for (std::size_t i = 0; i <= made.size(); ++i) {
            if ((bits >> i & 1U) != 0)
                one.set.insert(i);
        }
        if (!std::ranges::all_of(missing, [&](std::size_t i) { return one.set.contains(i); }))
            continue;
        const std::optional<AciFacts> facts = taken(made.facts, one.set);
        const std::optional<AciRemuneration> paid = facts ? std::optional(remuneration(*facts)) : std::nullopt;
        if (!paid || !paid->missing.empty() || (made.facts.ipa && one.set.contains(made.size())))
            continue;
        for (const std::size_t i : one.set) {
            one.cost += costs[i];
            one.free += costs[i] == 0 ? 1 : 0;
        }
        for (const AciLine& line : paid->lines)
            one.exact += line.euros;
        one.total = paid->total;
        candidates.push_back(std::move(one));
    }
    return candidates;
}

Set set_of(const Made& made, const std::vector<std::size_t>& indicators, bool ipa) {
    Set set(indicators.begin(), indicators.end());
    if (ipa)
        set.insert(made.size());
    return set;
}

// An amount near one that some set is paid, or any.
Money any_target(const std::vector<Candidate>& candidates) {
    if (candidates.empty() || one_in(10))
        return Money::from_cents(any(1, 5'000'000));
    const Candidate& near = candidates[static_cast<std::size_t>(any(0, static_cast<int>(candidates.size()) - 1))];
    return near.total + Money::from_cents(any(-1, 1));
}

void check_target(Least least) {
    const auto drawn = any_facts(8, false);
    const Made& made = *drawn;

    const std::vector<std::int64_t> costs =
        least == Least::effort ? made.efforts : std::vector<std::int64_t>(made.size() + 1, 1);
    std::vector<Candidate> candidates = all_sets(made, costs);
    const Money wanted = any_target(candidates);
    const std::optional<AciTarget> found = target(made.facts, wanted, made.efforts, least);
    const Money now = remuneration(made.facts).total;
    if (now >= wanted) {
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->indicators.empty() && !found->ipa && found->effort == 0);
        RC_ASSERT(found->total == now);
        return;
    }
    std::erase_if(candidates, [&](const Candidate& one) { return one.total < wanted; });
    RC_ASSERT(found.has_value() == !candidates.empty());
    if (!found)
        return;
    const Candidate& best = *std::ranges::min_element(candidates, std::less());
    RC_ASSERT(set_of(made, found->indicators, found->ipa) == best.set);
    RC_ASSERT(std::ranges::is_sorted(found->indicators));
    RC_ASSERT(found->total == best.total);
    std::int64_t effort = 0;
    for (const std::size_t i : best.set)
        effort += made.efforts[i];
    RC_ASSERT(found->effort == effort);
    RC_ASSERT(found->gains.size() == best.set.size());
    Money gains = found->unlocked;
    for (const Money gain : found->gains)
        gains += gain;
    RC_ASSERT(gains == found->total - now);
}

}  // namespace

TEST_CASE("a target by number is the best of all sets") {
    CHECK(rc::check([] {
        for (int round = 0; round < rounds; ++round)
            check_target(Least::indicators);
    }));
}

TEST_CASE("a target by effort is the best of all sets") {
    CHECK(rc::check([] {
        for (int round = 0; round < rounds; ++round)
            check_target(Least::effort);
    }));
}

TEST_CASE("all that can be paid is found, and not a cent more") {
    CHECK(rc::check([] {
        const auto made = any_facts(7, false);
        const std::vector<Candidate> candidates = all_sets(*made, made->efforts);
        RC_PRE(!candidates.empty());
        const Money most = std::ranges::max(candidates, {}, &Candidate::total).total;
        const Least least = *rc::gen::element(Least::indicators, Least::effort);
        const auto all = target(made->facts, most, made->efforts, least);
        RC_ASSERT(all.has_value());
        RC_ASSERT(all->total == most);
        RC_ASSERT(!target(made->facts, most + Money::from_cents(1), made->efforts, least).has_value());
    }));
}

TEST_CASE("a move gains what the remuneration grows by once it is made") {
    CHECK(rc::check([] {
        const auto made = any_facts(8, true);
        const AciAdvice advised = advice(made->facts, made->efforts);
        RC_ASSERT(advised.now == remuneration(made->facts).total);
        RC_ASSERT(advised.missing == remuneration(made->facts).missing);
        const std::optional<AciFacts> ground = taken(made->facts, set_of(*made, advised.missing, false));
        RC_PRE(ground.has_value());
        const Money before = remuneration(*ground).total;
        RC_ASSERT(advised.with_prerequisites == before);
        RC_ASSERT(std::ranges::is_sorted(advised.moves, std::ranges::greater(), &AciMove::gain));
        for (const AciMove& move : advised.moves) {
            const Set set = set_of(*made, move.indicators, move.ipa);
            const std::optional<AciFacts> after = taken(*ground, set);
            RC_ASSERT(after.has_value());
            RC_ASSERT(move.gain > Money());
            RC_ASSERT(remuneration(*after).total == before + move.gain);
            std::int64_t effort = 0;
            for (const std::size_t i : set)
                effort += made->efforts[i];
            RC_ASSERT(move.effort == effort);
        }
    }));
}

TEST_CASE("whatever pays more by itself is a move") {
    CHECK(rc::check([] {
        const auto made = any_facts(8, true);
        const AciAdvice advised = advice(made->facts, made->efforts);
        const std::optional<AciFacts> ground = taken(made->facts, set_of(*made, advised.missing, false));
        RC_PRE(ground.has_value());
        for (std::size_t i = 0; i <= made->size(); ++i) {
            if (i < made->size() &&
                (made->text.indicators[i].condition == AciCondition::ipa || !made->text.indicators[i].one_of.empty()))
                continue;
            const std::optional<AciFacts> after = taken(*ground, {i});
            if (!after || remuneration(*after).total <= advised.with_prerequisites)
                continue;
            RC_ASSERT(std::ranges::any_of(advised.moves, [&](const AciMove& move) {
                return set_of(*made, move.indicators, move.ipa) == Set{i};
            }));
        }
    }));
}
