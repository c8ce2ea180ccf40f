// SPDX-License-Identifier: MIT
// The columns that the law names, in its order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

enum class LedgerColumn : std::uint8_t {
    journal,
    journal_label,
    number,
    date,
    account,
    account_label,
    auxiliary,
    auxiliary_label,
    piece,
    piece_date,
    label,
    debit,
    credit,
    letter,
    letter_date,
    validated,
    currency_amount,
    currency,
    paid_on,
    means,
    nature,
    client,
    amount,  // instead of debit
    side,    // instead of credit
};
inline constexpr std::size_t ledger_columns = 24;

// One value a column.
template <typename Value>
struct LedgerValues : std::array<Value, ledger_columns> {
    [[nodiscard]] Value& operator[](LedgerColumn column) { return this->at(static_cast<std::size_t>(column)); }
    [[nodiscard]] const Value& operator[](LedgerColumn column) const {
        return this->at(static_cast<std::size_t>(column));
    }
};

// The field of a record that holds a column; -1 where the file has no such column.
using LedgerFields = LedgerValues<std::int16_t>;
[[nodiscard]] constexpr LedgerFields no_ledger_fields() {
    LedgerFields none{};
    for (std::int16_t& field : none)
        field = -1;
    return none;
}

// "JournalCode", as the law spells it.
[[nodiscard]] std::string_view name_of(LedgerColumn column);

struct NamedColumn {
    LedgerColumn column;
    bool by_law;  // the name is the law's, but for case and accents
};
// A name of a header: case and accents do not count, and names that producers use instead are known.
[[nodiscard]] std::optional<NamedColumn> column_named(std::string_view raw);

// Letters and digits only, small, without accents, whether in UTF-8 or in one byte a character.
[[nodiscard]] std::string folded_name(std::string_view raw);

}  // namespace msp
