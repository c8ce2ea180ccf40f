// SPDX-License-Identifier: MIT
// What the lines of an exercise cost, as the books have it: for a settlement, in the place of what the budget says.
// Books of receipts and payments have what was paid in the exercise, books of accruals their classes 6 and 7.
#pragma once

#include <msp/actuals/actuals.hpp>
#include <msp/actuals/booked_cash.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class BookedAs : std::uint8_t {
    spent,     // on a line that is shared
    loan,      // which costs what its schedule says
    other,     // on a line that nobody shares
    unmapped,  // no rule takes it
    apart      // depreciation and provisions that no rule takes
};
[[nodiscard]] std::string_view id_of(BookedAs as);

// Of the exercise; a receipt is negative.
struct BookedCharge {
    BookedAs as = BookedAs::spent;
    std::optional<ItemIndex> item;
    std::string account = {};  // of what no rule takes, or is apart
    std::int64_t count = 0;
    Money amount;
    Money estimated;  // of it, by the other invoices of a party
};

struct BookedCharges {
    EntityIndex entity = 0;
    std::int16_t exercise = 0;
    std::vector<BookedCharge> rows;  // by kind, in each in the order of the budget
    Money all;                       // of all rows: what the accounts moved, or the result
    std::vector<Spent> spent;        // by day; of a line with a rule and without money, nothing
    // What the budget says of the exercise, where that is something else: the books count.
    struct Typed {
        ItemIndex item = 0;
        Money typed;
        Money booked;
        Place place;
    };
    std::vector<Typed> typed;
    std::optional<Date> first;  // the days of the exercise that the books have
    std::optional<Date> last;
    std::vector<MapTie> ties;
    std::vector<std::uint32_t> tied_parts;  // the exports of these
};

[[nodiscard]] BookedCharges booked_charges(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                                           const Ledgers& ledgers);

// Puts them in the place of what the budget says of that entity and exercise.
void take_booked(Budget& budget, const BookedCharges& booked);

}  // namespace msp
