// SPDX-License-Identifier: MIT
#include <msp/cash/difference.hpp>
#include <msp/diag/listed.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/result_rows.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

// Of the cells of a row.
constexpr std::size_t balance_opening = 4;
constexpr std::size_t balance_receipts = 5;
constexpr std::size_t balance_payments = 6;
constexpr std::size_t balance_cells = 11;

// Of a period in which none of its accounts is open yet, a page says neither how low it goes nor when.
template <typename Value>
Cell low_cell(const Series& series, Date last, Value value) {
    return last < series.opened ? Cell(DataCell{value}) : Cell(value);
}

void balance_rows(RowSink& rows, const Result& result, const View& view) {
    const std::vector<Holding> all = holdings(result);
    for (const Holding& holding : all) {
        const bool named = all.size() > 1 || result.scenario != "base";
        rows.begin({named ? titled(holding_name(holding, view.language), result.scenario, result.label) : "",
                    {},
                    owner_of(holding, result.budget),
                    worksheet_name(holding, result, all.size() > 1, view.language)});
        const auto row = [&](Row kind, const Cell& period, const PeriodSum& sum, Date last) {
            rows.row(kind, {TextCell{result.scenario}, TextCell{holding.entity}, TextCell{holding.bank}, period,
                            sum.opening, sum.receipts, sum.payments, sum.net(), sum.closing,
                            low_cell(holding.series, last, sum.lowest), low_cell(holding.series, last, sum.lowest_on)});
        };
        const std::vector<const Holding*> parts = parts_of(all, holding);
        bool cancelled = false;
        std::vector<std::string> figures(balance_cells);
        std::vector<Money> joining(balance_cells);
        for (const Period& period : view.periods) {
            const auto figure = [&](PlanSection section) {
                return plan_figure(result, holding, section, period_id(period, view.grid));
            };
            figures[balance_opening] = figure(PlanSection::opening);
            figures[balance_receipts] = figure(PlanSection::receipts);
            figures[balance_payments] = figure(PlanSection::payments);
            const std::string id = period_id(period, view.grid);
            const std::string name = all.size() > 1 && holding.index ? row_name(result, holding, id) : "";
            const std::vector<std::string> made_of = row_names(result, parts, id);
            const PeriodSum sum = sum_of(holding.series, period);
            cancelled = cancelled || sum.cancelled != Money();
            joining[balance_opening] = sum.joining;
            row({.joining = joining, .name = name, .made_of = made_of, .figures = figures},
                PeriodCell{period, view.grid}, sum, period.last);
        }
        rows.row({RowKind::rule}, {});
        row({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines},
            TextCell{translate(tr("Total"), view.language)}, sum_of(holding.series, view.periods), view.days().last);
        for (const std::string& text : later_openings(result, holding, view))
            rows.note(text);
        rows.note_of_changes(follows_parts(parts, cancelled, view.language));
    }
}

using StateWords = std::array<std::string_view, 6>;

StateWords state_words(Language language) {
    StateWords words;
    for (std::size_t i = 0; i < words.size(); ++i)
        words.at(i) = translate(state_text(static_cast<State>(i)), language);
    return words;
}

WordCell state_word(State state, const StateWords& words) {
    const bool uncertain = state == State::hoped || state == State::assumed;
    return {{}, words.at(static_cast<std::size_t>(state)), uncertain ? Style::strong : Style::faint};
}

// What the balances of the accounts that move go on from, on a page that recalculates.
void opening_rows(RowSink& rows, const Result& result, const RunningBalances& balances,
                  const std::vector<std::string>& banks, const View& view) {
    const Budget& budget = result.budget;
    const std::string name(translate(tr("Opening"), view.language));
    std::vector<bool> moves(budget.banks.size());
    for (const Movement& movement : result.movements)
        moves[movement.bank] = true;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (!moves[i])
            continue;
        const auto bank = static_cast<BankIndex>(i);
        const Date first = std::max(view.days().first, budget.banks[i].date);
        std::vector<Cell> cells = {{}, {}, first, {}, {}, {}, TextCell{name}, {}, {}, {}, {}, {}, balances.of(bank),
                                   {}, {}, {},    {}, {}};
        if (budget.banks.size() > 1)
            cells.insert(cells.begin() + bank_name_column, TextCell{banks[i]});
        rows.row({.kind = RowKind::aside, .audience = Audience::recalculated, .thread = bank}, cells);
    }
}

