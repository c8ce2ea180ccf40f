// SPDX-License-Identifier: MIT
// Private to the module: payments between two entities, each end by the books of both.
#pragma once

#include <msp/actuals/booked_moves.hpp>
#include <msp/actuals/due_groups.hpp>
#include <msp/actuals/outcomes.hpp>
#include <msp/actuals/spare_payments.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace msp {

class PaymentEnds {
 public:
    PaymentEnds(Case& of, const RolledBooks& books, const DueGroups& groups, BookedMoves& moves, Outcomes& outcomes,
                Rolling& rolling)
        : budget_(of.budget),
          plan_(of.booked),
          books_(books),
          groups_(groups),
          moves_(moves),
          outcomes_(outcomes),
          dues_(rolling.dues),
          spare_(of, books, groups, outcomes) {}

    // An outcome, by its position, that nothing was due for: what was paid so arrives too, and what arrived was paid.
    void add_unplanned(std::size_t outcome);
    // Once all of them are there.
    void join();
    // Whether the other end has paid something that the books of this entity should have, and have not.
    [[nodiscard]] bool misses(ItemIndex item, EntityIndex entity) const { return missing_.contains({item, entity}); }

 private:
    [[nodiscard]] bool tell_other_end(std::uint32_t move);
    [[nodiscard]] Movement other_end(const Movement& here, const Line& line) const;
    [[nodiscard]] std::vector<std::uint32_t> moves_of(const Movement& planned) const;
    void follow(const Movement& planned, const PaymentEnd& end, bool other_tells, const std::vector<ToldByOther>& told,
                const std::vector<std::uint32_t>& moves);

    const Budget& budget_;
    BookedPlan& plan_;
    const RolledBooks& books_;
    const DueGroups& groups_;
    BookedMoves& moves_;
    Outcomes& outcomes_;
    std::vector<BecameOf>& dues_;
    SparePayments spare_;
    std::set<std::pair<ItemIndex, EntityIndex>> missing_;
};

}  // namespace msp
