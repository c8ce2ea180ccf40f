// SPDX-License-Identifier: MIT
#include <msp/report/grant_sheets.hpp>
#include <msp/report/result_rows.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_grant = 30;

constexpr std::array<std::string_view, 7> grant_kind_ids = {"class",   "line",     "funder", "total",
                                                            "balance", "balanced", "given"};

// Groups of rows that others add up, of charges and, one more, of income.
constexpr std::uint8_t grant_classes = 1;
constexpr std::uint8_t grant_wholes = 3;
constexpr std::uint8_t grant_lines = 5;
constexpr std::array grant_adds_classes = {RowTerm{grant_classes}, RowTerm{grant_classes + 1}};
constexpr std::array grant_adds_wholes = {RowTerm{grant_wholes}, RowTerm{grant_wholes + 1}};
// The surplus takes the charges off the income, which is still to come; the deficit takes the income off the charges
// with their surplus.
constexpr std::array grant_adds_balances = {RowTerm{grant_wholes, true}, RowTerm{grant_wholes},
                                            RowTerm{grant_wholes + 1, true}};

class GrantRows {
 public:
    GrantRows(RowSink& sink, const Result& result, const View& view) : sink_(sink), result_(result), view_(view) {}

    void write(const GrantBudget& budget) {
        const Entity& entity = result_.budget.entities[budget.entity];
        const std::string title = words(
            {tr("{entity}, exercise {year}"), {{"entity", entity.title()}, {"year", std::int64_t{budget.exercise}}}},
            view_.language);
        sink_.begin({titled(title, result_.scenario, result_.label), unknown(budget), entity.title(),
                     worksheet_name(title, result_, true)});
        for (std::size_t i = 0; i < budget.rows.size(); ++i) {
            ahead_.clear();
            for (const std::uint32_t rows : rows_ahead(budget.rows, i))
                ahead_.push_back({rows});
            write(budget, budget.rows[i]);
        }
    }

 private:
    [[nodiscard]] std::string word(const char* text) const { return std::string(translate(text, view_.language)); }

    // The columns of which nothing is known.
    static std::vector<std::string_view> unknown(const GrantBudget& budget) {
        constexpr std::array<std::string_view, grant_columns> ids = {"voted", "revised", "actual"};
        std::vector<std::string_view> without;
        for (std::size_t i = 0; i < grant_columns; ++i) {
            if (std::ranges::none_of(budget.rows, [i](const GrantRow& row) { return row.amounts.at(i).has_value(); }))
                without.push_back(ids.at(i));
        }
        return without;
    }

    [[nodiscard]] std::string label(const GrantRow& row) const {
        switch (row.kind) {
            case GrantRowKind::of_class:
                return row.of_class == nullptr ? word(tr("In no class of the form"))
                                               : row.of_class->number + ' ' + row.of_class->name.in(view_.language);
            case GrantRowKind::line:
            case GrantRowKind::given:
            case GrantRowKind::funder:
                if (row.line != nullptr)
                    return row.line->name.in(view_.language);
                return row.words.empty() ? word(tr("Other")) : row.words;
            case GrantRowKind::whole:
                return word(row.charge ? tr("Total of charges") : tr("Total of income"));
            case GrantRowKind::balance:
                return word(row.charge ? tr("Expected surplus") : tr("Expected deficit"));
            case GrantRowKind::balanced:
                break;
        }
        return word(tr("Total"));
    }

    [[nodiscard]] Row look(const GrantRow& row) const {
        const std::uint8_t side = row.charge ? 0 : 1;
        const auto group = [side](std::uint8_t of) { return static_cast<std::uint8_t>(of + side); };
        switch (row.kind) {
            case GrantRowKind::of_class:
                return {.kind = RowKind::heading,
                        .group = row.of_class != nullptr && row.of_class->without_money() ? group(grant_lines)
                                                                                          : group(grant_classes),
                        .ahead = ahead_};
            case GrantRowKind::line:
            case GrantRowKind::given:
                return {.level = 1, .sparse = true, .group = group(grant_lines)};
            case GrantRowKind::funder:
                return {.kind = RowKind::aside, .level = 2, .group = group(grant_lines)};
            case GrantRowKind::whole:
                return {.kind = RowKind::total,
                        .group = group(grant_wholes),
                        .adds = std::span(grant_adds_classes).subspan(side, 1)};
            case GrantRowKind::balance:
                return {.group = group(grant_wholes),
                        .adds = std::span(grant_adds_balances).subspan(side, side + std::size_t{1}),
                        .ahead = ahead_,
                        .never_negative = true};
            case GrantRowKind::balanced:
                break;
        }
        return {
            .kind = RowKind::total, .group = group(grant_lines), .adds = std::span(grant_adds_wholes).subspan(side, 1)};
    }

