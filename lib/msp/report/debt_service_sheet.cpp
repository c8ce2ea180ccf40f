// SPDX-License-Identifier: MIT
#include <msp/cash/debt_service.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/result_rows.hpp>

#include <algorithm>

namespace msp {
namespace {

Cell cover_cell(const DebtYear& year) {
    const std::optional<Quotient> cover = year.cover();
    return cover ? Cell(DecimalCell{*cover, 2}) : Cell();
}

void notes(RowSink& rows, const std::vector<DebtYear>& years, Language language) {
    rows.note(translate(tr("Available is what the activity leaves before the loans; cover is how many times that pays "
                           "them. Capital that is lent, put in, invested or distributed is in neither."),
                        language));
    if (std::ranges::any_of(years, &DebtYear::cut))
        rows.note(
            translate(tr("An exercise of which not all days are shown is not comparable with a whole one."), language));
    if (std::ranges::any_of(years, &DebtYear::unsplit))
        rows.note(translate(tr("Payments of a loan that the books do not split count as principal."), language));
}

// What an account opens with is not received, though the plan's balances rise by it.
void opening_notes(RowSink& rows, const Result& result, EntityIndex entity, const View& view) {
    const std::vector<std::string> told = later_openings(
        tr("{account} opens on {day} with {amount}: neither what is received nor what is left has this."),
        result.budget, banks_of(result.budget, entity, result.selection), view.days(), view.language);
    for (const std::string& text : told)
        rows.note(text);
}

void debt_rows(RowSink& rows, const Result& result, const View& view) {
    const Budget& budget = result.budget;
    const std::vector<DebtYear> all = debt_service(budget, result.movements, view.days());
    for (auto year = all.begin(); year != all.end();) {
        if (result.selection.entity.value_or(year->entity) != year->entity) {
            ++year;
            continue;
        }
        const auto end = std::find_if(year, all.end(), [&](const DebtYear& one) { return one.entity != year->entity; });
        const Entity& entity = budget.entities[year->entity];
        const std::vector<DebtYear> own(year, end);
        rows.begin({titled(entity.title(), result.scenario, result.label),
                    {},
                    entity.title(),
                    worksheet_name(entity.title(), result, true)});
        for (; year != end; ++year)
            rows.row({}, {TextCell{result.scenario}, TextCell{entity.id}, std::int64_t{year->exercise},
                          year->days.first, year->days.last, year->receipts, year->payments, year->available(),
                          year->principal, year->interest, year->insurance, year->fees, year->service(), year->left(),
                          cover_cell(*year), year->drawn, year->other});
        notes(rows, own, view.language);
        opening_notes(rows, result, own.front().entity, view);
    }
}

}  // namespace

Sheet debt_service_sheet(Results results, const View& view) {
    Sheet sheet = {
        "debt_service",
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::count("exercise", tr("Exercise")).to_the_left(), head::date("first", tr("First day")),
                    head::date("last", tr("Last day")).joined(), head::money("receipts", tr("Receipts")),
                    head::money("payments", tr("Payments")).turned(),
                    head::money("available", tr("Available")).adding("receipts payments"),
                    head::money("principal", tr("Principal")), head::money("interest", tr("Interest")),
                    head::money("insurance", tr("Insurance")), head::money("fees", tr("Fees")),
                    head::money("service", tr("Debt service")).adding("principal interest insurance fees"),
                    head::money("left", tr("Left")).adding("available -service").strong(),
                    head::decimal("cover", tr("Cover")).dividing("available service"),
                    head::money("drawn", tr("Drawn")), head::money("other", tr("Investments, capital"))},
                   view.language),
        rows_of(results, view, debt_rows), no_loan(results, view)};
    sheet.apart = true;
    return sheet;
}

}  // namespace msp
