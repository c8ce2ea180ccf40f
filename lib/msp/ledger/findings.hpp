// SPDX-License-Identifier: MIT
// What is wrong with an export. A fault that stands in a million lines is told at the first of them and counted.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

class Fec;
struct LedgerForm;

// How bad: what cannot be read is refused; what the law forbids is not legal, and reads; the rest is for who looks.
enum class Gravity : std::uint8_t { unreadable, illegal, doubtful };

enum class LedgerFault : std::uint8_t {
    unknown,
    column,
    columns,
    column_twice,
    column_name,
    column_order,
    separator,
    quotes,
    encoding,
    trailing,
    no_lines,
    fields,
    broken,
    blank,
    control,
    amount,
    amount_form,
    side,
    date,
    other_date,
    date_form,
    account,
    empty,
    both_sides,
    zero,
    balance,
    journal,
    entry_dates,
    number,
    number_constant,
    number_twice,
    number_gap,
    year,
    opening_date,
    closing,
    lettering,
    chart,
    name,
    siren,
    name_date,
    validated,
    opening,
    side_form,
};
inline constexpr std::size_t ledger_faults = 43;

[[nodiscard]] Gravity gravity_of(LedgerFault fault);
// "fec.amount", as a diagnostic has it.
[[nodiscard]] const char* id_of(LedgerFault fault);

// Bytes [begin, end) of the file, within the line of this number.
struct LedgerPlace {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 0;  // 0: nowhere
};

struct LedgerFinding {
    LedgerFault fault = LedgerFault::unknown;
    LedgerPlace place;
    Message message;
    std::optional<Message> help = {};
    std::vector<std::pair<LedgerPlace, Message>> notes = {};
    std::uint32_t of = 0;  // which of the faults of its kind are counted together, such as a column
};

class LedgerFindings {
 public:
    // Counts one more fault. Whether it is among the few that are told, so that the others cost nothing.
    [[nodiscard]] bool another(LedgerFault fault, std::uint32_t of = 0);
    // Of those told.
    void tell(LedgerFinding finding);
    // Both.
    void add(LedgerFinding finding);

    [[nodiscard]] const std::vector<LedgerFinding>& told() const { return told_; }
    // How many there are, with those that are not told.
    [[nodiscard]] std::size_t count(Gravity gravity) const;
    [[nodiscard]] std::size_t count(LedgerFault fault, std::uint32_t of) const;
    [[nodiscard]] bool legal() const { return count(Gravity::unreadable) + count(Gravity::illegal) == 0; }

 private:
    std::map<std::pair<LedgerFault, std::uint32_t>, std::size_t> counts_;
    std::vector<LedgerFinding> told_;
};

// A finding with the user's own line to show.
struct LedgerProblem {
    Gravity gravity;
    Diagnostic diagnostic;   // an error, or a warning where it is only doubtful
    std::size_t line = 0;    // 0: of the file as a whole
    std::size_t column = 0;  // in characters
};
// In the order of the file, those of the file as a whole first. Their lines are added to `sources`.
[[nodiscard]] std::vector<LedgerProblem> problems_of(const LedgerFindings& findings, std::string_view text,
                                                     const LedgerForm& form, SourceId source, Sources& sources);

}  // namespace msp
