// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/plan/charged.hpp>
#include <msp/report/income_sheets.hpp>
#include <msp/report/result_rows.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_income = 30;

// By step, with the category that it is of. What is neither charge nor income has its category alone.
constexpr std::array step_words = {
    tr("Depreciation, which nobody pays"),           tr("Added to the capital, not paid: {category}"),
    tr("Receivable after the exercise: {category}"), tr("Payable after the exercise: {category}"),
    tr("Received before the exercise: {category}"),  tr("Paid before the exercise: {category}"),
    tr("Received of earlier exercises: {category}"), tr("Paid of earlier exercises: {category}"),
    tr("Received for later exercises: {category}"),  tr("Paid for later exercises: {category}"),
    tr("Before the account opens: {category}")};

// Groups of rows that others add up: the lines of each class, the classes of a side, the two sides, what follows.
constexpr std::uint8_t first_group_of_lines = 1;
constexpr std::uint8_t most_classes = 40;
constexpr std::uint8_t classes_of_charges = first_group_of_lines + most_classes;
constexpr std::uint8_t classes_of_income = classes_of_charges + 1;
constexpr std::uint8_t all_charges = classes_of_income + 1;
constexpr std::uint8_t all_income = all_charges + 1;
constexpr std::uint8_t the_result = all_income + 1;
constexpr std::uint8_t steps_to_settled = the_result + 1;
constexpr std::uint8_t settled_group = steps_to_settled + 1;
constexpr std::uint8_t steps_to_change = settled_group + 1;

constexpr std::array adds_charges = {RowTerm{classes_of_charges}};
constexpr std::array adds_income = {RowTerm{classes_of_income}};
constexpr std::array adds_result = {RowTerm{all_income}, RowTerm{all_charges, true}};
constexpr std::array adds_settled = {RowTerm{the_result}, RowTerm{steps_to_settled}};
constexpr std::array adds_change = {RowTerm{settled_group}, RowTerm{steps_to_change}};

// One statement, row by row.
class IncomeRows {
 public:
    IncomeRows(RowSink& sink, const Result& result, const IncomeStatement& statement, const View& view)
        : sink_(sink), result_(result), statement_(statement), view_(view) {}

    void write() {
        const Entity& entity = result_.budget.entities[statement_.entity];
        const bool named = result_.statements.size() > 1 || result_.scenario != "base";
        sink_.begin({named ? titled(entity.title(), result_.scenario, result_.label) : "",
                     {},
                     entity.title(),
                     worksheet_name(entity.title(), result_, result_.statements.size() > 1)});
        for (const IncomeRow& row : statement_.rows)
            write(row);
    }

 private:
    [[nodiscard]] std::string_view word(const char* text) const { return translate(text, view_.language); }

    [[nodiscard]] std::string class_name(const AccountClass* of_class) const {
        return of_class == nullptr ? std::string(word(tr("Without a class")))
                                   : of_class->number + ' ' + of_class->name.in(view_.language);
    }

    [[nodiscard]] const Category& category_of(const IncomeRow& row) const {
        return result_.budget.categories[*row.category];
    }

    [[nodiscard]] std::string label(const IncomeRow& row) const {
        switch (row.kind) {
            case IncomeRowKind::category: {
                if (!row.category)
                    return std::string(
                        word(row.section == IncomeSection::cash ? step_words.front() : tr("Depreciation")));
                const std::string& category = name_of(category_of(row), view_.language);
                return row.section != IncomeSection::cash || row.step == IncomeStep::other
                           ? category
                           : words({step_words.at(static_cast<std::size_t>(row.step)), {{"category", category}}},
                                   view_.language);
            }
            case IncomeRowKind::of_class:
                return class_name(row.of_class);
            case IncomeRowKind::settled:
                return std::string(word(tr("Charges and income settled in the exercise")));
            case IncomeRowKind::whole:
                break;
        }
        constexpr std::array wholes = {tr("Charges"), tr("Income"), tr("Result"), tr("Change of cash")};
        return std::string(word(wholes.at(static_cast<std::size_t>(row.section))));
    }

