// SPDX-License-Identifier: MIT
// Private to the module: which columns of a bank's CSV file hold what.
#pragma once

#include <msp/read/csv_records.hpp>
#include <msp/statement/columns.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace msp {

enum class CsvField : std::uint8_t {
    date,
    value_date,
    label,
    reference,
    amount,
    debit,
    credit,
    balance,
    currency,
    status,
    item,     // a line of the budget
    category  // of one
};
inline constexpr std::size_t csv_fields = 12;

struct CsvHeading {
    std::array<std::optional<std::size_t>, csv_fields> column_of;  // of a record
    std::size_t columns = 0;
    std::optional<std::size_t> given;  // which of the columns that a user typed they are

    [[nodiscard]] std::optional<std::size_t> operator[](CsvField field) const {
        return column_of.at(static_cast<std::size_t>(field));
    }
    [[nodiscard]] bool has(CsvField field) const { return (*this)[field].has_value(); }
    // A day, words, and an amount or its two sides.
    [[nodiscard]] bool whole() const;
};

// Of the columns that a user typed those that all stand there, else by the words that banks use.
[[nodiscard]] CsvHeading csv_heading(std::span<const CsvCell> cells, std::span<const StatementColumns> given);

}  // namespace msp