    void write(const GrantBudget& budget, const GrantRow& row) {
        if (row.kind == GrantRowKind::whole || row.kind == GrantRowKind::balanced)
            sink_.row({RowKind::rule}, {});
        const std::string name = label(row);
        std::vector<Cell> cells = {
            TextCell{result_.scenario},
            TextCell{result_.budget.entities[budget.entity].id},
            std::int64_t{budget.exercise},
            WordCell{row.charge ? "charges" : "income", {}},
            TextCell{row.of_class == nullptr ? std::string_view() : std::string_view(row.of_class->number)},
            WordCell{grant_kind_ids.at(static_cast<std::size_t>(row.kind)), {}},
            TextCell{name},
            TextCell{name}};
        for (const std::optional<Money>& amount : row.amounts)
            cells.push_back(amount ? Cell(*amount) : Cell());
        sink_.row(look(row), cells);
    }

    RowSink& sink_;
    const Result& result_;
    const View& view_;
    std::vector<RowAhead> ahead_;  // of the row
};

void grant_budget_rows(RowSink& sink, const Result& result, const View& view) {
    GrantRows rows(sink, result, view);
    for (const GrantBudget& budget : result.grant_budgets) {
        if (result.selection.entity.value_or(budget.entity) == budget.entity)
            rows.write(budget);
    }
}

}  // namespace

Sheet grant_sheet(Results results, const View& view) {
    Sheet sheet = {
        "grant_budget",
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::count("exercise", tr("Exercise")).for_data(), head::word("section", tr("Section")).for_data(),
                    head::id("class", tr("Class")), head::word("row", tr("Row")).for_data(),
                    head::id("label", tr("Label")), head::text("", "").for_page(), head::money("voted", tr("Voted")),
                    head::money("revised", tr("Revised")), head::money("actual", tr("Actual"))},
                   view.language),
        rows_of(results, view, grant_budget_rows)};
    sheet.apart = true;
    sheet.narrowest_name = narrowest_grant;
    // Beside nothing that was voted there is nothing to be revised.
    const auto voted = [](const Result& result) {
        return std::ranges::any_of(result.grant_budgets, [](const GrantBudget& of) {
            return std::ranges::any_of(of.rows, [](const GrantRow& row) { return row.amounts.front().has_value(); });
        });
    };
    if (std::ranges::none_of(results, voted))
        sheet.columns[sheet.columns.size() - 2].heading = translate(tr("Budget"), view.language);
    return sheet;
}

std::vector<std::string> grant_notes(const Result& result, Language language) {
    std::vector<std::string> notes;
    const auto add = [&](const char* text, const GrantBudget& of) {
        const Entity& entity = result.budget.entities[of.entity];
        std::string note = words({text, {{"entity", entity.title()}, {"year", std::int64_t{of.exercise}}}}, language);
        if (std::ranges::find(notes, note) == notes.end())
            notes.push_back(std::move(note));
    };
    for (const GrantBudget& of : result.grant_budgets) {
        if (result.selection.entity.value_or(of.entity) != of.entity)
            continue;
        if (of.typed_pay)
            add(tr("{entity}: pay that is typed as net stands as net, its contributions with both shares; the form "
                   "asks "
                   "for gross pay."),
                of);
        if (of.not_voted)
            add(tr("{entity}, exercise {year}: the budget that was voted does not show it."), of);
        if (of.booked_until) {
            notes.push_back(words({tr("{entity}: what the books have of {year} is up to {day}."),
                                   {{"entity", result.budget.entities[of.entity].title()},
                                    {"year", std::int64_t{of.exercise}},
                                    {"day", *of.booked_until}}},
                                  language));
            if (result.budget.entities[of.entity].books == Books::cash)
                add(tr("{entity}: its books are of receipts and payments, and have what was paid."), of);
        }
    }
    if (!result.grant_budgets.empty())
        notes.emplace_back(
            translate(tr("What is given without money (86 and 87) is not in a budget: fill it in by hand."), language));
    return notes;
}

}  // namespace msp
