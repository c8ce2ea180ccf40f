// SPDX-License-Identifier: MIT
// A first budget from the books of a year: what moved cash comes again a year later. A line has an account of the books
// each, never a person. What does not come back, or has no account that says what it is for, is left and named.
#pragma once

#include <msp/actuals/rhythm.hpp>
#include <msp/diag/message.hpp>
#include <msp/law/category.hpp>
#include <msp/ledger/ledger.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class DraftKind : std::uint8_t { expense, income, transfer };

struct DraftLine {
    DraftKind kind = DraftKind::expense;
    std::string id;
    std::vector<std::string> accounts;  // prefixes; of a transfer none
    CategoryIndex category = 0;
    std::size_t bank = 0;     // of the draft: where most of it moved
    std::size_t paid_to = 0;  // of a transfer
    Rhythm rhythm;            // amounts as the line has them, a refund negative
    std::int64_t days = 0;    // with a payment
    Money least;              // of one
    Money most;
    Date first;
    Money came;              // into the accounts positive
    bool estimated = false;  // some of it is, by other invoices of the same party
};

struct DraftBank {
    std::string id;
    std::string account;
    Money opening;
};

// A payment of it in the year that follows.
struct AciDraft {
    std::vector<std::string> accounts;
    std::size_t bank = 0;
    std::int64_t days = 0;
    Money came;
    std::optional<DayAmount> balance;  // of the year before: what the books had as income to receive
    std::optional<DayAmount> advance;
};

enum class LeftBecause : std::uint8_t {
    no_invoice,     // a party's, and nothing says what for
    rare,           // capital, loans received, investment, current accounts: they do not come back by themselves
    nothing,        // it came and went
    unbalanced,     // the entry has no account for it
    earlier,        // more than twelve months before the last
    several_banks,  // moved at once
};

// Of no line. Accounts are cut to their first digits, since others may be names.
struct LeftMoney {
    std::string account;
    LeftBecause because = LeftBecause::no_invoice;
    std::int64_t count = 0;
    Money in;
    Money out;
    std::uint32_t line = 0;  // the first, of the file
};

// Of one export.
struct BudgetDraft {
    std::vector<DraftBank> banks;  // the one that moved most comes first; none: the export has no cash
    std::vector<DraftLine> lines;  // receipts first, by account
    std::optional<AciDraft> aci;
    std::vector<LeftMoney> left;
    Date until;  // the books are read to
    Date opens;  // the day after, or the first of the month where no business day is left
    MonthsSeen seen;
    bool opened = false;  // the export has opening balances
    Money opening;        // the four make the fifth
    Money placed;
    Money not_placed;
    Money closing;
    Money on_the_way;  // of closing: on no bank's account yet
    Money later;       // moved after that day, not used
    std::int64_t later_count = 0;
};

// Without `until` up to the last bank entry. Ids are those of categories, in the language of the budget's keys. A
// budget has one ACI: without it what would be one is a line.
[[nodiscard]] BudgetDraft draft_of(const Fec& ledger, const Catalogue& catalogue, Language keys,
                                   std::optional<Date> until, bool with_aci);

// Where several have one id, each gets its account, and that of a second entity its number too.
void tell_apart(std::vector<BudgetDraft>& drafts);

}  // namespace msp
