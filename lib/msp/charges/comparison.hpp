// SPDX-License-Identifier: MIT
// What another key would change for each payer, and how it is reached by years whose rises are limited.
#pragma once

#include <msp/charges/shares.hpp>
#include <msp/money/rate.hpp>

#include <cstddef>
#include <vector>

namespace msp {

// What a payer bears of all shared lines of an exercise.
struct ComparedShare {
    std::size_t payer = 0;
    Money now;
    Money then;

    // Negative: they gain.
    [[nodiscard]] Money change() const;
};

// Of all members who pay by either.
struct Spread {
    Money least;
    Money greatest;

    [[nodiscard]] Money width() const;
};

struct Comparison {
    std::vector<ComparedShare> payers;  // who pay by either, in the order of the file
    Money total;                        // the same by both
    std::size_t gain = 0;               // members who pay less
    std::size_t lose = 0;
    Money moved;     // what all payers together pay more, and so what the others pay less
    Money most_off;  // the largest change of a member who gains, without its sign
    Money most_on;
    Spread now;
    Spread then;
};

// Both of the same lines and exercise.
[[nodiscard]] Comparison compared(const Budget& budget, const ExerciseShares& now, const ExerciseShares& then);

struct TransitionYear {
    std::vector<Money> shares;  // as the payers of the comparison; their sum is its total
    Money spared;               // what the limit takes from those who rise, and those who fall bear
};

struct Transition {
    std::vector<TransitionYear> years;  // the last one is the new key, where it is reached
    bool reached = false;
};

// Nobody who pays today pays more than `rise` above the year before, cut off to the cent but a cent at least; who pays
// nothing today, or is credited, has no year to compare with and pays the new share at once. What the limit spares is
// borne by those whose share falls, in proportion to what they gain, by largest remainder. At the amounts of the
// exercise; after `transition_limit` years it is not reached.
inline constexpr std::size_t transition_limit = 50;
[[nodiscard]] Transition transition(const Comparison& comparison, Rate rise);

}  // namespace msp
