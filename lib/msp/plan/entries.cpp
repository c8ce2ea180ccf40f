// SPDX-License-Identifier: MIT
#include <msp/plan/entries.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace msp {
namespace {

class Entries {
 public:
    void add(JournalEntry entry, Money amount) {
        if (amount == Money())
            return;
        if (amount.negative())
            std::swap(entry.debit, entry.credit);
        entry.amount = absolute(amount);
        entries_.push_back(entry);
    }

    // All lines of a member's call are one entry.
    void add(std::span<const Call> calls) {
        std::map<std::tuple<Date, std::size_t, const AdvanceCall*>, Money> amounts;
        for (const Call& call : calls)
            amounts[{call.date, call.member, call.advance}] += call.amount;
        for (const auto& [of, amount] : amounts) {
            JournalEntry entry;
            std::tie(entry.date, entry.member, entry.advance) = of;
            entry.kind = entry.advance == nullptr ? EntryKind::call : EntryKind::advance;
            entry.credit = entry.advance == nullptr ? AccountRole::income : AccountRole::advances;
            add(entry, amount);
        }
    }

    void add(const Settlement& settlement, Date last) {
        for (const MemberSettlement& member : settlement.members) {
            add({.kind = EntryKind::settlement, .date = last, .member = member.member},
                member.total.share - member.total.called);
            add({.kind = EntryKind::leaving,
                 .date = last,
                 .member = member.member,
                 .debit = AccountRole::advances,
                 .credit = AccountRole::members},
                member.set_off);
        }
    }

    void add(const Budget& budget, const Distributed& distributed, std::int16_t exercise) {
        JournalEntry entry = {.kind = EntryKind::distribution, .distribution = distributed.of};
        std::tie(entry.debit, entry.credit) = sides_of(distributed.of->as);
        std::map<std::pair<Date, std::size_t>, Money> amounts;
        for (const Payment& payment : payments_of(budget, distributed)) {
            if (payment.exercise == exercise)
                amounts[{payment.date, distributed.beneficiaries[payment.beneficiary].member}] += payment.amount;
        }
        for (const auto& [of, amount] : amounts) {
            std::tie(entry.date, entry.member) = of;
            add(entry, amount);
        }
    }

    std::vector<JournalEntry> sorted() {
        const auto order = [](const JournalEntry& entry) { return std::pair(entry.date, entry.kind); };
        std::ranges::stable_sort(entries_, {}, order);
        return std::move(entries_);
    }

 private:
    static std::pair<AccountRole, AccountRole> sides_of(PaidAs as) {
        switch (as) {
            case PaidAs::fees:
                break;
            case PaidAs::result:
                return {AccountRole::result, AccountRole::result_due};
            case PaidAs::current_account:
                return {AccountRole::result, AccountRole::advances};
        }
        return {AccountRole::fees, AccountRole::fees_due};
    }

    std::vector<JournalEntry> entries_;
};

}  // namespace

bool is_of_members(AccountRole role) {
    return role != AccountRole::income && role != AccountRole::fees && role != AccountRole::result;
}

std::vector<JournalEntry> entries_of(const Budget& budget, std::span<const Call> calls, const Settlement& settlement,
                                     std::span<const Distributed> distributions, EntityIndex entity,
                                     const Window& days) {
    Entries entries;
    entries.add(calls);
    entries.add(settlement, days.last);
    for (const Distributed& each : distributions) {
        if (each.of->entity == entity)
            entries.add(budget, each, budget.exercise_of(days.last, entity));
    }
    return entries.sorted();
}

std::vector<Posting> postings_of(const std::vector<JournalEntry>& entries) {
    std::vector<Posting> postings;
    for (const JournalEntry& entry : entries) {
        postings.push_back({&entry, entry.debit, entry.amount, {}});
        postings.push_back({&entry, entry.credit, {}, entry.amount});
    }
    return postings;
}

Money total_of(const std::vector<JournalEntry>& entries) {
    Money total;
    for (const JournalEntry& entry : entries)
        total += entry.amount;
    return total;
}

}  // namespace msp
