// SPDX-License-Identifier: MIT
// The books of a budget's entities: their accounting exports, each read, checked, and given to whose it is.
#pragma once

#include <msp/actuals/actuals.hpp>
#include <msp/actuals/ledgers.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/model/budget.hpp>
#include <support/run.hpp>

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp::app {

struct EntityExport {
    std::string file;  // as typed
    EntityIndex entity;
    Fec ledger;
};

// By entity, of each the older first. Nothing, and the errors are told, where one cannot be used; what reads but is not
// legal is a warning.
[[nodiscard]] std::optional<std::deque<EntityExport>> read_books(Context& context, const Budget& budget,
                                                                 std::span<const std::string> paths);

// Those of each entity as one, in the order of the budget.
struct AllBooks {
    std::deque<Ledgers> ledgers;
    std::vector<EntityBooks> entities;

    [[nodiscard]] std::vector<EntityIndex> with_books() const;
    // Null where the entity has none.
    [[nodiscard]] const EntityBooks* of(EntityIndex entity) const;
};
// The exports outlive them.
[[nodiscard]] AllBooks books_by_entity(const Budget& budget, const std::deque<EntityExport>& exports);

// Money that two rules take, and transfers of which several may be meant.
void tell_mapping(Context& context, const Budget& budget, const std::string& file, const Fec& ledger,
                  const CashTotals& totals);
// Money that two rules take, of a line of the books or of a bank's statement.
void tell_tie(Context& context, const Budget& budget, const std::string& file, const MapTie& tie, std::int64_t number,
              const std::string& label);
// Books of which no account is a bank or cash box.
void tell_without_cash(Context& context, const Entity& entity, std::span<const std::string> files);
// What should have come before an account opens, of an entity of which no books tell.
void tell_before_opening(const Case& of, std::span<const EntityIndex> with_books, Diagnostics& found);
// What of a plan that goes on from them says that the budget or its rules may be wrong.
void tell_rolled(const Budget& budget, const Rolling& rolling, Diagnostics& found);
// Accounts that begin a year with another balance than the year before ends with.
void tell_differences(Context& context, const Ledgers& ledgers, std::span<const std::string> files);

}  // namespace msp::app
