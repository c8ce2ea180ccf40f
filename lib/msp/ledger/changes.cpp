// SPDX-License-Identifier: MIT
#include <msp/ledger/changes.hpp>
#include <msp/ledger/groups.hpp>
#include <msp/ledger/record.hpp>
#include <msp/ledger/values.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace msp {
namespace {

// By 64 bits of hash: among a million entries two share one in thirty million exports.
struct HashedEntry {
    std::uint64_t key = 0;      // journal, number, day
    std::uint64_t content = 0;  // of its lines, in any order
    Money debit;
    std::uint32_t line = 0;  // the first one, by index
    bool validated = false;
};

class EntryHashes {
 public:
    explicit EntryHashes(const Fec& ledger) : ledger_(ledger), records_(ledger.text(), ledger.form()) {}

    // Sorted by key.
    std::vector<HashedEntry> all() {
        std::vector<HashedEntry> found;
        for (std::uint32_t i = 0; i < ledger_.lines().size(); ++i) {
            const LedgerLine& line = ledger_.lines()[i];
            records_.read(line.begin, record_);
            const auto day = static_cast<std::uint64_t>(line.date.days());
            const std::uint64_t key = mixed(mixed(hash(LedgerColumn::journal), hash(LedgerColumn::number)), day);
            if (found.empty() || found.back().key != key)
                found.push_back({key, 0, Money(), i, false});
            HashedEntry& entry = found.back();
            entry.content += content(line);
            entry.debit += std::max(line.amount, Money());
            entry.validated = entry.validated || !no_ledger_day(records_.field(record_, LedgerColumn::validated));
        }
        std::ranges::stable_sort(found, {}, &HashedEntry::key);
        join(found);
        return found;
    }

 private:
    [[nodiscard]] std::uint64_t hash(LedgerColumn column) const {
        const std::string_view raw = records_.field(record_, column);
        const bool ascii = std::ranges::none_of(raw, [](char c) { return (c & 0x80) != 0; });
        return std::hash<std::string_view>()(ascii ? raw : std::string_view(ledger_.in_utf8(raw)));
    }

    [[nodiscard]] std::uint64_t content(const LedgerLine& line) const {
        std::uint64_t sum = mixed(static_cast<std::uint64_t>(line.amount.cents()), 1);
        for (const LedgerColumn column :
             {LedgerColumn::account, LedgerColumn::auxiliary, LedgerColumn::piece, LedgerColumn::label})
            sum = mixed(sum, hash(column));
        return sum;
    }

    // Lines of one entry need not stand together.
    static void join(std::vector<HashedEntry>& entries) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (kept == 0 || entries[kept - 1].key != entries[i].key) {
                entries[kept++] = entries[i];
                continue;
            }
            HashedEntry& same = entries[kept - 1];
            same.content += entries[i].content;
            same.debit += entries[i].debit;
            same.validated = same.validated || entries[i].validated;
        }
        entries.resize(kept);
    }

    const Fec& ledger_;
    RecordReader records_;
    RawRecord record_;
};

class ChangeFinder {
 public:
    ChangeFinder(const Fec& before, const Fec& after, LedgerFindings& findings)
        : before_(before), after_(after), findings_(findings) {}

    LedgerChanges find() {
        const std::vector<HashedEntry> old = EntryHashes(before_).all();
        const std::vector<HashedEntry> now = EntryHashes(after_).all();
        auto left = old.begin();
        auto right = now.begin();
        while (left != old.end() || right != now.end()) {
            if (right == now.end() || (left != old.end() && left->key < right->key)) {
                add(ChangeKind::removed, &*left++, nullptr);
            } else if (left == old.end() || right->key < left->key) {
                add(ChangeKind::added, nullptr, &*right++);
            } else {
                if (left->content != right->content)
                    add(ChangeKind::changed, &*left, &*right);
                else
                    ++changes_.unchanged;
                ++left;
                ++right;
            }
        }
        std::ranges::sort(changes_.entries, {},
                          [](const EntryChange& change) { return std::tuple(change.date, change.line, change.kind); });
        for (const EntryChange& change : changes_.entries)
            tell(change);
        for (auto& [month, change] : months_)
            changes_.months.push_back(change);
        return std::move(changes_);
    }

 private:
    void add(ChangeKind kind, const HashedEntry* old, const HashedEntry* now) {
        const Fec& ledger = now != nullptr ? after_ : before_;
        const std::uint32_t index = now != nullptr ? now->line : old->line;
        const LedgerLine& line = ledger.lines()[index];
        EntryChange change{
            kind, line.date, ledger.text(line, LedgerColumn::journal), ledger.text(line, LedgerColumn::number), {}, {}};
        change.before = old != nullptr ? old->debit : Money();
        change.after = now != nullptr ? now->debit : Money();
        change.line = ledger.number_of(index);
        change.validated = old != nullptr && old->validated;
        MonthChange& month = months_[Month::of(line.date)];
        month.month = Month::of(line.date);
        ++(kind == ChangeKind::added ? month.added : kind == ChangeKind::removed ? month.removed : month.changed);
        month.before += change.before;
        month.after += change.after;
        if (change.validated && kind == ChangeKind::changed)
            places_.emplace(change.line, LedgerPlace{ledger.record(line).begin, ledger.record(line).end, change.line});
        changes_.entries.push_back(std::move(change));
    }

    void tell(const EntryChange& change) {
        if (!change.validated || !findings_.another(LedgerFault::validated))
            return;
        const bool removed = change.kind == ChangeKind::removed;
        findings_.tell(
            {LedgerFault::validated,
             removed ? LedgerPlace() : places_.at(change.line),
             {removed
                  ? tr("entry {number} of journal {journal}, of {day}, was validated in the earlier export and is gone")
                  : tr("entry {number} of journal {journal}, of {day}, was validated in the earlier export and has "
                       "changed"),
              {{"number", change.number}, {"journal", change.journal}, {"day", change.date}}},
             Message{tr("a validated entry is corrected by another one"), {}}});
    }

    const Fec& before_;
    const Fec& after_;
    LedgerFindings& findings_;
    LedgerChanges changes_;
    std::map<Month, MonthChange> months_;
    std::map<std::uint32_t, LedgerPlace> places_;  // by line number
};

}  // namespace

LedgerChanges ledger_changes(const Fec& before, const Fec& after, LedgerFindings& findings) {
    return ChangeFinder(before, after, findings).find();
}

}  // namespace msp
