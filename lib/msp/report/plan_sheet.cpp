// SPDX-License-Identifier: MIT
#include <msp/cash/plan_table.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace msp {
namespace {

// By section: its id, its name, and what a page calls it.
struct SectionWords {
    const char* id;
    const char* label;
    const char* page;
};
constexpr std::array<SectionWords, 7> section_words = {{
    {"opening", tr("Brought forward"), tr("Brought forward")},
    {"receipts", tr("Receipts"), tr("RECEIPTS")},
    {"payments", tr("Payments"), tr("PAYMENTS")},
    {"net", tr("Net"), tr("Net")},
    {"closing", tr("Cumulative balance"), tr("Cumulative balance")},
    {"lowest", tr("Lowest"), tr("Lowest")},
    {"margin", tr("Margin on the overdraft"), tr("Margin on the overdraft")},
}};

// What a row is. Lines and reciprocal flows add up to the whole of their section, and so do categories with the latter:
// who adds up all of a column counts each amount several times.
std::string_view kind_id(PlanRowKind kind) {
    constexpr std::array<std::string_view, 5> ids = {"line", "category", "reciprocal", "whole", "account"};
    return ids.at(static_cast<std::size_t>(kind));
}

const char* reciprocal_name(const Holding& holding) {
    return holding.index ? tr("Internal transfers") : tr("Reciprocal flows");
}

// One holding's plan, row by row.
class PlanRows {
 public:
    // `all` have a plan.
    PlanRows(RowSink& sink, const Result& result, const std::vector<Holding>& all, const Holding& holding,
             const LineSums& sums, const View& view)
        : sink_(sink),
          result_(result),
          holding_(holding),
          parts_(parts_of(all, holding)),
          is_part_(all.size() > 1 && holding.index),
          view_(view),
          table_(plan_table(result.budget, result.projection, holding, sums, view.periods)),
          rows_to_closing_(rows_to_closing(table_)) {}

    void write(std::string title) {
        sink_.begin({std::move(title),
                     {},
                     owner_of(holding_, result_.budget),
                     worksheet_name(holding_, result_, true, view_.language)});
        for (const PlanRow& row : table_.rows) {
            write(row);
            if (row.kind != PlanRowKind::whole)
                continue;
            if (row.section <= PlanSection::payments)
                sink_.row({RowKind::rule}, {});
            if (row.section == PlanSection::lowest)
                days(row.open_from);
        }
        for (const std::string& text : later_openings(result_, holding_, view_))
            sink_.note(text);
        sink_.note_of_changes(follows_parts(
            parts_, std::ranges::count(table_.rows, PlanRowKind::reciprocal, &PlanRow::kind) != 0, view_.language));
    }

 private:
    [[nodiscard]] std::string_view word(const char* text) const { return translate(text, view_.language); }

    // What a row is called as data, and what names it: its line, its account or its category.
    struct Names {
        std::string category;
        std::string line;
        std::string label;
    };
    [[nodiscard]] Names names(const PlanRow& row) const {
        const Budget& budget = result_.budget;
        switch (row.kind) {
            case PlanRowKind::line:
                return {budget.categories[row.category].id, id_of(budget, row.item, row.part),
                        name_of(budget, row.item, row.part, view_.language)};
            case PlanRowKind::category:
                return {budget.categories[row.category].id, "",
                        name_of(budget.categories[row.category], view_.language)};
            case PlanRowKind::reciprocal:
                return {"reciprocal", "reciprocal", std::string(word(reciprocal_name(holding_)))};
            case PlanRowKind::account:
                return {"", budget.banks[row.account].id, budget.banks[row.account].name};
            case PlanRowKind::whole:
                break;
        }
        return {"", "", std::string(word(section_words.at(static_cast<std::size_t>(row.section)).label))};
    }

    // Lines are in the group of their section, and the whole of a section in one after all of these.
    static constexpr std::uint8_t group_of_lines(PlanSection section) { return static_cast<std::uint8_t>(section) + 1; }
    static constexpr std::uint8_t group_of_whole(PlanSection section) {
        return group_of_lines(section) + static_cast<std::uint8_t>(section_words.size());
    }

