// SPDX-License-Identifier: MIT
#include <msp/report/booked_words.hpp>
#include <msp/report/forecast.hpp>

namespace msp {

std::string account_text(const MappedExport& of, std::uint32_t account) {
    return account == UINT32_MAX ? "" : of.ledgers->accounts()[account];
}

std::string label_at(const MappedExport& of, std::uint32_t line) {
    return of.ledger != nullptr ? of.ledger->text(of.ledger->lines()[line], LedgerColumn::label)
                                : of.statement->entries[line].label;
}

std::int64_t number_at(const MappedExport& of, std::uint32_t line) {
    return of.ledger != nullptr ? of.ledger->number_of(line) : of.statement->entries[line].line;
}

std::string label_of(const ComparedRow& row, Language language) {
    if (!row.line)
        return std::string(translate(row.apart ? tr("Depreciation and provisions") : tr("Unmapped"), language));
    return name_of(*row.line->budget, row.line->index, Part::whole, language);
}

WordCell certainty_word(bool estimated, Language language) {
    return {estimated ? "estimated" : "certain", translate(estimated ? tr("estimated") : tr("certain"), language),
            estimated ? Style::strong : Style::faint};
}

}  // namespace msp
