// SPDX-License-Identifier: MIT
// What the books know of a plan: the money that has moved, and what is left of each amount that was due. The plan takes
// it in the place of what it would have planned for those days.
#pragma once

#include <msp/model/movement.hpp>
#include <msp/model/trace.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// Tells the amounts that fall due in a plan from each other, whatever is asked of it and however late they are.
struct DueKey {
    ItemIndex item;
    Part part;
    BankIndex bank;
    std::uint16_t member;
    std::int32_t occurrence;
    Date due;
    Date came;  // of what is typed as received

    explicit DueKey(const Movement& planned);
    friend auto operator<=>(const DueKey&, const DueKey&) = default;
};

// What is still to come of a due amount, and when. Nothing is where all of it came, or nothing more will.
struct DueRest {
    Money open;
    Date date;   // not before the day that it is planned for
    Money came;  // of it
};

// Money that the books have.
struct BookedMove {
    Movement movement;
    std::uint32_t file = 0;    // of BookedPlan::files
    std::uint32_t number = 0;  // of the line in it
    std::string label;
};

class BookedPlan {
 public:
    std::vector<std::string> files;
    std::vector<std::optional<Date>> until;  // by entity: the evening up to which the books speak
    std::vector<BookedMove> moves;           // by day
    std::map<DueKey, DueRest> rests;
    Date first;  // the first day of any books

    [[nodiscard]] bool any() const { return !until.empty(); }
    // Of an amount that the books say nothing of, itself; nothing where no more is to come. Adds to the trace how the
    // rest is found.
    [[nodiscard]] std::optional<Movement> rest_of(const Movement& planned, Trace* trace) const;
    // Where an amount stands in the books.
    void explain(const BookedMove& move, Trace& trace) const;
};

}  // namespace msp
