// SPDX-License-Identifier: MIT
// Private to the module: what a payment of a supplier or a member is for. Its invoice tells, which stands in another
// entry: found by the lettering, else by amount and date; else the party's other invoices give an estimate.
#pragma once

#include <msp/actuals/account_kinds.hpp>
#include <msp/ledger/pieces.hpp>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace msp {

struct TracedShare {
    std::uint32_t account = 0;  // what it is for
    std::uint32_t line = 0;     // of the invoice; no_line where several are meant
    Money weight;
    bool estimated = false;
};
inline constexpr std::uint32_t no_line = UINT32_MAX;
inline constexpr std::uint32_t no_account = UINT32_MAX;

class PaymentTrace {
 public:
    PaymentTrace(const Fec& ledger, const LedgerPieces& pieces, const AccountKinds& kinds);

    // Of a line of a party in an entry that moves cash. Empty where no invoice is known; else the weights do not come
    // to zero. What the lettering ties to an opening is estimated by the party's other invoices.
    [[nodiscard]] std::vector<TracedShare> invoiced(std::uint32_t line);
    // By all invoices of the party; empty where there are none.
    [[nodiscard]] std::vector<TracedShare> usual(const LedgerLine& line);

 private:
    // What the entry of an invoice is for, which its third-party lines share.
    struct Purpose {
        bool moves_cash = false;
        std::vector<TracedShare> natures;  // their weights do not come to zero, or there are none
    };
    struct Invoice {
        Money amount;
        std::uint32_t account;
        std::uint32_t auxiliary;
        Date date;
        std::uint32_t line;
        bool lettered;
    };

    [[nodiscard]] Purpose purpose(std::uint32_t line);
    void add_shares(std::uint32_t line, std::vector<TracedShare>& to);
    [[nodiscard]] std::vector<TracedShare> lettered(std::uint32_t group);
    [[nodiscard]] std::vector<TracedShare> by_amount(const LedgerLine& line);
    void find_invoices();

    const Fec& ledger_;
    const LedgerPieces& pieces_;
    const AccountKinds& kinds_;
    std::vector<std::uint32_t> group_ends_;  // in group_lines_, of one lettering group after the other
    std::vector<std::uint32_t> group_lines_;
    bool invoices_known_ = false;
    std::vector<Invoice> invoices_;  // by account, auxiliary, lettering, amount and date
    // Of what has so many lines that it is not worked out again each time.
    std::unordered_map<std::uint32_t, Purpose> purposes_;
    std::unordered_map<std::uint32_t, std::vector<TracedShare>> groups_;
    std::unordered_map<std::uint64_t, std::vector<TracedShare>> usual_;
};

}  // namespace msp
