// SPDX-License-Identifier: MIT
// Private to the module: what became of each amount that was due, while it is found out.
#pragma once

#include <msp/actuals/rolled_books.hpp>
#include <msp/actuals/two_ends.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace msp {

// An amount of a payment between two entities with the sign that it has where it arrives; and back.
[[nodiscard]] Money as_arriving(const Movement& end, Money amount);

class Outcomes {
 public:
    Outcomes(Case& of, const RolledBooks& books, Rolling& rolling)
        : budget_(of.budget), plan_(of.booked), books_(books), dues_(rolling.dues) {}

    // Of Rolling. Nothing where an amount is still as it was planned.
    [[nodiscard]] std::optional<std::size_t> position_of(const Movement& planned) const;
    [[nodiscard]] BecameOf& operator[](std::size_t position) { return dues_[position]; }
    [[nodiscard]] const BecameOf& operator[](std::size_t position) const { return dues_[position]; }

    // The plan takes what is left of an amount from then on. Gives its position.
    std::size_t keep(BecameOf of);
    // Money of the books that nothing was due for.
    std::size_t add_unplanned(std::uint32_t move);
    // Until when what is open is expected, and what it is then; nothing more comes where its day is closed.
    void decide(BecameOf& of, bool closed) const;
    static void name(BecameOf& of);

    // Of a payment between two entities, what the books of this end say.
    [[nodiscard]] PaymentEnd end_of(const Movement& planned) const;

 private:
    const Budget& budget_;
    BookedPlan& plan_;
    const RolledBooks& books_;
    std::vector<BecameOf>& dues_;
    std::map<DueKey, std::size_t> positions_;
};

}  // namespace msp