// The base has a name of its own only beside others.
void movement_rows(RowSink& rows, const Result& result, const View& view, bool several) {
    const Budget& budget = result.budget;
    RunningBalances balances(budget, result.projection, view.days().first);
    const StateWords words = state_words(view.language);
    const std::vector<std::string> banks = bank_names(budget);
    std::vector<Cell> cells;  // of one row
    const std::string base(several ? translate(tr("base"), view.language) : "");
    rows.begin({result.scenario == "base" ? base : scenario_name(result), {}, owner_of(result)});
    opening_rows(rows, result, balances, banks, view);
    for (const std::uint32_t position : in_order(result.movements)) {
        const Movement& movement = result.movements[position];
        const Bank& bank = budget.banks[movement.bank];
        const std::string id = id_of(budget, movement.item, movement.part);
        const std::string name = name_of(budget, movement.item, movement.part, view.language);
        const Category& category = budget.categories[budget.category_of(movement)];
        const auto& [account, grant_line, tax_line] = category_cells(category);
        cells = {TextCell{result.scenario},
                 TextCell{budget.entities[bank.entity].id},
                 movement.date,
                 movement.due,
                 TextCell{bank.id},
                 TextCell{id},
                 TextCell{name},
                 TextCell{category.id},
                 WordCell{id_of(movement.nature), {}},
                 std::int64_t{movement.exercise},
                 WordCell{id_of(movement.state), {}},
                 movement.amount,
                 balances.after(movement),
                 WordCell{id_of(movement.origin), {}},
                 state_word(movement.state, words),
                 account,
                 grant_line,
                 tax_line};
        if (budget.banks.size() > 1)
            cells.insert(cells.begin() + bank_name_column, TextCell{banks[movement.bank]});
        rows.row({.thread = movement.bank}, cells);
    }
}

// A title for each loan, and its schedule or its totals.
template <typename Rows>
void each_loan(RowSink& sink, const Result& result, const View& view, Rows rows) {
    const Budget& budget = result.budget;
    for (const Loan& loan : loans_shown(result)) {
        const Bank& bank = budget.banks[loan.bank];
        const std::string name = name_of(budget, loan.item, Part::whole, view.language);
        const std::array<Cell, 5> names = {TextCell{result.scenario}, TextCell{budget.entities[bank.entity].id},
                                           TextCell{bank.id}, TextCell{budget.items[loan.item].id}, TextCell{name}};
        rows(sink, loan,
             Block{titled(name, result.scenario, result.label),
                   {},
                   budget.entities[bank.entity].title(),
                   worksheet_name(name, result, true)},
             names);
    }
}

template <typename Line>
bool nothing_in(const std::vector<Line>& lines, Money Line::*amount) {
    return std::ranges::all_of(lines, [amount](const Line& line) { return line.*amount == Money(); });
}

// A page that recalculates begins with what is owed before the first row, so that it runs from there through all of
// them.
template <typename Line>
Money owed_before(const std::vector<Line>& lines) {
    return lines.empty() ? Money() : lines.front().owed_before();
}

void schedule_rows(RowSink& sink, const Loan& loan, Block block, const std::array<Cell, 5>& names, Language language) {
    const std::vector<ScheduleRow> schedule = loan_schedule(loan);
    if (nothing_in(schedule, &ScheduleRow::capitalised))
        block.without.emplace_back("capitalised");
    if (std::ranges::none_of(schedule, [](const ScheduleRow& row) { return row.place.known(); }))
        block.without.emplace_back("difference");
    if (nothing_in(schedule, &ScheduleRow::drawn))
        block.without.emplace_back("drawdown");
    sink.begin(block);
    sink.row({.audience = Audience::recalculated}, {{},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    WordCell{{}, translate(tr("At first"), language)},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    owed_before(schedule),
                                                    {},
                                                    {}});
    const auto& [scenario, entity, bank, line, label] = names;
    for (const ScheduleRow& row : schedule)
        sink.row({}, {scenario, entity, bank, row.due, line, label, std::int64_t{row.number}, row.due, row.principal,
                      row.interest, row.insurance, row.payment, row.capitalised, row.outstanding, row.difference,
                      row.drawn});
}