    [[nodiscard]] static std::string_view kind_id(const IncomeRow& row) {
        constexpr std::array<std::string_view, 4> ids = {"category", "class", "settled", "total"};
        const bool step = row.section == IncomeSection::cash && row.kind == IncomeRowKind::category;
        return step ? id_of(row.step) : ids.at(static_cast<std::size_t>(row.kind));
    }

    // Where the row stands among those that others add up, and which it adds up itself.
    [[nodiscard]] Row look(const IncomeRow& row) {
        switch (row.section) {
            case IncomeSection::charges:
            case IncomeSection::income:
                return look_of_side(row);
            case IncomeSection::result:
                return {.kind = RowKind::total, .group = the_result, .adds = adds_result};
            case IncomeSection::cash:
                break;
        }
        switch (row.kind) {
            case IncomeRowKind::settled:
                return {.kind = RowKind::heading, .group = settled_group, .adds = adds_settled};
            case IncomeRowKind::whole:
                return {.kind = RowKind::total, .group = steps_to_change, .adds = adds_change};
            case IncomeRowKind::category:
            case IncomeRowKind::of_class:
                break;
        }
        return {
            .level = 1, .sparse = true, .group = row.step == IncomeStep::other ? steps_to_change : steps_to_settled};
    }

    [[nodiscard]] Row look_of_side(const IncomeRow& row) {
        const bool charges = row.section == IncomeSection::charges;
        switch (row.kind) {
            case IncomeRowKind::category:
                return {.level = 1, .sparse = true, .group = lines_};
            case IncomeRowKind::of_class: {
                terms_.at(lines_) = RowTerm{lines_};
                Row made = {.kind = RowKind::heading, .group = charges ? classes_of_charges : classes_of_income};
                made.adds = std::span(terms_).subspan(lines_, 1);
                if (lines_ + 1 < classes_of_charges)
                    lines_ = static_cast<std::uint8_t>(lines_ + 1);
                return made;
            }
            case IncomeRowKind::settled:
            case IncomeRowKind::whole:
                break;
        }
        return charges ? Row{.kind = RowKind::total, .group = all_charges, .adds = adds_charges}
                       : Row{.kind = RowKind::total, .group = all_income, .adds = adds_income};
    }

    void write(const IncomeRow& row) {
        if (row.kind == IncomeRowKind::whole)
            sink_.row({RowKind::rule}, {});
        const std::string name = label(row);
        const bool of_category = row.kind == IncomeRowKind::category && row.category;
        std::vector<Cell> cells = {
            TextCell{result_.scenario},
            TextCell{result_.budget.entities[statement_.entity].id},
            WordCell{id_of(row.section), {}},
            TextCell{row.of_class == nullptr ? std::string_view() : std::string_view(row.of_class->number)},
            TextCell{of_category ? std::string_view(category_of(row).id) : std::string_view()},
            WordCell{kind_id(row), {}},
            TextCell{name},
            TextCell{name}};
        cells.insert(cells.end(), row.exercises.begin(), row.exercises.end());
        sink_.row(look(row), cells);
    }

    RowSink& sink_;
    const Result& result_;
    const IncomeStatement& statement_;
    const View& view_;
    std::array<RowTerm, classes_of_charges + 1> terms_;
    std::uint8_t lines_ = first_group_of_lines;  // of the class at hand
};

void income_rows(RowSink& sink, const Result& result, const View& view) {
    for (const IncomeStatement& statement : result.statements) {
        if (result.selection.entity.value_or(statement.entity) == statement.entity)
            IncomeRows(sink, result, statement, view).write();
    }
}

