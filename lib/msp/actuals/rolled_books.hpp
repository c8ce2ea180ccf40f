// SPDX-License-Identifier: MIT
// Private to the module: the books that a plan goes on from, read up to their last day: each amount with the item that
// it is mapped to, and what their accounts open and end with.
#pragma once

#include <msp/actuals/rolling.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// An amount of the books with where it stands.
struct BookedAmount {
    CashMove move;
    std::uint32_t book = 0;  // of the entities
    std::uint32_t part = 0;  // the export
};

// An item that moves money between two accounts of one entity.
[[nodiscard]] bool between_accounts(const Budget& budget, ItemIndex item);
// The line that pays from one entity to another; null where the item is none.
[[nodiscard]] const Line* between_entities(const Budget& budget, ItemIndex item);

class RolledBooks {
 public:
    // Entities and accounts of them go to the rolling plan. All three outlive it.
    RolledBooks(Budget& budget, std::span<const EntityBooks> books, Rolling& rolling)
        : budget_(budget), books_(books), rolling_(rolling) {}

    // All of them, up to the last entry of an entity's banks, or to the day that is asked for before it. The accounts
    // of the budget open with them then.
    void read(std::optional<Date> as_of);

    [[nodiscard]] const std::vector<BookedAmount>& amounts() const { return amounts_; }
    // Those before a typed balance, of books without openings.
    [[nodiscard]] const std::vector<BookedAmount>& before() const { return before_; }

    [[nodiscard]] const std::vector<RolledEntity>& entities() const { return rolling_.entities; }
    // Null where the entity has no books.
    [[nodiscard]] const RolledEntity* of(EntityIndex entity) const;
    [[nodiscard]] const RolledEntity* at(BankIndex bank) const { return of(budget_.banks[bank].entity); }

    // Whether the account opens after them as it is typed.
    [[nodiscard]] bool opens_later(BankIndex bank) const;

    // Of all entities, one after the other.
    [[nodiscard]] std::vector<std::string> files() const;
    // Of these.
    [[nodiscard]] std::uint32_t file_of(const BookedAmount& amount) const;
    [[nodiscard]] const Fec& export_of(const BookedAmount& amount) const;
    // The account that says what an amount is for; empty where the books name none.
    [[nodiscard]] std::string_view account_of(const BookedAmount& amount) const;
    // The account at the other end of an entry between accounts: the one that it moves the other way.
    [[nodiscard]] BankIndex counterpart(std::size_t amount) const;

 private:
    void read(std::size_t book, std::optional<Date> as_of);
    std::vector<CashTotals> cash(std::size_t book, std::optional<Date> until);
    void open(RolledEntity& rolled, Date begin, const CashTotals& totals);
    // Of the entity: what the balance that its bank begins with has in it. What may be the opening balances of the
    // books is not to stand on top of typed ones.
    [[nodiscard]] bool is_before(const BookedAmount& each, const RolledEntity& rolled) const;
    // An account that is to be opened, and no balance of one that the books know: they have nothing of it, and either
    // it names accounts of its own or another one of the entity is older. Money of accounts that no bank names would
    // else count twice.
    [[nodiscard]] bool opens_after(const BookedBank& booked, const RolledEntity& rolled, Date oldest) const;
    void close(RolledEntity& rolled);
    void find_by_other_end();
    void take_other_end(const CashMove& move, const Delay& arrives, std::multimap<Money, std::size_t>& unmapped);

    Budget& budget_;
    std::span<const EntityBooks> books_;
    Rolling& rolling_;
    std::vector<BookedAmount> amounts_;
    std::vector<BookedAmount> before_;
};

}  // namespace msp
