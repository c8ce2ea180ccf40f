// SPDX-License-Identifier: MIT
// Private to the module: of payments between two entities the books of each end were held against what was due alone,
// so that one may have for another amount, or for none, what pays this one at the other end. What the other has, on a
// day that these books know, pays it here too.
#pragma once

#include <msp/actuals/due_groups.hpp>
#include <msp/actuals/outcomes.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace msp {

class SparePayments {
 public:
    SparePayments(Case& of, const RolledBooks& books, const DueGroups& groups, Outcomes& outcomes)
        : budget_(of.budget), moves_(of.booked.moves), books_(books), groups_(groups), outcomes_(outcomes) {}

    // An outcome, by its position, that nothing was due for.
    void add(std::size_t unplanned);
    // Pairs them, and what came for other amounts, with what lacks.
    void pair();

 private:
    // What came at this end for nothing that was due, or beyond what the other end has for it, on days that the books
    // of that know.
    struct Spare {
        std::size_t due;
        std::optional<Movement> here;  // none of what nothing was due for
        std::optional<Movement> there;
    };

    [[nodiscard]] std::vector<Spare>& spare_of(const Movement& here);
    [[nodiscard]] Date known_until(const Movement& here, const Movement& there) const;
    [[nodiscard]] Money came_known(const Movement& here, const Movement& there) const;
    [[nodiscard]] Money came_of(const Movement& end) const;
    [[nodiscard]] Money beyond(const Movement& here, const Spare& spare) const;
    void take(const Movement& here, const Movement& there, Money lacks);
    void take(std::size_t spare, const Movement& planned, Money amount, Date known);
    void take_moves(BecameOf& from, BecameOf& to, Money amount, Date known);
    [[nodiscard]] BookedMove taken(const BookedMove& move, const Movement& planned, Money amount) const;
    void settle_days(BecameOf& of) const;

    const Budget& budget_;
    std::vector<BookedMove>& moves_;
    const RolledBooks& books_;
    const DueGroups& groups_;
    Outcomes& outcomes_;
    std::map<std::pair<ItemIndex, EntityIndex>, std::vector<Spare>> spare_;
};

}  // namespace msp
