// SPDX-License-Identifier: MIT
// Private to the module: what a payment of a supplier or a member is for. Its invoice tells, which stands in another
// entry, maybe of another export: found by the lettering, else by amount and date; else the party's other invoices give
// an estimate.
#pragma once

#include <msp/actuals/account_kinds.hpp>
#include <msp/actuals/letter_sets.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace msp {

enum class Doubt : std::uint8_t {
    none,
    which,  // of these invoices, all of which are known
    what    // it is for: others may be meant
};

struct TracedShare {
    std::uint32_t account = 0;  // what it is for
    std::uint32_t line = 0;     // of the invoice; no_line where several are meant
    Money weight;
    Doubt doubt = Doubt::none;
    bool opens = false;  // the line is of an opening: the invoice stands in the books of a year before
};
inline constexpr std::uint32_t no_line = UINT32_MAX;
inline constexpr std::uint32_t no_account = UINT32_MAX;

struct Traced {
    std::vector<TracedShare> shares;  // empty where no invoice is known; else the weights do not come to zero
    std::vector<std::vector<TracedShare>> others;  // what other invoices would say that fit as well
};

class PaymentTrace {
 public:
    PaymentTrace(const Ledgers& ledgers, const std::vector<LedgerPieces>& pieces, const AccountKinds& kinds);

    // Of a line of a party in an entry that moves cash.
    [[nodiscard]] Traced invoiced(std::uint32_t line);
    // By all invoices of the party, else by what was paid to it without one; empty where there is neither.
    [[nodiscard]] std::vector<TracedShare> usual(std::uint32_t line);

 private:
    using Shares = std::vector<TracedShare>;
    // What the entry of an invoice is for, which its third-party lines share.
    struct Purpose {
        bool moves_cash = false;
        bool writes_off = false;  // and nothing else
        Shares natures;           // their weights do not come to zero, or there are none
    };
    enum class Payable : std::uint8_t { open, lettered_in_part, lettered };
    struct Invoice {
        std::uint64_t party;
        Money amount;
        Payable state;
        bool used = false;  // by a payment that is not lettered
        Date date;
        std::uint32_t line;
        std::uint32_t choice = 0;  // of choices_, where that payment may be of another one
    };
    struct Payment {
        std::uint64_t party;
        Money amount;
        Date date;
        std::uint32_t line;
    };
    // An expense or receipt of a party that is paid at once, as in a book of cash alone.
    struct Direct {
        std::uint32_t auxiliary;
        std::uint32_t line;
    };
    struct Match {
        std::uint32_t payment;
        std::uint32_t invoice;       // in invoices_
        std::uint32_t choice;        // of choices_, which invoices were waiting; 0: this one only
        bool more_payments = false;  // than invoices
    };

    using Opening = std::tuple<std::size_t, std::uint64_t, Money>;  // export, party, amount

    [[nodiscard]] Purpose purpose(std::uint32_t line);
    void add_shares(std::uint32_t line, const Purpose& of, Shares& to);
    void add_opening(std::uint32_t line, Shares& to);
    [[nodiscard]] bool add_earlier(std::uint32_t line, Shares& to);
    [[nodiscard]] bool all_alike(const std::vector<std::uint32_t>& invoices);
    [[nodiscard]] Opening opening_of(std::uint32_t line) const;
    [[nodiscard]] bool of_other_code(std::uint32_t one, std::uint32_t other) const;
    [[nodiscard]] Shares lettered(std::uint32_t line);
    [[nodiscard]] bool opens_with(std::uint64_t party, Money owed);
    [[nodiscard]] Shares shares_of(const LetterSet& set);
    [[nodiscard]] Traced by_amount(std::uint32_t line);
    [[nodiscard]] Shares of_invoice(const Invoice& invoice);
    void find_invoices();
    void match_payments(std::vector<Payment>& payments);
    void match_equal(std::span<const Payment> payments);
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> invoices_of(std::uint64_t party) const;
    [[nodiscard]] Payable state_of(std::uint32_t line) const;
    void add_direct(std::uint32_t auxiliary, Shares& to) const;

    const Ledgers& ledgers_;
    const std::vector<LedgerPieces>& pieces_;
    const AccountKinds& kinds_;
    LetterSets sets_;
    bool invoices_known_ = false;
    std::map<Opening, std::size_t> openings_;                              // how many of later exports are alike
    std::map<std::pair<std::size_t, std::string>, std::size_t> vouchers_;  // of an export, how many openings have it
    bool opens_ = false;  // the first export, with what parties owe or are owed
    std::map<std::pair<std::uint64_t, bool>, Money>
        opened_;                     // the most, by party and whether that is less than nothing
    std::vector<Invoice> invoices_;  // by party, state, amount, date and line
    std::vector<Match> matches_;     // by payment
    std::vector<Direct> directs_;    // by auxiliary account
    std::vector<std::vector<std::uint32_t>> choices_{{}};
    // Of what has so many lines that it is not worked out again each time.
    std::unordered_map<std::uint32_t, Purpose> purposes_;
    std::unordered_map<std::uint32_t, Shares> large_sets_;  // by the first line
    std::unordered_map<std::uint64_t, Shares> usual_;
};

}  // namespace msp
