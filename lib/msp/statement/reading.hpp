// SPDX-License-Identifier: MIT
// Private to the module: a text that is read, and what every reader says of it.
#pragma once

#include <msp/statement/statement.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace msp {

class StatementReading {
 public:
    StatementReading(Sources& sources, SourceId source, Diagnostics& diagnostics)
        : sources_(sources), source_(source), text_(sources.text(source)), diagnostics_(diagnostics) {}

    [[nodiscard]] Sources& sources() const { return sources_; }
    [[nodiscard]] SourceId source() const { return source_; }
    [[nodiscard]] std::string_view text() const { return text_; }

    // Of a part of the text.
    [[nodiscard]] Span span(std::string_view part) const;
    [[nodiscard]] std::uint32_t line(Span at) const;
    void error(const char* id, Message message, Span at, std::optional<Message> help = {},
               std::vector<Note> notes = {}) const;
    void warning(const char* id, Message message, Span at, std::optional<Message> help = {}) const;

    // By characters, to whole cents, below zero with a minus or in brackets; an error and nothing where that is not
    // what stands there.
    [[nodiscard]] std::optional<Money> amount(std::string_view written, Span at) const;
    // AAAAMMJJ or 2026-04-15, a time behind it or not.
    [[nodiscard]] std::optional<Date> iso_day(std::string_view written, Span at) const;
    // The same, or 15/04/2026, 5/4/2026 or 05/04/26.
    [[nodiscard]] std::optional<Date> day(std::string_view written, Span at) const;
    void no_day(std::string_view written, Span at) const;
    // Nothing, or EUR: other money has no place in a budget.
    [[nodiscard]] bool is_euro(std::string_view currency, Span at) const;

 private:
    Sources& sources_;
    SourceId source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
};

// Blanks at both ends and line ends go; several become one.
[[nodiscard]] std::string one_line(std::string_view text);
// Appends words to a label that has not got them.
void add_words(std::string& label, std::string_view words);

using Statements = std::vector<AccountStatement>;

[[nodiscard]] Statements read_cfonb(const StatementReading& reading);
[[nodiscard]] bool is_cfonb(std::string_view text);
[[nodiscard]] Statements read_ofx(const StatementReading& reading);
[[nodiscard]] bool is_ofx(std::string_view text);
// All other XML: a file that is none has an error.
[[nodiscard]] Statements read_camt(const StatementReading& reading);
[[nodiscard]] bool is_camt(std::string_view text);
[[nodiscard]] Statements read_qif(const StatementReading& reading);
[[nodiscard]] bool is_qif(std::string_view text);

[[nodiscard]] Statements read_bank_csv(const StatementReading& reading, std::span<const StatementColumns> given,
                                       Diagnostics& diagnostics);
// A line of it has the headings that are needed.
[[nodiscard]] bool is_bank_csv(Sources& sources, SourceId source, std::span<const StatementColumns> given);

}  // namespace msp
