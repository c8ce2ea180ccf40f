// SPDX-License-Identifier: MIT
// Private to aci: indicators that are reached in full, with what comes of it for those that depend on them.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <vector>

namespace msp {

using Indicators = std::vector<std::size_t>;  // by position in the text

// Facts, and what they pay.
struct Ground {
    explicit Ground(AciFacts from) : facts(std::move(from)), paid(remuneration(facts)) {}

    AciFacts facts;
    AciRemuneration paid;
};

[[nodiscard]] bool contains(const Indicators& indicators, std::size_t indicator);

// Its points are typed, and they are not zero.
[[nodiscard]] bool typed_above_zero(const AciFacts& facts, std::size_t i);
// Reached, or typed above zero.
[[nodiscard]] bool has(const AciFacts& facts, std::size_t i);
// Nothing that the team does changes what it pays.
[[nodiscard]] bool fixed(const AciFacts& facts, std::size_t i);
// There may be more of it to reach: of a software only days can be lacking.
[[nodiscard]] bool movable(const AciFacts& facts, std::size_t i);

// `set` with the levels that it brings.
[[nodiscard]] Indicators with_levels(const AciFacts& facts, Indicators set);
// What excludes one of them gives way.
void reach(AciFacts& facts, const Indicators& set);

// Two that exclude each other: nothing could be computed from that.
[[nodiscard]] bool conflicting(const AciFacts& facts, const Indicators& among);
// One lacks what it needs, or a level that it brings.
[[nodiscard]] bool lacking(const AciFacts& facts, const Indicators& among);

[[nodiscard]] Indicators everything(const AciText& text);

// Reached in full, and an IPA who joins the team.
struct Change {
    Indicators set;
    bool ipa = false;
};
[[nodiscard]] AciFacts changed(AciFacts facts, const Change& change);
// By position in the text, the last one that of an IPA.
[[nodiscard]] std::int64_t sum_of(const std::vector<std::int64_t>& weights, const Change& change);

}  // namespace msp
