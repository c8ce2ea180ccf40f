// SPDX-License-Identifier: MIT
// Which of the money that came pays which of the amounts that an item has due, and which of those are then done with.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace msp {

enum class ExpectedKind : std::uint8_t {
    typed,     // stays the aim until its day; then nine tenths of it are all of it
    computed,  // such as the contributions of a post: whatever comes of it is all of it
    claim      // called or notified: what has not come of it is still owed
};

struct ExpectedAmount {
    Date day;
    Money amount;
    ExpectedKind kind = ExpectedKind::typed;
};

struct CameAmount {
    Date day;
    Money amount;
};

// Of what came, the part that pays a due amount; of one that it pays beyond its amount, all of it.
struct PaidPart {
    std::size_t due = 0;
    std::size_t came = 0;
    Money amount;
};

struct PaidParts {
    std::vector<PaidPart> parts;
    std::vector<Money> open;  // by due amount: what is still to come of it
    std::vector<Money> left;  // by what came: what nothing was due for
};

// All of one item, each in the order of its days; the books end on `until`. In these steps, each among what those
// before have left; nothing pays an amount of the other sign:
//   1. the same amount that fell due in the same month, or up to ten days before; else one that does later in it;
//   2. the same amount due before, the oldest first, else the next one due;
//   3. one payment that is the sum of several due by the end of its month or in the ten days after, one after the
//   other;
//   4. of a month, if together they are at least half and at most twice what is due. A computed amount is paid then,
//      whatever it lacks or has more; a typed one that has fallen due, if nine tenths came; others so far as it came;
//   5. at least half and at most twice one that was due before, the oldest first; of a typed one at least nine tenths,
//      of a claim all. Else, of what came on a day, what is due on the next one: half to twice of computed amounts, the
//      parts of an instalment together; of others, due in the ten days after, a tenth more or less, of which what lacks
//      is open until its day. What came beyond an amount of 4 or 5 is held against others that
//      were due before in the same way, and pays them in part too; what is near to none goes with that amount;
//   6. what is left, in part: first of its month, then the oldest due.
[[nodiscard]] PaidParts settle(std::span<const ExpectedAmount> dues, std::span<const CameAmount> came, Date until);

}  // namespace msp
