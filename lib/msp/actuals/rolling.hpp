// SPDX-License-Identifier: MIT
// The plan that goes on from the books: actual up to their last day, forecast after it, spliced item by item. Each
// amount that was due is held against what came of it (settling.hpp says how); what is due and has not come stays
// expected, what came early is not expected again, and a computed year of the ACI follows what was paid of it. Both
// ends of a payment between two entities follow the books that tell of it: what is not paid has not arrived.
#pragma once

#include <msp/actuals/other_ends.hpp>
#include <msp/plan/case.hpp>
#include <msp/plan/plan.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// The books of an entity.
struct EntityBooks {
    EntityIndex entity = 0;
    std::vector<std::string> files;  // as typed, in the order of the exports
    const Ledgers* ledgers = nullptr;
};

enum class Became : std::uint8_t { paid, in_part, late, cancelled, unplanned };
[[nodiscard]] std::string_view id_of(Became became);

// An amount that was due by the end of the books, or of which something came; or money that nothing was due for.
struct BecameOf {
    Movement planned;  // of what was not planned, what came
    Became became = Became::late;
    Money came;
    Money open;                          // still expected
    Date expected;                       // of that
    std::optional<Date> last_came;       // of what came
    std::vector<std::uint32_t> moves;    // of BookedPlan, that pay it
    std::optional<EntityIndex> told_by;  // the entity at the other end, where its books tell it
};

// An account of an entity that has books.
struct BookedBank {
    BankIndex bank = 0;
    Date first;
    Money opening;
    Money balance;  // in the evening of the books' last day, with what is on the way
    // The balance that the budget types for a morning that the books know, and theirs.
    struct Typed {
        Date morning;
        Money typed;
        Money booked;
        [[nodiscard]] Money gap() const;
    };
    std::optional<Typed> typed;
    std::optional<Typed> unused;  // one for a morning that they do not know
    std::optional<Typed> later;   // one that stands: the account opens after them, and they have nothing of it
};

struct RolledEntity {
    EntityIndex entity = 0;
    Date first;
    Date until;
    bool opened = false;  // the books have opening balances; without them the typed ones stand
    Money on_the_way;     // of the balances: cheques not yet banked, transfers not yet arrived
    Money unmapped;
    std::int64_t unmapped_count = 0;
    Money later;  // what the books have after that day, not used
    std::int64_t later_count = 0;
    Money before;  // what they have before the typed balance, where they have no opening one; it lands alone
};

// What an item ends the exercise with in which the books end (« atterrissage »). Payments are negative.
struct Landed {
    EntityIndex entity = 0;
    std::int16_t exercise = 0;
    ItemIndex item = 0;
    BankIndex bank = no_bank;  // none where all of the entity are together
    Money budget;              // planned without the books
    Money actual;              // in them
    Money remaining;           // planned after their end
    Money twice;               // of it, what money of no rule may be already
    [[nodiscard]] Money landing() const;
    [[nodiscard]] Money gap() const;
    void add(const Landed& other);
};

struct Rolling {
    std::vector<RolledEntity> entities;
    [[nodiscard]] const RolledEntity* of(EntityIndex entity) const;  // null where it has no books
    std::vector<BookedBank> banks;
    std::vector<BecameOf> dues;  // by day, those of a day in the order of the file
    // Closed days on which nothing of the item falls due; or of which no books tell, so that it stays planned.
    struct Idle {
        ItemIndex item = 0;
        NamedDay day;
        bool without_books = false;
    };
    std::vector<Idle> idle;
    // Of the ACI, what the budget types as received on days of the books, and they have something else.
    struct Received {
        std::int16_t year = 0;
        Part part = Part::advance;
        Money typed;
        Money booked;
        Place place;
    };
    std::vector<Received> received;
    // Due to an entity or by it, and no rule takes money of its books for it.
    struct WithoutRule {
        ItemIndex item = 0;
        EntityIndex entity = 0;
        // Money of no rule that may well be this: what of the due amounts may count twice, and the account of the most.
        std::int64_t alike = 0;
        Money twice;
        std::string account;
    };
    std::vector<WithoutRule> without_rule;
    std::vector<ToldMove> told;    // of no rule, and lines by what the other end of the payment has
    std::vector<Landed> landings;  // by entity, item and bank, in the order of the file
};

// Of an entity, by item and all together: of all its banks, or of the one that is asked for.
[[nodiscard]] std::vector<Landed> landings_of(const Rolling& rolling, EntityIndex entity,
                                              std::optional<BankIndex> bank = {});
[[nodiscard]] Landed total_of(const Rolling& rolling, EntityIndex entity, std::optional<BankIndex> bank = {});

// Of payments between two entities, what one of them knows by the books of the other; by both, in the file's order.
struct FromOtherBooks {
    EntityIndex entity = 0;
    EntityIndex told_by = 0;
    std::int64_t count = 0;
    Money came;
    Money open;
};
[[nodiscard]] std::vector<FromOtherBooks> of_other_books(const Rolling& rolling, const Budget& budget);
// What an entity's banks hold in the evening of its books' last day.
[[nodiscard]] Money balance_of(const Rolling& rolling, const Budget& budget, EntityIndex entity);

struct RolledBase {  // of a scenario, rolled before it
    const Budget& budget;
    const Rolling& rolling;
};

// Puts the books into the case, which plans from their end on. The accounts of their entities open with them. Money of
// no rule and transfers that are not planned become items of the budget of their own. What lands counts the money that
// is asked for. What the base has paid by their end is paid in a scenario too, whatever amount it has for those days.
[[nodiscard]] Rolling roll(Case& of, std::span<const EntityBooks> books, std::optional<Date> as_of,
                           Count count = Count::notified, const RolledBase* base = nullptr);

}  // namespace msp
