// SPDX-License-Identifier: MIT
// A computed forecast, and what its parts are called.
#pragma once

#include <msp/actuals/rolling.hpp>
#include <msp/cash/headline.hpp>
#include <msp/cash/holding.hpp>
#include <msp/cash/line_sums.hpp>
#include <msp/cash/plan_table.hpp>
#include <msp/income/grant_budget.hpp>
#include <msp/loans/loans.hpp>
#include <msp/premises/premises.hpp>
#include <msp/report/csv.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp {

// A case, computed.
struct Result : Case {
    explicit Result(Case of) : Case(std::move(of)) {}

    Projection projection;
    std::vector<Headline> headlines;          // by entity
    std::vector<Movement> movements;          // of the view, as the engines made them; empty where no view needs them
    std::vector<Movement> uncertain;          // of the view, hoped for or assumed; for text
    std::vector<std::string> notes;           // on what the amounts rest, and what is missing
    std::optional<LineSums> sums;             // where a view needs it
    std::vector<LineSums> account_sums;       // by bank, where each has a plan of its own
    Selection selection;                      // what of it is shown
    Rolling rolling;                          // of the books, where they are read
    std::vector<GrantBudget> grant_budgets;   // by entity and exercise, likewise
    std::vector<IncomeStatement> statements;  // by entity, where a view needs them
    std::optional<Premises> premises;         // likewise; of a scenario what it changes
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
    std::vector<std::int16_t> exercises;   // of a result

    [[nodiscard]] Period days() const { return {periods.front().first, periods.back().last}; }
};

[[nodiscard]] std::vector<Holding> holdings(const Result& result);
// What it is called on a page: "All accounts", "Compte courant (sisa)".
[[nodiscard]] std::string holding_name(const Holding& holding, Language language);
// The entities that hold it.
[[nodiscard]] std::string owner_of(const Holding& holding, const Budget& budget);
// The entities whose money is shown.
[[nodiscard]] std::string owner_of(const Result& result);
// What its worksheet is called, in parts: the scenario, and its name where it is one of several.
[[nodiscard]] std::vector<std::string> worksheet_name(std::string name, const Result& result, bool several);
// The same of a holding: an account needs its entity's name only where another is called alike.
[[nodiscard]] std::vector<std::string> worksheet_name(const Holding& holding, const Result& result, bool several,
                                                      Language language);
// What a row of it is called, of which rows of a greater holding are made.
[[nodiscard]] std::string row_name(const Result& result, const Holding& holding, const std::string& row);
[[nodiscard]] std::vector<std::string> row_names(const Result& result, const std::vector<const Holding*>& parts,
                                                 const std::string& row);
// What a page that recalculates says of a holding that has parts: whether these pay each other anything.
[[nodiscard]] std::string follows_parts(const std::vector<const Holding*>& parts, bool cancelled, Language language);
// What a figure of its plan is called, so that it is known wherever it stands.
[[nodiscard]] std::string plan_figure(const Result& result, const Holding& holding, PlanSection section,
                                      const std::string& period);
// A sentence of each account that opens with money within the days: of {entity}, its {account}, {day} and {amount}.
[[nodiscard]] std::vector<std::string> later_openings(const char* sentence, const Budget& budget,
                                                      const std::vector<BankIndex>& banks, const Period& days,
                                                      Language language);
// The same of a holding: the first opening of its period, and that of all of them, has its money.
[[nodiscard]] std::vector<std::string> later_openings(const Result& result, const Holding& holding, const View& view);
// By bank, what a page calls it: two of one name have their entity's too.
[[nodiscard]] std::vector<std::string> bank_names(const Budget& budget);
// "MSP des Tilleuls — ACI payée en juillet", with the scenario's label or id where it is not the base; the scenario
// alone where there is no name.
[[nodiscard]] std::string titled(std::string name, std::string_view scenario, const std::string& label);

// A line's name for the reader: its label, with the part ("Prêt : capital").
[[nodiscard]] std::string name_of(const Budget& budget, ItemIndex item, Part part, Language language);
// "hoped for".
[[nodiscard]] const char* state_text(State state);
[[nodiscard]] const std::string& name_of(const Category& category, Language language);

[[nodiscard]] std::vector<Loan> loans_shown(const Result& result);
// What can be paid out, as it was asked; else above the floor until the end of the days shown.
[[nodiscard]] Money payout_of(const Headline& headline, const View& view);

// Their positions in order of day, of the file within a day. The movements themselves stay where they are: there may be
// a million.
[[nodiscard]] std::vector<std::uint32_t> in_order(const std::vector<Movement>& movements);

}  // namespace msp
