// SPDX-License-Identifier: MIT
// What calls, the settlement of an exercise and distributions are in the books: entries of two sides, each of one
// amount on one account against another, so that each balances. A call is owed by the member and income of the entity;
// an advance is owed and goes to the member's current account; a settlement corrects the income to what the member's
// share really came to, on the last day of the exercise. Of who has left all that stands on the account of advances is
// then set against what they owe, so that what is left there is their final account. Money that moves on a bank is not
// among them: it comes with the bank's own journal.
#pragma once

#include <msp/charges/settlement.hpp>
#include <msp/distribution/distributed.hpp>

#include <span>
#include <vector>

namespace msp {

enum class EntryKind : std::uint8_t { call, advance, settlement, distribution, leaving };

struct JournalEntry {
    EntryKind kind = EntryKind::call;
    Date date = {};
    std::size_t member = 0;
    const AdvanceCall* advance = nullptr;        // of an advance
    const Distribution* distribution = nullptr;  // of a distribution
    AccountRole debit = AccountRole::members;
    AccountRole credit = AccountRole::income;
    Money amount = {};  // above zero: what is taken back changes the sides
};

// The member's own account stands beside these.
[[nodiscard]] bool is_of_members(AccountRole role);

// A side of an entry.
struct Posting {
    const JournalEntry* entry = nullptr;
    AccountRole account = AccountRole::members;
    Money debit;
    Money credit;
};

// Of an entity in an exercise, by day, then calls, advances, settlement, distributions and departures, each by member.
// `days` are the exercise; the distributions are all of the budget.
[[nodiscard]] std::vector<JournalEntry> entries_of(const Budget& budget, std::span<const Call> calls,
                                                   const Settlement& settlement,
                                                   std::span<const Distributed> distributions, EntityIndex entity,
                                                   const Window& days);

// Two of each.
[[nodiscard]] std::vector<Posting> postings_of(const std::vector<JournalEntry>& entries);

// What each side of them comes to.
[[nodiscard]] Money total_of(const std::vector<JournalEntry>& entries);

}  // namespace msp
