// SPDX-License-Identifier: MIT
// Private to the module: which days an export speaks of.
#pragma once

#include <msp/actuals/account_kinds.hpp>
#include <msp/ledger/pieces.hpp>

#include <optional>
#include <vector>

namespace msp {

struct BankDays {
    std::optional<Date> first;
    std::optional<Date> last;
    std::vector<Date> all;  // in their order
};

// The first and the last day with an entry in a journal of banks. A year-end entry on a bank must not pass for what the
// bank did: a journal is of banks where its name says so; else where at least half of its entries move cash, its name
// says nothing else, and some account is moved by it more often than by any other. Days after the exercise of its last
// entry, as a payment of next year in a cash book, do not count.
[[nodiscard]] BankDays bank_days(const Budget& budget, EntityIndex entity, const Ledgers& ledgers, std::size_t part,
                                 const LedgerPieces& pieces, const AccountKinds& kinds);

// The days whose entries are there, whole months of each exercise. An exercise with hardly a line is not: an entry of
// another year does not make its books.
[[nodiscard]] std::vector<Window> covered_days(const Budget& budget, EntityIndex entity, const Fec& ledger);

}  // namespace msp
