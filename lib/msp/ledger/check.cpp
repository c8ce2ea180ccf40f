// SPDX-License-Identifier: MIT
#include <msp/ledger/check.hpp>
#include <msp/ledger/checks.hpp>

#include <algorithm>

namespace msp {

LedgerPlace LedgerChecks::place(std::uint32_t index, LedgerColumn column) const {
    const LedgerLine& of = line(index);
    const LedgerRecord record = ledger.record(of);
    const std::string_view field = record[column];
    if (field.data() == nullptr || field.empty())
        return {record.begin, record.end, ledger.number_of(index)};
    const auto begin = static_cast<std::uint32_t>(field.data() - ledger.text().data());
    const char end = ledger.form().end == LineEnd::cr ? '\r' : '\n';
    const std::string_view before = ledger.text().substr(record.begin, begin - record.begin);
    return {begin, begin + static_cast<std::uint32_t>(field.size()),
            ledger.number_of(index) + static_cast<std::uint32_t>(std::ranges::count(before, end))};
}

LedgerPlace LedgerChecks::amount_place(std::uint32_t index) const {
    if (ledger.form().by_side())
        return place(index, LedgerColumn::amount);
    return place(index, line(index).amount.negative() ? LedgerColumn::credit : LedgerColumn::debit);
}

void check_ledger(const Fec& ledger, std::string_view path, LedgerFindings& findings) {
    LedgerChecks checks{ledger, findings};
    check_entries(checks);
    check_numbers(checks);
    check_letters(checks);
    check_year(checks, path);
}

}  // namespace msp
