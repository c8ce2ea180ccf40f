// SPDX-License-Identifier: MIT
// Private to the module: amounts of the books as movements of the plan that goes on from them.
#pragma once

#include <msp/actuals/rolled_books.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace msp {

// Of money of no rule, and of what moves between accounts without a transfer of the budget, an item of its own, which
// the budget then has.
[[nodiscard]] ItemIndex item_of(Budget& budget, const CashMove& move);

// Each is told by its position among the moves of the plan, until they are sorted.
class BookedMoves {
 public:
    BookedMoves(Case& of, const RolledBooks& books) : budget_(of.budget), plan_(of.booked), books_(books) {}

    // Of an amount of the books, what pays something that was planned, or, of null, nothing that was.
    std::uint32_t add(std::size_t amount, Money part, const Movement* planned);
    // Of no item of the budget.
    std::uint32_t add_unmapped(std::size_t amount);
    // What the books of the other end have, at this one.
    std::uint32_t add_told(std::uint32_t move, const Movement& planned, Money amount, Date day);

    // By day; what names them by number follows.
    void sort(std::vector<BecameOf>& dues);

 private:
    [[nodiscard]] Movement not_planned(std::size_t amount) const;
    [[nodiscard]] Part part_of(Origin origin, std::size_t amount) const;
    std::uint32_t keep(std::size_t amount, const Movement& movement);

    Budget& budget_;
    BookedPlan& plan_;
    const RolledBooks& books_;
};

}  // namespace msp
