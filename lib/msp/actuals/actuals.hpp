// SPDX-License-Identifier: MIT
// From the books to cash by line of the budget: each entry that moves a bank or cash box is parted by what it is for,
// and each part goes to the line whose rule takes it. What no rule takes stays, with its amount: opening, mapped and
// unmapped money and what is on the way make the balance of the accounts, to the cent.
#pragma once

#include <msp/actuals/ledgers.hpp>
#include <msp/actuals/map_chooser.hpp>
#include <msp/dates/date.hpp>
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
    internal,  // between accounts of the entity
    apart      // of a result, what moves no cash: depreciation and provisions that no rule takes
};

inline constexpr ItemIndex no_item = UINT32_MAX;
inline constexpr std::uint32_t unknown_invoice = UINT32_MAX;

// Money on an account of the entity, cheques that are not yet banked among it.
struct CashMove {
    Money amount;  // into the account positive
    Date date;
    ItemIndex item = no_item;                 // of mapped money, and of a transfer that the budget has
    std::uint32_t line = 0;                   // of its export, that says what it is for
    std::uint32_t account = 0;                // of all exports, what it is for
    std::uint32_t invoice = unknown_invoice;  // line of all exports, where one is known that it pays
    BankIndex bank = 0;
    CashKind kind = CashKind::unmapped;
    bool estimated = false;         // other invoices of the same party may be meant
    bool may_open = false;          // of an entry that may be the balances that the year opens with
    const MapRule* rule = nullptr;  // of the budget, that takes it
};

// The export by its position, the older first.
using CashSink = std::function<void(std::size_t, const CashMove&)>;

// What no rule takes, by account.
struct UnmappedCash {
    std::uint32_t account = 0;  // of all exports
    std::uint32_t line = 0;     // of its export, the first
    std::int64_t count = 0;
    Money amount;
};

// Accounts of the entity paid each other, and several transfers of the budget may be meant.
struct UnclearTransfer {
    ItemIndex first = no_item;
    ItemIndex second = no_item;
    std::uint32_t line = 0;  // of its export, the first
    std::int64_t count = 0;  // of entries
};

// What an export has moved up to the day that it is read to. One without openings goes on where the one before it ends.
struct CashTotals {
    bool opened = false;          // it has opening balances
    bool follows = false;         // it has none, and begins with what the export before it ends with
    bool has_cash = false;        // an account of class 5 stands in it
    Money opening;                // of banks, cash boxes and what was on the way
    std::vector<Money> openings;  // the same by bank of the budget
    Money mapped;
    Money unmapped;
    Money closing;                // the three above
    std::vector<Money> closings;  // the same by bank of the budget
    Money on_the_way;             // of it: cheques not yet banked, transfers not yet arrived
    Money balance;                // of banks and cash boxes: the rest
    Money later;                  // moves after that day, not used
    std::int64_t later_count = 0;
    Money turnover;                        // mapped and unmapped moves without their signs
    Money estimated;                       // of it
    std::optional<Date> first;             // the first and last day with an entry in a journal of banks
    std::optional<Date> last;              // within the exercise of the last such entry
    Date until;                            // the day it is read to
    std::optional<Date> last_used;         // the last such day up to it
    std::vector<Window> covered;           // the days whose entries are there, whole months
    std::vector<UnmappedCash> by_account;  // the largest first
    std::vector<MapTie> ties;
    std::optional<UnclearTransfer> unclear_transfer;
};

// By export, in each in the order of the entries; without a sink only the sums. Without a day all exports are read
// to the last bank entry of any.
[[nodiscard]] std::vector<CashTotals> cash_of(const Budget& budget, EntityIndex entity, const Ledgers& ledgers,
                                              std::optional<Date> until, const CashSink& sink);

// Of accounts, those that have any.
[[nodiscard]] std::vector<UnmappedCash> largest_first(const std::vector<UnmappedCash>& by_account);

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
