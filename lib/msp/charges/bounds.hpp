// SPDX-License-Identifier: MIT
// Private to charges: caps and floors of a key. Each member bears their exact share, but at most the cap and at least
// the floor; what that leaves or takes is shared again among the others by the same weights, until all lie between.
#pragma once

#include <msp/charges/whole.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <vector>

namespace msp {

enum class Unkept : std::uint8_t { nothing, caps, floors };

struct Bounded {
    std::vector<Whole> parts;  // by payer, cents over `whole`; none where they are as they were
    Whole whole = 1;
    bool held = false;             // somebody is
    Unkept why = Unkept::nothing;  // what cannot be kept; then nobody is
    Money bounds;                  // what all of these come to
    Money shared;                  // what members share between them
};

// Of shares of a total, in cents over `whole`. Whoever is there for a part of the exercise, from `in` to `out`, has
// that part of cap and floor, by days. Where these change in the exercise a share is spread over the days on which its
// member is there, and what falls on the days of one cap is held by that cap, in proportion to the days. Third parties,
// and shares of the other sign, stay what they are. A negative total mirrors the positive one.
[[nodiscard]] Bounded within_bounds(const Budget& budget, const ShareKey& key, Money total,
                                    const std::vector<Whole>& parts, const Whole& whole, const Window& exercise);

struct InProportion {
    std::vector<Whole> parts;
    Whole whole = 1;
};
// Shares of a period, of the same sum, each member's in proportion to what bounds make of their share of the exercise.
[[nodiscard]] InProportion in_proportion(const Budget& budget, const std::vector<Whole>& period, const Whole& whole,
                                         const std::vector<Whole>& before, const std::vector<Whole>& after);

}  // namespace msp
