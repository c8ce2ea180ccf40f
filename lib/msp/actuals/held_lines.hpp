// SPDX-License-Identifier: MIT
// The lines of two budgets that are one: of the budget as it was voted, and of the one of today, whose rules take the
// money of the books. A line is the same where its id is.
#pragma once

#include <msp/model/budget.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace msp {

// A line, and the budget that names it: today's where that has it.
struct HeldLine {
    const Budget* budget = nullptr;
    ItemIndex index = 0;

    [[nodiscard]] const Item& item() const { return budget->items[index]; }

    friend bool operator==(const HeldLine&, const HeldLine&) = default;
};

// From one account of the entity to another: a row, and nothing of its total.
[[nodiscard]] inline bool moves_within(const HeldLine& line) {
    return line.item().origin == Origin::transfer;
}

class HeldLines {
 public:
    // Both have to outlive it, and may be the same.
    HeldLines(const Budget& today, const Budget& voted);

    [[nodiscard]] const Budget& today() const { return *today_; }
    [[nodiscard]] const Budget& voted() const { return *voted_; }

    // All lines: those of today, then those that were voted only, each in the order of its file.
    [[nodiscard]] HeldLine operator[](std::size_t position) const;
    [[nodiscard]] std::size_t position_of_voted(ItemIndex voted) const { return positions_[voted]; }

    [[nodiscard]] std::size_t position_of(const HeldLine& line) const {
        return line.budget == voted_ ? positions_[line.index] : line.index;
    }

    // By its id; of two budgets with one entity each, the other. None: today's budget has none of that id.
    [[nodiscard]] std::optional<EntityIndex> entity_today(EntityIndex voted) const { return entities_[voted]; }

    // Of the voted budget.
    [[nodiscard]] const std::vector<ItemIndex>& only_voted() const { return only_voted_; }
    // Of today's.
    [[nodiscard]] const std::vector<ItemIndex>& only_today() const { return only_today_; }

 private:
    const Budget* today_;
    const Budget* voted_;
    std::vector<std::size_t> positions_;  // by line that was voted
    std::vector<std::optional<EntityIndex>> entities_;
    std::vector<ItemIndex> only_voted_;
    std::vector<ItemIndex> only_today_;
};

}  // namespace msp