    [[nodiscard]] Row look(const PlanRow& row) const {
        switch (row.kind) {
            case PlanRowKind::line:
                return {.level = 1, .sparse = true, .group = group_of_lines(row.section)};
            case PlanRowKind::category:
                return {.audience = Audience::data};
            case PlanRowKind::reciprocal:
                return {.kind = RowKind::aside, .level = 1, .group = group_of_lines(row.section)};
            case PlanRowKind::account:
                return {.kind = RowKind::aside, .level = 1, .across = Across::least};
            case PlanRowKind::whole:
                break;
        }
        const bool strong = row.section <= PlanSection::payments || row.section == PlanSection::closing;
        Row whole = {.kind = strong ? RowKind::total : RowKind::line, .group = group_of_whole(row.section)};
        make(whole, row.section);
        return whole;
    }

    // How a page that recalculates makes the whole of a section.
    void make(Row& whole, PlanSection section) const {
        static constexpr std::array receipts = {RowTerm{group_of_lines(PlanSection::receipts)}};
        static constexpr std::array payments = {RowTerm{group_of_lines(PlanSection::payments)}};
        static constexpr std::array net = {RowTerm{group_of_whole(PlanSection::receipts)},
                                           RowTerm{group_of_whole(PlanSection::payments), true}};
        static constexpr std::array closing = {RowTerm{group_of_whole(PlanSection::opening)},
                                               RowTerm{group_of_whole(PlanSection::net)}};
        switch (section) {
            case PlanSection::opening:
                whole.across = Across::first;
                whole.carried = rows_to_closing_;
                break;
            case PlanSection::receipts:
                whole.adds = receipts;
                break;
            case PlanSection::payments:
                whole.adds = payments;
                break;
            case PlanSection::net:
                whole.adds = net;
                break;
            case PlanSection::closing:
                whole.adds = closing;
                whole.across = Across::last;
                break;
            case PlanSection::lowest:
            case PlanSection::margin:
                whole.across = Across::least;
                break;
        }
    }

    // Of the page, from what is brought forward to what is left.
    [[nodiscard]] static std::uint32_t rows_to_closing(const PlanTable& table) {
        std::uint32_t rows = 0;
        for (const PlanRow& row : table.rows) {
            if (row.section == PlanSection::closing)
                break;
            rows += row.kind == PlanRowKind::category ? 0 : 1;
        }
        return rows;
    }

    void write(const PlanRow& row) {
        const SectionWords& section = section_words.at(static_cast<std::size_t>(row.section));
        const Names named = names(row);
        const std::string_view page = row.kind == PlanRowKind::whole ? word(section.page) : named.label;
        std::vector<Cell> cells = {TextCell{result_.scenario},
                                   TextCell{holding_.entity},
                                   WordCell{section.id, {}},
                                   TextCell{named.category},
                                   TextCell{named.line},
                                   TextCell{named.label},
                                   TextCell{page}};
        const std::size_t names_before = cells.size();
        for (std::size_t i = 0; i < row.periods.size(); ++i)
            cells.push_back(i < row.open_from ? Cell(DataCell{row.periods[i]}) : Cell(row.periods[i]));
        cells.push_back(row.open_from == row.periods.size() ? Cell(DataCell{row.total}) : Cell(row.total));
        // Subtotals have none of it, so that who adds up an account counts each amount once.
        static const Category none;
        const bool line = row.kind == PlanRowKind::line;
        std::ranges::copy(category_cells(line ? result_.budget.categories[row.category] : none),
                          std::back_inserter(cells));
        cells.emplace_back(WordCell{kind_id(row.kind), {}});
        Row shown = look(row);
        std::vector<std::string> figures;
        if (row.kind == PlanRowKind::whole) {
            figures.resize(names_before);
            for (const Period& period : view_.periods)
                figures.push_back(plan_figure(result_, holding_, row.section, period_id(period, view_.grid)));
            figures.resize(cells.size());
            shown.figures = figures;
        }
        std::vector<Money> joining;
        if (row.section == PlanSection::opening) {
            joining.resize(names_before);
            std::ranges::copy(table_.joining, std::back_inserter(joining));
            joining.resize(cells.size());
            shown.joining = joining;
        }
        std::string name;
        std::vector<std::string> made_of;
        const bool is_summed = row.kind == PlanRowKind::line || row.section == PlanSection::opening;
        if (is_summed && (is_part_ || !parts_.empty())) {
            const std::string id =
                std::string(section.id) + '/' + std::to_string(row.item) + '/' + std::string(id_of(row.part));
            if (is_part_)
                name = row_name(result_, holding_, id);
            made_of = row_names(result_, parts_, id);
            shown.name = name;
            shown.made_of = made_of;
        }
        sink_.row(shown, cells);
    }

