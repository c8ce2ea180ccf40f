// SPDX-License-Identifier: MIT
// The views of msp-forecast as typed rows: for CSV and JSON. The columns are a promise; see msp-forecast(1).
#pragma once

#include <msp/cash/headline.hpp>
#include <msp/cash/line_sums.hpp>
#include <msp/report/rows.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// The base or one scenario, computed.
struct Result {
    std::string scenario = "base";
    std::string label;
    Budget budget;
    Projection projection;
    std::vector<Headline> headlines;  // by entity
    std::vector<Movement> movements;  // of the view, in order; empty where no view needs them
    std::vector<Movement> uncertain;  // of the view, hoped for or assumed; for text
    std::vector<std::string> notes;   // on what the amounts rest, and what is missing
    std::optional<LineSums> sums;     // where a view needs it
    Selection selection;              // what of it is shown
};

// What a reader calls it: its label, else its id.
[[nodiscard]] const std::string& scenario_name(const Result& result);

struct View {
    std::string file;  // as typed; empty where the rows need not name it
    Grid grid = Grid::month;
    std::vector<Period> periods;
    Language language = Language::french;
    CsvDialect dialect = CsvDialect::rfc4180;
    std::optional<PayoutQuestion> payout;  // where one was asked

    [[nodiscard]] Period days() const { return {periods.front().first, periods.back().last}; }
};

// An account, an entity (bank "all"), or everything (entity and bank "all").
struct Holding {
    std::string entity;
    std::string bank;
    std::string name;
    Series series;
    std::vector<BankIndex> accounts;
    std::optional<EntityIndex> index;  // its entity; absent for everything
    bool whole = false;                // an entity's or everything's money: what a plan is made of
};
// Accounts, after those of an entity with several their sum, after several entities the sum of all; of what is
// selected.
[[nodiscard]] std::vector<Holding> holdings(const Result& result);

// What the money that stays within a holding is called: an entity's own transfers, or flows between entities.
[[nodiscard]] const char* reciprocal_name(const Holding& holding);
// A line's name for the reader: its label, with the part ("Prêt : capital").
[[nodiscard]] std::string name_of(const Budget& budget, ItemIndex item, Part part, Language language);
// Its id, with the part: "pret.interest".
[[nodiscard]] std::string id_of(const Budget& budget, ItemIndex item, Part part);
[[nodiscard]] const std::string& name_of(const Category& category, Language language);

[[nodiscard]] std::vector<Loan> loans_shown(const Result& result);
// What can be paid out, as it was asked; else above the floor until the end of the days shown.
[[nodiscard]] Money payout_of(const Headline& headline, const View& view);

// In order of day, of the file within a day.
void sort_movements(std::vector<Movement>& movements);
// The balance of every account before its first movement of the view.
[[nodiscard]] std::vector<Money> opening_balances(const Result& result, const Period& days);

[[nodiscard]] std::vector<Column> balance_columns(Language language);
void balance_rows(Rows& rows, const Result& result, const View& view);

// A row of the plan that is the least of its periods: an account's lowest balance or its margin on the agreed
// overdraft.
struct PlanExtreme {
    std::string line;  // the account's id
    std::string label;
    std::vector<Money> periods;
};
// By account of an entity with several; none of others, nor of all entities together.
[[nodiscard]] std::vector<PlanExtreme> account_lows(const Result& result, const Holding& holding, const View& view);
[[nodiscard]] std::vector<PlanExtreme> account_margins(const Result& result, const Holding& holding, const View& view);
// Of the account that has the least.
[[nodiscard]] std::vector<Money> margins(const Result& result, const std::vector<BankIndex>& banks, const View& view);

[[nodiscard]] std::vector<Column> plan_columns(const View& view);
void plan_rows(Rows& rows, const Result& result, const View& view);

[[nodiscard]] std::vector<Column> movement_columns(Language language);
void movement_rows(Rows& rows, const Result& result, const View& view);

[[nodiscard]] std::vector<Column> loan_columns(Language language);
void loan_rows(Rows& rows, const Result& result, const View& view);

[[nodiscard]] std::vector<Column> loan_year_columns(Language language);
void loan_year_rows(Rows& rows, const Result& result, const View& view);

}  // namespace msp