void loan_year_rows(RowSink& sink, const std::vector<LoanYear>& years, Block block, const std::array<Cell, 5>& names,
                    Language language) {
    constexpr std::array<std::pair<std::string_view, Money LoanYear::*>, 4> sometimes = {
        {{"drawdown", &LoanYear::drawdown},
         {"insurance", &LoanYear::insurance},
         {"fees", &LoanYear::fees},
         {"capitalised", &LoanYear::capitalised}}};
    for (const auto& [id, amount] : sometimes) {
        if (nothing_in(years, amount))
            block.without.push_back(id);
    }
    sink.begin(block);
    sink.row({.audience = Audience::recalculated}, {{},
                                                    {},
                                                    {},
                                                    WordCell{{}, translate(tr("At first"), language)},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    {},
                                                    owed_before(years)});
    const auto& [scenario, entity, bank, line, label] = names;
    for (const LoanYear& year : years)
        sink.row({}, {scenario, entity, bank, std::int64_t{year.exercise}, line, label, year.drawdown, year.principal,
                      year.interest, year.insurance, year.fees, year.payment, year.capitalised, year.outstanding});
}

std::vector<Column> comparison_columns(Results results, const View& view) {
    std::vector<Column> columns;
    const auto add = [&](std::string id, std::string_view heading, CellType type, bool strong, bool joined = false) {
        const OfRows of_rows = id.empty() ? OfRows::none : OfRows::all;  // closings
        columns.push_back({.id = std::move(id),
                           .label = "",
                           .heading = std::string(heading),
                           .type = type,
                           .audience = Audience::page,
                           .figure = type == CellType::money,
                           .strong = strong,
                           .joined = joined,
                           .of_rows = of_rows});
    };
    add("", "", CellType::period, false);
    add("base", translate(tr("base: closing"), view.language), CellType::money, false);
    add("", translate(tr("lowest"), view.language), CellType::money, false, true);
    for (std::size_t i = 1; i < results.size(); ++i) {
        add(results[i].scenario,
            words({tr("{scenario}: closing"), {{"scenario", scenario_name(results[i])}}}, view.language),
            CellType::money, false);
        add("", translate(tr("lowest"), view.language), CellType::money, false, true);
        add("", translate(tr("difference"), view.language), CellType::money, true, true);
        columns.back().adds = {{.column = results[i].scenario}, {.column = "base", .less = true}};
    }
    return columns;
}

// `all` holds the holdings of each result.
void comparison_rows(RowSink& rows, Results results, const std::vector<std::vector<Holding>>& all, const View& view) {
    const Budget& budget = results.front().budget;
    for (const Holding& base : all.front()) {
        if (!base.whole)
            continue;
        rows.begin({all.front().size() > 1 ? holding_name(base, view.language) : "", {}, owner_of(base, budget)});
        const std::vector<const Holding*> parts = parts_of(all.front(), base);
        for (const Period& period : view.periods) {
            const PeriodSum first = sum_of(base.series, period);
            const auto figure = [&](const Result& result, const Holding& holding) {
                return plan_figure(result, holding, PlanSection::closing, period_id(period, view.grid));
            };
            std::vector<Cell> cells = {PeriodCell{period, view.grid}, first.closing,
                                       low_cell(base.series, period.last, first.lowest)};
            std::vector<std::string> figures = {"", figure(results.front(), base), ""};
            for (std::size_t i = 1; i < all.size(); ++i) {
                const Holding* const same = same_holding(all[i], base);
                if (same == nullptr) {
                    cells.insert(cells.end(), 3, WordCell{{}, "—"});
                    figures.insert(figures.end(), 3, "");
                    continue;
                }
                const PeriodSum sum = sum_of(same->series, period);
                cells.insert(cells.end(), {sum.closing, low_cell(same->series, period.last, sum.lowest),
                                           closing_difference(first, sum)});
                figures.insert(figures.end(), {figure(results[i], *same), "", ""});
            }
            const std::string id = period_id(period, view.grid);
            const std::string name = row_name(results.front(), base, id);
            const std::vector<std::string> made_of = row_names(results.front(), parts, id);
            rows.row({.name = name, .made_of = made_of, .figures = figures}, cells);
        }
    }
}

