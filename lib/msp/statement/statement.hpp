// SPDX-License-Identifier: MIT
// A bank's statement, whatever the form of its file: what was booked on which day, and what the account held before and
// after. A file is told by what is in it; what cannot be read is refused with its place, and nothing is left out
// without a word.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>
#include <msp/money/money.hpp>
#include <msp/statement/account.hpp>
#include <msp/statement/columns.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class StatementForm : std::uint8_t { csv, camt053, cfonb120, ofx, qif };

// "CFONB 120", as banks call it.
[[nodiscard]] std::string_view name_of(StatementForm form);

// What the account held that evening.
struct StatementBalance {
    Money amount;
    Date date;
    Span place;
};

struct StatementEntry {
    Money amount;  // into the account positive
    Date date;     // on which it was booked
    std::optional<Date> value_date;
    std::string label;
    std::string reference;
    std::string item;      // of a journal that names lines of the budget
    std::string category;  // of one that names their categories
    Span place;
    std::uint32_t line = 0;  // of the file
};

// One account, over the days of one file.
struct AccountStatement {
    SourceId source = SourceId::nowhere;
    StatementForm form = StatementForm::cfonb120;
    BankAccount account;
    std::optional<StatementBalance> opening;
    std::optional<StatementBalance> closing;
    std::vector<StatementEntry> entries;  // by day, those of one day in the order of the file
    std::int64_t pending = 0;             // not yet booked: not among the entries
    std::optional<std::size_t> columns;   // of CSV, which of the given ones it has

    [[nodiscard]] Money moved() const;
    // Of its days: the one after the opening balance, or of the first entry.
    [[nodiscard]] std::optional<Date> first() const;
    // That of the closing balance, or of the last entry.
    [[nodiscard]] std::optional<Date> last() const;
    // In the evening of a day; nothing where the file has no balance at all.
    [[nodiscard]] std::optional<Money> balance_on(Date day) const;
};

// Adds the text of a file that map_file() has added, in UTF-8 from whatever encoding; lines and columns are those of
// the file. Nothing for what is no bank's: UTF-16, or more than largest_file.
[[nodiscard]] std::optional<SourceId> statement_text(Sources& sources, SourceId mapped);

// What a text of statement_text() is; nothing where it is none of them. `columns` are headings of CSV files beside
// those that banks are known to use.
[[nodiscard]] std::optional<StatementForm> statement_form(Sources& sources, SourceId source,
                                                          std::span<const StatementColumns> columns);

// Each account of a text of statement_text(). Opening balance and movements make the closing balance where the file has
// both; statements of one account that follow each other are one. With errors, what is returned is not whole.
[[nodiscard]] std::vector<AccountStatement> read_statements(Sources& sources, SourceId source, StatementForm form,
                                                            std::span<const StatementColumns> columns,
                                                            Diagnostics& diagnostics);

}  // namespace msp
