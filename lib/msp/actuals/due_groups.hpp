// SPDX-License-Identifier: MIT
// Private to the module: what entities with books have due, item by item, beside what came of it in them.
#pragma once

#include <msp/actuals/rolled_books.hpp>
#include <msp/actuals/settling.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace msp {

// What is held against each other: an item of an entity; of a transfer between its accounts, the end at one of them.
struct DueGroup {
    ItemIndex item;
    EntityIndex entity;
    BankIndex bank;
    auto operator<=>(const DueGroup&) const = default;
};

// By day.
struct DueAndCame {
    std::vector<Movement> planned;
    std::vector<std::size_t> came;  // of the books' amounts
};

// Of a payment between two entities, where one of them has books.
struct PlannedEnds {
    std::optional<Movement> paid;
    std::optional<Movement> received;
};

class DueGroups {
 public:
    using ByOccurrence = std::map<std::tuple<ItemIndex, std::int32_t, Date>, PlannedEnds>;  // and due day

    DueGroups(const Case& of, const RolledBooks& books) : case_(of), budget_(of.budget), books_(books) {}

    // What the entities have planned from their first day on, and what came. Anew, where the plan has changed.
    void find();

    [[nodiscard]] const std::map<DueGroup, DueAndCame>& all() const { return groups_; }
    [[nodiscard]] const ByOccurrence& ends() const { return ends_; }
    [[nodiscard]] DueGroup group_of(ItemIndex item, BankIndex bank) const;
    // What pays what of a group.
    [[nodiscard]] PaidParts settled(const DueGroup& group, const DueAndCame& of) const;

    // Whether something of an item that has closed days is due on that one.
    [[nodiscard]] bool falls(ItemIndex item, Date day) const { return falls_.contains({item, day}); }
    // Whether its item closes its day, or, where it has two ends, the day of the other.
    [[nodiscard]] bool is_closed(const Movement& planned) const;

 private:
    void add(const Movement& planned);

    const Case& case_;
    const Budget& budget_;
    const RolledBooks& books_;
    std::map<DueGroup, DueAndCame> groups_;
    ByOccurrence ends_;
    std::set<std::pair<ItemIndex, Date>> falls_;
};

}  // namespace msp
