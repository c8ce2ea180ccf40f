// SPDX-License-Identifier: MIT
// What changed between two exports of the same books. Software exports them whole each month, and entries that are not
// validated may change meanwhile.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/money/money.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace msp {

enum class ChangeKind : std::uint8_t { added, removed, changed };

// Lines of one journal, number and day.
struct EntryChange {
    ChangeKind kind = ChangeKind::added;
    Date date;
    std::string journal;
    std::string number;
    Money before;  // sum of debits; zero where it was not there
    Money after;
    std::uint32_t line = 0;  // of the later export, or of the earlier one where it is removed
    bool validated = false;  // in the earlier export: it should not have changed
};

struct MonthChange {
    Month month;
    std::int64_t added = 0;
    std::int64_t removed = 0;
    std::int64_t changed = 0;
    Money before;  // sum of debits
    Money after;
};

struct LedgerChanges {
    std::vector<EntryChange> entries;  // by day
    std::vector<MonthChange> months;   // those in which something changed
    std::int64_t unchanged = 0;        // entries
};

// Days, accounts, vouchers, labels and amounts count; lettering and validation come later, and do not. A validated
// entry that changed or is gone is a finding about the later export.
[[nodiscard]] LedgerChanges ledger_changes(const Fec& before, const Fec& after, LedgerFindings& findings);

}  // namespace msp
