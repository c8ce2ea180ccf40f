// SPDX-License-Identifier: MIT
// Exports of the books as cash by line, and budget against actual, as sheets and words.
#pragma once

#include <msp/actuals/comparison.hpp>
#include <msp/actuals/outlook.hpp>
#include <msp/actuals/reconciliation.hpp>
#include <msp/actuals/result.hpp>
#include <msp/actuals/top_gaps.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// An export or a statement that was read and mapped.
struct MappedExport {
    std::string file;  // as typed
    EntityIndex entity = 0;
    const Fec* ledger = nullptr;  // else the statement of a bank:
    const AccountStatement* statement = nullptr;
    BankIndex bank = 0;                // of it
    const Ledgers* ledgers = nullptr;  // the exports of its entity
    CashTotals totals;
    std::optional<ResultTotals> result;  // where that is asked; `totals` then has what no rule takes of it
    std::vector<CashMove> moves;         // where they are shown
    std::optional<NotCompared> not_compared;
};

// A statement whose balance is held against the books.
struct HeldStatement {
    std::string file;
    StatementGap gap;
    std::vector<Apart> apart;  // where they are asked for
};

struct ComparedEntity {
    EntityIndex entity = 0;
    Date until;
    std::vector<ComparedRow> rows;
    std::vector<ComparedRow> totals;  // by period
    std::vector<TopGap> top;
    std::vector<HeldLanding> landings;  // while the exercise goes on
    std::optional<Window> exercise;     // of those
};

// The budget as it was voted, where another file has it.
struct VotedFile {
    std::string file;                          // as typed
    std::string today;                         // the other one
    std::vector<std::string> only_voted = {};  // lines that are in one of them alone
    std::vector<std::string> only_today = {};
};

// A case held against the books.
struct ActualsResult {
    std::string scenario = "base";
    std::string label;
    const Budget* budget = nullptr;
    std::optional<VotedFile> voted;
    std::string archived;  // the file in which the forecast is kept
    Grid grid = Grid::month;
    std::vector<MappedExport> exports;
    std::vector<HeldStatement> statements;  // of banks whose books are there too
    std::vector<UnpaidMember> unpaid;
    std::vector<ComparedEntity> entities;
    std::vector<Outlook> outlooks;  // for a mail, of entities with books
};

using ActualsResults = std::span<const ActualsResult>;

// "favourable", "unfavourable", nothing of nothing; for tr().
[[nodiscard]] const char* gap_word(Money gap);

// A row an export: how sure it is first.
[[nodiscard]] Sheet exports_sheet(const ActualsResult& result, Language language);
// A row a case and export, for a mail: with the gap of the exercise to date, and the outlook, at the last export of an
// entity.
[[nodiscard]] Sheet exports_summary(ActualsResults results, Language language);
// A row an export, of results.
[[nodiscard]] Sheet results_sheet(const ActualsResult& result, Language language);
// A row an account of which no rule takes the money.
[[nodiscard]] Sheet unmapped_sheet(const ActualsResult& result, Language language);
// A row a statement whose books are there: what both say of a day.
[[nodiscard]] Sheet statements_sheet(const ActualsResult& result, Language language);
// A row a movement that only one of both has, and what was apart before.
[[nodiscard]] Sheet reconciliation_sheet(const ActualsResult& result, Language language);
// A row a member.
[[nodiscard]] Sheet unpaid_members_sheet(const ActualsResult& result, Language language);
// Both of these as one table.
[[nodiscard]] Sheet flat_reconciliation_sheet(const ActualsResult& result, Language language);
// A row a period and line.
[[nodiscard]] Sheet compared_sheet(ActualsResults results, Language language);
// A row a line with a gap, the largest first; a page shows ten of each entity.
[[nodiscard]] Sheet top_gaps_sheet(ActualsResults results, Language language);
// A row a line: what its exercise ends with, against all that was voted for it.
[[nodiscard]] Sheet held_landing_sheet(ActualsResults results, Language language);
// The member "voted" of an object that is open, where another file has what was voted.
void voted_json(Json& json, const ActualsResult& result);
// The columns of movement_sheet(), then how sure it is and the account of the books.
[[nodiscard]] Sheet booked_sheet(ActualsResults results, Language language);

// Rules to paste into the budget, in the language of its keys; what is said of them in that of the reader.
[[nodiscard]] std::string suggested_rules(const ActualsResult& result, Language keys, Language language);

[[nodiscard]] std::string actuals_title(bool of_result, Language language);
[[nodiscard]] std::string reconciliation_title(Language language);
// Why no statement is held against the books, of those that are named, and what to name; nothing where one is.
[[nodiscard]] std::string reconciliation_lacks(const ActualsResult& result, bool any_named, const TextStyle& style);
// What the figures rest on, and what is missing.
[[nodiscard]] std::string actuals_rules(const ActualsResult& result, const TextStyle& style);

}  // namespace msp