// What an account opens with is neither income nor a change of cash, though the plan's balances rise by it.
void add_openings(std::vector<std::string>& notes, const Result& result, const IncomeStatement& statement,
                  Language language) {
    const Budget& budget = result.budget;
    const Period days = {
        std::max(days_of(budget, statement.exercises.front(), statement.entity).first, budget.first_day()),
        days_of(budget, statement.exercises.back(), statement.entity).last};
    std::ranges::move(
        later_openings(tr("{entity}: {account} opens on {day} with {amount}: the change of cash of that exercise does "
                          "not have this."),
                       budget, banks_of(budget, statement.entity), days, language),
        std::back_inserter(notes));
}

}  // namespace

Sheet income_sheet(Results results, const View& view) {
    std::vector<Column> columns =
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::word("section", tr("Section")).for_data(), head::id("class", tr("Class")),
                    head::id("category", tr("Category")), head::word("row", tr("Row")).for_data(),
                    head::id("label", tr("Label")), head::text("", "").for_page()},
                   view.language);
    for (const std::int16_t exercise : view.exercises) {
        const std::string name = std::to_string(exercise);
        columns.push_back({.id = name, .label = name, .heading = name, .type = CellType::money, .figure = true});
    }
    Sheet sheet = {"income", std::move(columns), rows_of(results, view, income_rows)};
    sheet.apart = true;
    sheet.narrowest_name = narrowest_income;
    return sheet;
}

std::vector<std::string> income_notes(const Result& result, Language language) {
    std::vector<std::string> notes;
    for (const IncomeStatement& statement : result.statements) {
        if (result.selection.entity.value_or(statement.entity) != statement.entity)
            continue;
        const Entity& entity = result.budget.entities[statement.entity];
        const auto add = [&](const char* text, const std::string& list = {}) {
            notes.push_back(words({text, {{"entity", entity.title()}, {"list", list}}}, language));
        };
        for (const Gap& gap : statement.missing)
            notes.push_back(
                words({gap.part == Part::advance
                           ? tr("The result of {year} lacks the advance of its ACI, of which nothing is said.")
                           : tr("The result of {year} lacks the balance of its ACI, of which nothing is said."),
                       {{"year", std::int64_t{gap.year}}}},
                      language));
        if (statement.aci_beyond)
            add(tr(
                "{entity}: the ACI of a calendar year is income, as a whole, of the exercise that has its number; as "
                "that does not close in December, part of what it pays for lies beyond the close."));
        if (!statement.without_class.empty())
            add(tr("{entity}: in no class of the result, as their category has no account of class 6 or 7: {list}."),
                listed(statement.without_class,
                       [&](CategoryIndex category) { return name_of(result.budget.categories[category], language); }));
        if (!statement.depreciates)
            add(statement.invests ? tr("{entity}: the result is before depreciation, though the plan buys assets.")
                                  : tr("{entity}: the result is before depreciation."));
        if (statement.accrues)
            add(tr(
                "{entity}: interest of loans is a charge of the days that it runs for, also what is not yet due as an "
                "exercise ends."));
        if (statement.capitalises)
            add(
                tr("{entity}: interest that a total deferral adds to the capital is a charge of the days that it runs "
                   "for, and moves no money."));
        if (statement.employs)
            add(tr("{entity}: paid leave that is earned and not taken is not in the result."));
        if (entity.books == Books::cash && result.grant_budgets.empty())
            add(
                tr("{entity}: its books are of receipts and payments: what these come to is the row of what is "
                   "settled in the exercise, not the result."));
        if (statement.opens && result.grant_budgets.empty())
            notes.push_back(words(
                {tr("{entity}: an account opens in the course of an exercise, on {day}: what is settled in it, and "
                    "its change of cash, are of the days since then."),
                 {{"entity", entity.title()}, {"day", *statement.opens}}},
                language));
        if (result.grant_budgets.empty())
            add_openings(notes, result, statement, language);
    }
    return notes;
}

}  // namespace msp
