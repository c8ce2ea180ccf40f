// SPDX-License-Identifier: MIT
// Private to the module: what each item ends the exercise with in which the books end.
#pragma once

#include <msp/actuals/rolled_books.hpp>

#include <map>
#include <tuple>
#include <vector>

namespace msp {

class Landings {
 public:
    Landings(Case& of, const RolledBooks& books, Count count)
        : case_(of), budget_(of.budget), books_(books), count_(count) {}

    // Of the exercise in which the books end: all that is planned, or with the books what came and what is left.
    void add(Money Landed::*planned);

    // Of that exercise of the bank's entity.
    [[nodiscard]] Landed& at(ItemIndex item, BankIndex bank);
    // By entity, item and bank.
    [[nodiscard]] std::vector<Landed> all() const;

 private:
    [[nodiscard]] std::int16_t exercise_of(EntityIndex entity) const;
    void add_plan(const RolledEntity& entity, const Window& days, Money Landed::*planned);
    void add_fees(EntityIndex entity, const Window& days, Money Landed::*planned);
    void add_before(EntityIndex entity, const Window& days);
    [[nodiscard]] bool came_before(const Movement& planned) const;
    [[nodiscard]] bool is_in_opening(const Movement& planned) const;

    Case& case_;
    Budget& budget_;
    const RolledBooks& books_;
    Count count_;
    std::map<std::tuple<EntityIndex, ItemIndex, BankIndex>, Landed> landed_;
};

}  // namespace msp
