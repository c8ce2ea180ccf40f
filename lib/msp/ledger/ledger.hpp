// SPDX-License-Identifier: MIT
// An accounting export: the fichier des écritures comptables (FEC) of article A47 A-1 of the Livre des procédures
// fiscales, as accounting software really writes it. The file is mapped, and its texts are never copied: a line keeps
// where it begins, its amount, and numbers that stand for its account, journal and entry.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/source.hpp>
#include <msp/ledger/columns.hpp>
#include <msp/money/money.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

class LedgerFindings;

enum class LedgerCode : std::uint8_t { ascii, utf8, latin9, windows_1252 };
enum class LineEnd : std::uint8_t { lf, cr };

// How a file is written, as its own bytes tell it.
struct LedgerForm {
    char separator = '\t';
    bool quoted = false;  // fields may stand between quotation marks
    LedgerCode code = LedgerCode::ascii;
    LineEnd end = LineEnd::lf;
    std::uint16_t fields = 0;         // that the header names
    std::uint16_t empty_at_end = 0;   // fields that the header ends with, without a name
    std::uint32_t header_begin = 0;   // byte offsets
    std::uint32_t records_begin = 0;  // behind the header
    std::uint32_t records_line = 2;   // the number of the line there
    LedgerFields field_of = no_ledger_fields();

    [[nodiscard]] bool has(LedgerColumn column) const { return field_of[column] >= 0; }
    // Columns of cash books (VIII-5 and VIII-7): the day and means of payment.
    [[nodiscard]] bool cash() const { return has(LedgerColumn::paid_on); }
    // One amount and its side instead of debit and credit.
    [[nodiscard]] bool by_side() const { return !has(LedgerColumn::debit); }
};

// Thirty-two bytes.
struct LedgerLine {
    Money amount;  // debit less credit
    std::uint32_t begin = 0;
    Date date;
    std::uint32_t account = 0;       // of Fec::accounts()
    std::uint32_t auxiliary = 0;     // of Fec::auxiliaries(), which has those of IdClient too; 0 for none
    std::uint32_t entry = 0;         // of Fec::entries()
    std::uint32_t letter : 30 = 0;   // the lettering group, from 1; 0 for none
    std::uint32_t opens : 1 = 0;     // of an entry that holds balances that a year begins with
    std::uint32_t may_open : 1 = 0;  // of one that may be such an entry, and is told to be in doubt
};

// Lines of one journal and number. Where producers give many entries one number, check_ledger() looks into it.
struct LedgerEntry {
    std::uint32_t first = 0;
    std::uint32_t lines : 30 = 0;
    std::uint32_t scattered : 1 = 0;   // other lines stand between them
    std::uint32_t incomplete : 1 = 0;  // a line of it could not be read
};

// Lines of one account, auxiliary account and lettering code.
struct LetterGroup {
    std::uint32_t first = 0;
    std::uint32_t lines = 0;
};

// A line's fields as they stand in the file, without the blanks around them.
struct LedgerRecord {
    LedgerValues<std::string_view> fields;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // before the line end

    [[nodiscard]] std::string_view operator[](LedgerColumn column) const { return fields[column]; }
};

class Fec {
 public:
    Fec(SourceId source, std::string_view text, const LedgerForm& form) : source_(source), text_(text), form_(form) {}

    [[nodiscard]] SourceId source() const { return source_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] const LedgerForm& form() const { return form_; }
    [[nodiscard]] const std::vector<LedgerLine>& lines() const { return lines_; }
    [[nodiscard]] const std::vector<LedgerEntry>& entries() const { return entries_; }
    [[nodiscard]] const std::vector<LetterGroup>& letters() const { return letters_; }  // group n is at n - 1
    // Debit less credit, of each of them.
    [[nodiscard]] const std::vector<Money>& entry_sums() const { return entry_sums_; }
    [[nodiscard]] const std::vector<Money>& letter_sums() const { return letter_sums_; }
    // Whether each line could be read.
    [[nodiscard]] bool complete() const { return complete_; }
    // As the file has them; in_utf8() makes words of them.
    [[nodiscard]] const std::vector<std::string_view>& accounts() const { return accounts_; }
    [[nodiscard]] const std::vector<std::string_view>& auxiliaries() const { return auxiliaries_; }
    [[nodiscard]] const std::vector<std::string_view>& journals() const { return journals_; }
    // Of journals(), which are called by their codes, or by their labels where they have none.
    [[nodiscard]] std::uint32_t journal_of(const LedgerLine& line) const { return entry_journals_[line.entry]; }
    // In the file, of the line at this index.
    [[nodiscard]] std::uint32_t number_of(std::uint32_t index) const;

    [[nodiscard]] LedgerRecord record(const LedgerLine& line) const;
    // Its day; of a cash book that of the payment, where it has one.
    [[nodiscard]] Date moved_on(const LedgerLine& line) const;
    [[nodiscard]] std::string in_utf8(std::string_view raw) const;
    // A field in words.
    [[nodiscard]] std::string text(const LedgerLine& line, LedgerColumn column) const {
        return in_utf8(record(line)[column]);
    }

 private:
    friend class LedgerReader;
    SourceId source_;
    std::string_view text_;
    LedgerForm form_;
    std::vector<LedgerLine> lines_;
    // Numbers of lines: from this index on they are so much more than the index.
    struct NumberStep {
        std::uint32_t index;
        std::uint32_t more;
    };
    std::vector<NumberStep> steps_;
    std::vector<LedgerEntry> entries_;
    std::vector<std::uint32_t> entry_journals_;
    std::vector<LetterGroup> letters_;
    std::vector<Money> entry_sums_;
    std::vector<Money> letter_sums_;
    bool complete_ = true;
    std::vector<std::string_view> accounts_;
    std::vector<std::string_view> auxiliaries_;
    std::vector<std::string_view> journals_;
};

// Reads the text of `source`, which map_file() has added. Nothing, with a finding, where no line could be read. All
// that is wrong with single lines is found; a line without a day or an amount that can be read is left out.
[[nodiscard]] std::optional<Fec> read_ledger(const Sources& sources, SourceId source, LedgerFindings& findings);

}  // namespace msp