void difference_rows(RowSink& rows, const Result& base, const Result& scenario, const View& view) {
    rows.begin(
        {words({tr("What {scenario} changes in this period"), {{"scenario", scenario_name(scenario)}}}, view.language),
         {},
         owner_of(base),
         {scenario_name(scenario)}});
    const auto lines_of = [&view](const Result& of) {
        return LinesOf{of.budget, *of.sums, begun_with(of.budget, of.projection, of.selection, view.periods)};
    };
    const std::vector<LineDifference> lines = differences(lines_of(base), lines_of(scenario));
    for (const LineDifference& line : lines) {
        const std::string id = line.budget == nullptr ? "" : id_of(*line.budget, line.item, line.part);
        const std::string label = line.budget == nullptr ? std::string(translate(tr("Brought forward"), view.language))
                                                         : name_of(*line.budget, line.item, line.part, view.language);
        rows.row({}, {TextCell{scenario.scenario}, TextCell{id}, TextCell{label}, line.base, line.scenario,
                      line.difference(), line.furthest, PeriodCell{view.periods[line.furthest_period], view.grid}});
    }
    rows.row({RowKind::rule}, {});
    rows.row({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines},
             {{}, {}, TextCell{translate(tr("Total"), view.language)}, {}, {}, total_difference(lines), {}, {}});
}

}  // namespace

std::string no_loan(Results results, const View& view) {
    const char* text =
        results.front().budget.loans.empty() ? tr("This budget has no loan.") : tr("What is shown has no loan.");
    return std::string(translate(text, view.language)) + '\n';
}

Sheet balance_sheet(Results results, const View& view) {
    return {
        "balance",
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::id("bank", tr("Bank")), head::period("period", tr("Period")).headed(""),
                    head::money("opening", tr("Opening")).adding("^closing").down(Across::first).of_rows(OfRows::all),
                    head::money("receipts", tr("Receipts")).briefly(tr("In")).of_rows(OfRows::most),
                    head::money("payments", tr("Payments")).turned().briefly(tr("Out")).of_rows(OfRows::most),
                    head::money("net", tr("Net")).adding("receipts payments").spare(),
                    head::money("closing", tr("Closing")).adding("opening net").down(Across::last),
                    head::money("lowest", tr("Lowest")).down(Across::least),
                    head::date("lowest_on", tr("Lowest on")).headed(tr("on")).to_the_right().joined()},
                   view.language),
        rows_of(results, view, balance_rows),
        {},
        0,
        false,
        Chart{std::string(translate(tr("Receipts and payments"), view.language)),
              "period",
              {{"receipts", Drawn::bar}, {"payments", Drawn::bar}}}};
}

std::vector<Column> movement_columns(const Budget& budget, Language language) {
    std::vector<Column> columns = columns_of(
        {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::date("date", tr("Date")),
         head::date("due", tr("Due")).for_data(), head::id("bank", tr("Bank")), head::id("line", tr("Line")),
         head::text("label", tr("Label")).naming(), head::id("category", tr("Category")),
         head::word("nature", tr("Nature")).for_data(), head::count("exercise", tr("Exercise")).for_data(),
         head::word("state", tr("State")).for_data(), head::money("amount", tr("Amount")).quiet(),
         head::money("balance", tr("Balance")).running("amount"), head::word("origin", tr("Origin")).for_data(),
         head::word("", tr("State")).for_page()},
        language);
    if (budget.banks.size() > 1)
        columns.insert(columns.begin() + bank_name_column,
                       columns_of({head::text("", tr("Bank")).for_page()}, language).front());
    return columns;
}

std::vector<Column> category_columns(Language language) {
    return columns_of({head::id("account", tr("Account")), head::id("grant_line", tr("Grant budget line")),
                       head::id("tax_line", tr("Tax line"))},
                      language);
}

std::array<Cell, 3> category_cells(const Category& category) {
    return {TextCell{category.account}, TextCell{category.grant_line}, TextCell{category.tax_line}};
}

