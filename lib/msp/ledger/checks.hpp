// SPDX-License-Identifier: MIT
// Private to the module: the parts of check_ledger(), and what one of them knows that the others need not say again.
#pragma once

#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct LedgerChecks {
    const Fec& ledger;
    LedgerFindings& findings;
    std::set<std::uint32_t> told_lines = {};       // whose day or number is told, by index
    std::set<std::uint32_t> told_letters = {};     // groups that an entry's fault explains
    std::vector<std::uint32_t> number_lines = {};  // where a number stands that is another's

    [[nodiscard]] const LedgerLine& line(std::uint32_t index) const { return ledger.lines()[index]; }
    // The field of a line, or where it would stand.
    [[nodiscard]] LedgerPlace place(std::uint32_t index, LedgerColumn column) const;
    [[nodiscard]] std::string words(std::uint32_t index, LedgerColumn column) const {
        return ledger.text(line(index), column);
    }
    [[nodiscard]] std::string journal(std::uint32_t index) const {
        return ledger.in_utf8(ledger.journals()[ledger.journal_of(line(index))]);
    }
    // The amount that stands in the line, debit or credit.
    [[nodiscard]] LedgerPlace amount_place(std::uint32_t index) const;
};

// Each entry comes to zero and has one day.
void check_entries(LedgerChecks& checks);
// Numbers are of one entry each, and none is missing.
void check_numbers(LedgerChecks& checks);
// Lines of one lettering code come to zero.
void check_letters(LedgerChecks& checks);
// Days are of the exercise, which the name tells, or most of the lines.
void check_year(LedgerChecks& checks, std::string_view path);

}  // namespace msp