    // The days of the lowest balances, which CSV has in the view of balances.
    void days(std::size_t open_from) {
        std::vector<Cell> cells(6);
        cells.emplace_back(TextCell{word(tr("on"))});
        for (std::size_t i = 0; i < table_.lowest_on.size(); ++i)
            cells.push_back(i < open_from || open_from == view_.periods.size() ? Cell() : Cell(table_.lowest_on[i]));
        cells.resize(cells.size() + 4);
        sink_.row({.kind = RowKind::aside, .audience = Audience::page, .level = 1}, cells);
    }

    RowSink& sink_;
    const Result& result_;
    const Holding& holding_;
    std::vector<const Holding*> parts_;
    bool is_part_;
    const View& view_;
    PlanTable table_;
    std::uint32_t rows_to_closing_;
};

// Null of one of several accounts of an entity, unless each has a plan.
const LineSums* sums_of(const Result& result, const Holding& holding) {
    if (holding.whole)
        return &*result.sums;
    return result.account_sums.empty() ? nullptr : &result.account_sums[holding.accounts.front()];
}

std::vector<Column> plan_columns(const View& view) {
    std::vector<Column> columns =
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::word("section", tr("Section")).for_data(), head::id("category", tr("Category")),
                    head::id("line", tr("Line")), head::id("label", tr("Label")), head::text("", "").for_page()},
                   view.language);
    for (const Period& period : view.periods) {
        std::string id = period_id(period, view.grid);
        // No spreadsheet takes 2026-M04 for a date.
        if (view.dialect == CsvDialect::excel_fr && view.grid == Grid::month)
            id = id.substr(0, 5) + 'M' + id.substr(5);
        columns.push_back({.id = id,
                           .label = id,
                           .heading = period_name(period, view.grid, view.language),
                           .type = CellType::money,
                           .figure = true,
                           .brief = brief_period_name(period, view.grid, view.language),
                           .year = period.first.fields().year,
                           .of_rows = OfRows::all});
    }
    const std::string total(translate(tr("Total"), view.language));
    std::vector<Addend> all;
    for (const Column& column : columns) {
        if (column.type == CellType::money)
            all.push_back({column.id});
    }
    columns.push_back({.id = "total",
                       .label = total,
                       .heading = total,
                       .type = CellType::money,
                       .figure = true,
                       .strong = true,
                       .adds = std::move(all)});
    std::ranges::move(category_columns(view.language), std::back_inserter(columns));
    std::ranges::move(columns_of({head::word("row", tr("Row")).for_data()}, view.language),
                      std::back_inserter(columns));
    return columns;
}

}  // namespace

Sheet plan_sheet(Results results, const View& view) {
    Sheet sheet = {"plan", plan_columns(view), [results, &view](RowSink& sink) {
                       for (const Result& result : results) {
                           std::vector<Holding> shown = holdings(result);
                           std::erase_if(shown, [&](const Holding& each) { return sums_of(result, each) == nullptr; });
                           for (const Holding& holding : shown)
                               PlanRows(sink, result, shown, holding, *sums_of(result, holding), view)
                                   .write(titled(holding_name(holding, view.language), result.scenario, result.label));
                       }
                   }};
    sheet.apart = true;
    return sheet;
}

Sheet plan_sheet(const Result& result, const LineSums& sums, const View& view, const std::string& title) {
    return {"plan", plan_columns(view), [&result, &sums, &view, title](RowSink& sink) {
                std::vector<Holding> shown = holdings(result);
                std::erase_if(shown, [](const Holding& each) { return !each.whole; });
                for (const Holding& holding : shown)
                    PlanRows(sink, result, shown, holding, sums, view)
                        .write(words({tr("{name}, {period}"),
                                      {{"name", holding_name(holding, view.language)}, {"period", title}}},
                                     view.language));
            }};
}

}  // namespace msp
