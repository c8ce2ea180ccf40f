// SPDX-License-Identifier: MIT
// Whether an accounting export is a legal one, as sheets and words.
#pragma once

#include <msp/actuals/reconciliation.hpp>
#include <msp/ledger/changes.hpp>
#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/ledger/sums.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// A bank's statement beside an account of the export.
struct ValidatedStatement {
    std::string file;  // as typed
    std::string account;
    StatementGap gap;
};

struct LedgerResult {
    std::string file;  // as typed
    const Fec* ledger = nullptr;
    LedgerSums sums;
    std::vector<LedgerProblem> problems;
    std::size_t errors = 0;    // with those that are not shown
    std::size_t warnings = 0;  // likewise
    bool legal = false;
    std::vector<ValidatedStatement> statements = {};
    std::string since;  // the earlier export; empty where none is compared
    std::optional<LedgerChanges> changes = {};
};

// A row a problem.
[[nodiscard]] Sheet findings_sheet(const LedgerResult& result, Language language);
[[nodiscard]] Sheet journals_sheet(const LedgerResult& result, Language language);
[[nodiscard]] Sheet cash_sheet(const LedgerResult& result, Language language);
// A row a statement, none where there are none.
[[nodiscard]] Sheet validated_statements_sheet(const LedgerResult& result, Language language);
// A row an entry that changed; a row a month.
[[nodiscard]] Sheet changes_sheet(const LedgerResult& result, Language language);
[[nodiscard]] Sheet changed_months_sheet(const LedgerResult& result, Language language);

// The verdict and what was read.
[[nodiscard]] std::string ledger_head(const LedgerResult& result, const TextStyle& style);
// The problems with the user's own lines.
[[nodiscard]] std::string problems_text(const LedgerResult& result, const Sources& sources, const TextStyle& style);
[[nodiscard]] std::string changes_title(const LedgerResult& result, const TextStyle& style);
// The members "file" to "export" of an object that is open.
void ledger_json(Json& json, const LedgerResult& result);

}  // namespace msp