Sheet movement_sheet(Results results, const View& view) {
    std::vector<Column> columns = movement_columns(results.front().budget, view.language);
    std::ranges::move(category_columns(view.language), std::back_inserter(columns));
    const bool several = results.size() > 1;
    Sheet sheet = {"movements", std::move(columns),
                   rows_of(results, view, [several](RowSink& rows, const Result& result, const View& shown) {
                       movement_rows(rows, result, shown, several);
                   })};
    sheet.apart = several;
    return sheet;
}

Sheet loan_sheet(Results results, const View& view) {
    Sheet sheet = {"loans",
                   columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                               head::id("bank", tr("Bank")), head::date("date", tr("Date")).for_data(),
                               head::id("line", tr("Line")), head::id("label", tr("Label")),
                               head::count("number", tr("Number")).headed(tr("No.")).to_the_left(),
                               head::date("", tr("Due")).for_page(), head::money("principal", tr("Principal")),
                               head::money("interest", tr("Interest")), head::money("insurance", tr("Insurance")),
                               head::money("payment", tr("Payment")).adding("principal interest insurance"),
                               head::money("capitalised", tr("Capitalised")),
                               head::money("outstanding", tr("Outstanding")).running("-principal capitalised drawdown"),
                               head::money("difference", tr("Difference")).headed(tr("Bank less computed")).exact(),
                               head::money("drawdown", tr("Drawn"))},
                              view.language),
                   rows_of(results, view,
                           [](RowSink& sink, const Result& result, const View& shown) {
                               each_loan(sink, result, shown,
                                         [&](RowSink& rows, const Loan& loan, Block block, const auto& names) {
                                             schedule_rows(rows, loan, std::move(block), names, shown.language);
                                         });
                           }),
                   no_loan(results, view)};
    sheet.apart = true;
    return sheet;
}

Sheet loan_year_sheet(Results results, const View& view) {
    Sheet sheet = {
        "loan_years",
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::id("bank", tr("Bank")), head::count("exercise", tr("Exercise")).to_the_left(),
                    head::id("line", tr("Line")), head::id("label", tr("Label")), head::money("drawdown", tr("Drawn")),
                    head::money("principal", tr("Principal")), head::money("interest", tr("Interest")),
                    head::money("insurance", tr("Insurance")), head::money("fees", tr("Fees")),
                    head::money("payment", tr("Payment")).adding("principal interest insurance fees"),
                    head::money("capitalised", tr("Capitalised")),
                    head::money("outstanding", tr("Outstanding")).running("drawdown -principal capitalised")},
                   view.language),
        rows_of(
            results, view,
            [](RowSink& sink, const Result& result, const View& shown) {
                each_loan(sink, result, shown, [&](RowSink& rows, const Loan& loan, Block block, const auto& names) {
                    loan_year_rows(rows, loan_years(result.budget, loan), std::move(block), names, shown.language);
                });
            }),
        no_loan(results, view)};
    sheet.apart = true;
    return sheet;
}

Sheet comparison_sheet(Results results, const View& view) {
    Sheet sheet = {"comparison", comparison_columns(results, view), [results, &view](RowSink& sink) {
                       std::vector<std::vector<Holding>> all;
                       for (const Result& result : results)
                           all.push_back(holdings(result));
                       comparison_rows(sink, results, all, view);
                   }};
    sheet.apart = true;
    return sheet;
}

Sheet difference_sheet(const Result& base, Results scenarios, const View& view) {
    Sheet sheet = {
        "differences",
        columns_of({head::id("scenario", tr("Scenario")), head::id("line", tr("Line")), head::text("label", tr("Line")),
                    head::money("base", tr("base")), head::money("amount", tr("Amount")),
                    head::money("difference", tr("difference")).adding("amount -base"),
                    head::money("furthest", tr("furthest apart")),
                    head::period("furthest_in", tr("in")).to_the_right().joined()},
                   view.language),
        [&base, scenarios, &view](RowSink& sink) {
            for (const Result& scenario : scenarios)
                difference_rows(sink, base, scenario, view);
        }};
    sheet.apart = true;
    sheet.columns[4].heading = scenario_name(scenarios.front());
    return sheet;
}

}  // namespace msp
