// SPDX-License-Identifier: MIT
// The exports of one entity as one: parts of a year and years that follow each other. Lines are numbered through all of
// them; accounts, auxiliary accounts and journals have the same number wherever they have the same name.
#pragma once

#include <msp/ledger/ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace msp {

class Ledgers {
 public:
    // The older first; they outlive it.
    explicit Ledgers(const std::vector<const Fec*>& exports);

    [[nodiscard]] std::size_t size() const { return parts_.size(); }
    [[nodiscard]] const Fec& operator[](std::size_t part) const { return *parts_[part].ledger; }
    // The number of its first line.
    [[nodiscard]] std::uint32_t first_of(std::size_t part) const { return parts_[part].first; }
    [[nodiscard]] std::size_t part_of(std::uint32_t line) const {
        std::size_t part = parts_.size() - 1;
        while (parts_[part].first > line)
            --part;
        return part;
    }

    [[nodiscard]] const LedgerLine& line(std::uint32_t line) const {
        const Part& of = parts_[part_of(line)];
        return of.ledger->lines()[line - of.first];
    }
    [[nodiscard]] std::uint32_t account(std::uint32_t line) const {
        const Part& of = parts_[part_of(line)];
        return of.accounts[of.ledger->lines()[line - of.first].account];
    }
    [[nodiscard]] std::uint32_t auxiliary(std::uint32_t line) const {
        const Part& of = parts_[part_of(line)];
        return of.auxiliaries[of.ledger->lines()[line - of.first].auxiliary];
    }
    [[nodiscard]] std::uint32_t journal(std::uint32_t line) const {
        const Part& of = parts_[part_of(line)];
        return of.journals[of.ledger->journal_of(of.ledger->lines()[line - of.first])];
    }
    // Its account and auxiliary account.
    [[nodiscard]] std::uint64_t party(std::uint32_t line) const {
        return (std::uint64_t{account(line)} << 32U) | auxiliary(line);
    }
    [[nodiscard]] bool opens(std::uint32_t line) const {
        const Part& of = parts_[part_of(line)];
        return of.ledger->lines()[line - of.first].opens != 0;
    }
    [[nodiscard]] std::string text(std::uint32_t line, LedgerColumn column) const {
        const Part& of = parts_[part_of(line)];
        return of.ledger->text(of.ledger->lines()[line - of.first], column);
    }

    // In UTF-8, by number.
    [[nodiscard]] const std::vector<std::string>& accounts() const { return accounts_.all; }
    [[nodiscard]] const std::vector<std::string>& auxiliaries() const { return auxiliaries_.all; }
    [[nodiscard]] const std::vector<std::string>& journals() const { return journals_.all; }

 private:
    struct Part {
        const Fec* ledger;
        std::uint32_t first;
        std::vector<std::uint32_t> accounts;  // numbers here, by the export's own
        std::vector<std::uint32_t> auxiliaries;
        std::vector<std::uint32_t> journals;
    };
    struct Numbered {
        std::vector<std::string> all;
        std::unordered_map<std::string, std::uint32_t> numbers;

        [[nodiscard]] std::vector<std::uint32_t> of(const Fec& ledger, const std::vector<std::string_view>& names);
    };

    std::vector<Part> parts_;
    Numbered accounts_;
    Numbered auxiliaries_;
    Numbered journals_;
};

// The positions of an entity's exports, the older first, whatever the order of their lines: by the middle of their
// days. One that has openings comes before those that share its days and have none: a year may be exported by journal.
[[nodiscard]] std::vector<std::size_t> oldest_first(std::span<const Fec* const> exports);

}  // namespace msp
