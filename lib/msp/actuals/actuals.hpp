// SPDX-License-Identifier: MIT
// From the books to cash by line of the budget: each entry that moves a bank or cash box is parted by what it is for,
// and each part goes to the line whose rule takes it. What no rule takes stays, with its amount: opening, mapped and
// unmapped money and what is on the way make the balance of the accounts, to the cent.
#pragma once

#include <msp/actuals/map_chooser.hpp>
#include <msp/dates/date.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/model/budget.hpp>
#include <msp/money/quotient.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace msp {

enum class CashKind : std::uint8_t {
    mapped,
    unmapped,
    internal  // between accounts of the entity
};

inline constexpr ItemIndex no_item = UINT32_MAX;

// Money on an account of the entity, cheques that are not yet banked among it.
struct CashMove {
    Money amount;  // into the account positive
    Date date;
    ItemIndex item = no_item;   // of mapped money, and of a transfer that the budget has
    std::uint32_t line = 0;     // of the export, that says what it is for
    std::uint32_t account = 0;  // of the export, what it is for
    BankIndex bank = 0;
    CashKind kind = CashKind::unmapped;
    bool estimated = false;  // by other invoices of the same party
};

using CashSink = std::function<void(const CashMove&)>;

// What no rule takes, by account.
struct UnmappedCash {
    std::uint32_t account = 0;
    std::uint32_t line = 0;  // the first
    std::int64_t count = 0;
    Money amount;
};

// What an export has moved up to the day that it is read to.
struct CashTotals {
    bool opened = false;          // it has opening balances
    Money opening;                // of banks, cash boxes and what was on the way
    std::vector<Money> openings;  // the same by bank of the budget
    Money mapped;
    Money unmapped;
    Money closing;     // the three above
    Money on_the_way;  // of it: cheques not yet banked, transfers not yet arrived
    Money balance;     // of banks and cash boxes: the rest
    Money later;       // moves after that day, not used
    std::int64_t later_count = 0;
    Money turnover;             // mapped and unmapped moves without their signs
    Money estimated;            // of it
    std::optional<Date> first;  // the first and last day with an entry in a journal of banks
    std::optional<Date> last;
    Date until;                            // the day it is read to; without one that is given, the last
    std::vector<UnmappedCash> by_account;  // the largest first
    std::vector<MapTie> ties;
};

// In the order of the entries; without a sink only the sums.
[[nodiscard]] CashTotals cash_of(const Budget& budget, EntityIndex entity, const Fec& ledger, std::optional<Date> until,
                                 const CashSink& sink);

// Their positions by day, those of one day in their order. The moves stay where they are: there may be a million.
[[nodiscard]] std::vector<std::uint32_t> by_day(const std::vector<CashMove>& moves);

// What the banks hold, move by move.
class BookedBalances {
 public:
    explicit BookedBalances(std::vector<Money> openings) : held_(std::move(openings)) {}
    // The bank of the move.
    [[nodiscard]] Money after(const CashMove& move);

 private:
    std::vector<Money> held_;
};

// What share of the turnover is an estimate, in percent.
[[nodiscard]] Quotient estimated_percent(const CashTotals& totals);

}  // namespace msp
