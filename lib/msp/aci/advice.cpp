// SPDX-License-Identifier: MIT
#include <msp/aci/advice.hpp>
#include <msp/aci/pieces.hpp>
#include <msp/aci/reach.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace msp {
namespace {

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

void add_move(const Ground& ground, const Change& change, const std::vector<std::int64_t>& efforts,
              std::vector<AciMove>& moves) {
    const Money gain = remuneration(changed(ground.facts, change)).total - ground.paid.total;
    if (gain > Money())
        moves.push_back({change.set, change.ipa, gain, sum_of(efforts, change), {}, false});
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

}  // namespace msp
