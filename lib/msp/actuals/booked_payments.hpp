// SPDX-License-Identifier: MIT
// What members and third parties paid, as the books have it: for a settlement and for what is unpaid, in the place of
// what the budget says. A payment is money of a payer's own account: of the accounts of members and of advances (411,
// 455), or, in a book of cash alone, of the income that calls are (708). Whose it is says the auxiliary account, or
// what stands behind the number of the common account: the payer's own account in the budget.
#pragma once

#include <msp/actuals/ledgers.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// Of one payer and account, or of an account that is nobody's.
struct BookedPayer {
    std::optional<std::size_t> payer;
    CallKind kind = CallKind::charge;
    std::string account;
    std::string auxiliary;
    std::int64_t count = 0;
    Date first;
    Date last;
    Money amount;  // what came in; what was given back is negative
};

struct BookedPayments {
    EntityIndex entity = 0;
    std::optional<Date> first;  // the days that the books have; none where nothing in them moves cash
    Date until;
    std::vector<MemberPayment> payments;  // by day
    std::vector<BookedPayer> rows;        // by payer, kind and account; what is nobody's last
    Money all;                            // of all rows
    // What the budget says of those days, where that is something else: the books count.
    struct Typed {
        std::size_t payer = 0;
        CallKind kind = CallKind::charge;
        Money typed;
        Money booked;
        Place place;
    };
    std::vector<Typed> typed;
};

// To the last bank entry. Money on an account of advances pays what the entity calls for reserves or works, where it
// does, and else is on the member's current account. On an account of members, the call that it pays says what it is
// for: found by the lettering, else by its amount.
[[nodiscard]] BookedPayments booked_payments(const Budget& budget, EntityIndex entity, const Ledgers& ledgers);

// Puts them in the place of what the budget says of the same days; of books without any payment of a payer nothing.
void take_booked(Budget& budget, const BookedPayments& booked);

}  // namespace msp
