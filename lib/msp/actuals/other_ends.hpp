// SPDX-License-Identifier: MIT
// A payment of one entity to another has two ends. Where only the books of one end have a rule for it, they tell which
// money of no rule in the other's is the same: everything that is said of those books has to say so alike.
#pragma once

#include <msp/actuals/actuals.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace msp {

// Money of no rule, with the line that the other end tells.
struct ToldMove {
    EntityIndex entity = 0;
    std::uint32_t part = 0;  // of its exports
    CashMove move;
};

// Follows the moves of one entity, in the order of cash_of().
class OtherEnds {
 public:
    OtherEnds(std::span<const ToldMove> told, EntityIndex entity);

    // The move, with its line where the other end tells one.
    [[nodiscard]] CashMove told(std::size_t part, const CashMove& move);
    // Once all moves were followed: the sums of a part, and what no rule takes of it.
    void correct(std::size_t part, CashTotals& totals) const;

 private:
    struct Part {
        Money mapped;
        std::map<std::uint32_t, UnmappedCash> unmapped;  // by account
    };

    std::vector<ToldMove> left_;
    std::map<std::size_t, Part> parts_;  // where the other end tells something of the entity
};

}  // namespace msp
