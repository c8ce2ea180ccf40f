// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_cash.hpp>
#include <msp/report/booked_words.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/forecast_sheets.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

void booked_rows(RowSink& rows, const ActualsResult& result, Language language) {
    const Budget& budget = *result.budget;
    const std::vector<std::string> banks = bank_names(budget);
    rows.begin({});
    for (const MappedExport& each : result.exports) {
        BookedBalances balances(each.totals.openings);
        for (const std::uint32_t position : by_day(each.moves)) {
            const CashMove& move = each.moves[position];
            const bool mapped = move.item != no_item;
            const Item* item = mapped ? &budget.items[move.item] : nullptr;
            const Category* category = mapped ? &budget.categories[item->category] : nullptr;
            const std::string label =
                mapped ? name_of(budget, move.item, Part::whole, language) : label_at(each, move.line);
            const std::string account = account_text(each, move.account);
            const bool internal = move.kind == CashKind::internal;
            const char* page = internal         ? tr("internal")
                               : !mapped        ? tr("unmapped")
                               : move.estimated ? tr("estimated")
                                                : "";
            std::vector<Cell> cells = {TextCell{result.scenario},
                                       TextCell{budget.entities[each.entity].id},
                                       move.date,
                                       move.date,
                                       TextCell{budget.banks[move.bank].id},
                                       TextCell{mapped ? std::string_view(item->id) : std::string_view()},
                                       TextCell{label},
                                       TextCell{mapped ? std::string_view(category->id) : std::string_view()},
                                       mapped ? Cell(WordCell{id_of(category->nature), {}}) : Cell(),
                                       std::int64_t{budget.exercise_of(move.date, each.entity)},
                                       WordCell{id_of(State::paid), {}},
                                       move.amount,
                                       balances.after(move),
                                       WordCell{id_of(Origin::actual), {}},
                                       WordCell{{}, translate(page, language), Style::strong},
                                       certainty_word(move.estimated, language),
                                       TextCell{account},
                                       TextCell{mapped ? std::string_view(category->grant_line) : std::string_view()},
                                       TextCell{mapped ? std::string_view(category->tax_line) : std::string_view()}};
            if (budget.banks.size() > 1)
                cells.insert(cells.begin() + bank_name_column, TextCell{banks[move.bank]});
            rows.row({.thread = move.bank}, cells);
        }
    }
}

}  // namespace

Sheet booked_sheet(ActualsResults results, Language language) {
    std::vector<Column> columns = movement_columns(*results.front().budget, language);
    std::ranges::move(
        columns_of({head::word("certainty", tr("Certainty")).for_data(), head::text("account", tr("Account")),
                    head::id("grant_line", tr("Grant budget line")), head::id("tax_line", tr("Tax line"))},
                   language),
        std::back_inserter(columns));
    return {"movements", std::move(columns), [results, language](RowSink& rows) {
                for (const ActualsResult& result : results)
                    booked_rows(rows, result, language);
            }};
}

}  // namespace msp
