// SPDX-License-Identifier: MIT
#include <msp/report/booked_charges_sheets.hpp>
#include <msp/report/calls_sheets.hpp>
#include <msp/report/column.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>

namespace msp {
namespace {

const char* booked_as_text(BookedAs as) {
    switch (as) {
        case BookedAs::spent:
            return tr("shared");
        case BookedAs::loan:
            return tr("by its schedule");
        case BookedAs::other:
            return tr("not shared");
        case BookedAs::unmapped:
            return tr("no rule");
        case BookedAs::apart:
            return tr("no payment");
    }
    return "";
}

void booked_charge_rows(RowSink& rows, const BookedExercise& of, Language language) {
    const Entity& entity = of.budget->entities[of.charges.entity];
    rows.begin({with_scenario(words({tr("{entity}, what the books of {exercise} have"),
                                     {{"entity", entity.title()}, {"exercise", std::int64_t{of.charges.exercise}}}},
                                    language),
                              of.label, language),
                {}});
    for (const BookedCharge& row : of.charges.rows) {
        const std::string id = row.item ? of.budget->items[*row.item].id : row.account;
        const std::string label = row.item ? name_of(*of.budget, *row.item, Part::whole, language) : row.account;
        rows.row({}, {TextCell{of.scenario}, TextCell{entity.id}, std::int64_t{of.charges.exercise},
                      WordCell{id_of(row.as), translate(booked_as_text(row.as), language),
                               row.as == BookedAs::unmapped ? Style::strong : Style::plain},
                      TextCell{id}, TextCell{label}, row.count, row.amount, row.estimated});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .audience = Audience::page},
             {{}, {}, {}, {}, {}, WordCell{{}, translate(tr("The books"), language)}, {}, of.charges.all, {}});
}

void payer_rows(RowSink& rows, const BookedPayers& of, Language language) {
    const Entity& entity = of.budget->entities[of.paid.entity];
    rows.begin({with_scenario(words({tr("{entity}, what the books have of members and third parties from {first} to "
                                        "{last}"),
                                     {{"entity", entity.title()}, {"first", *of.paid.first}, {"last", of.paid.until}}},
                                    language),
                              of.label, language),
                {}});
    for (const BookedPayer& row : of.paid.rows) {
        const std::string id = row.payer ? of.budget->payer_id(*row.payer) : "";
        rows.row({}, {TextCell{of.scenario}, TextCell{entity.id}, TextCell{id},
                      row.payer ? Cell(TextCell{of.budget->payer_name(*row.payer)})
                                : Cell(WordCell{{}, translate(tr("nobody"), language), Style::strong}),
                      WordCell{call_id(row.kind), translate(call_word(row.kind), language)}, TextCell{row.account},
                      TextCell{row.auxiliary}, row.count, row.first, row.last, row.amount});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .audience = Audience::page},
             {{}, {}, {}, WordCell{{}, translate(tr("Paid"), language)}, {}, {}, {}, {}, {}, {}, of.paid.all});
}

}  // namespace

Sheet booked_payers_sheet(const std::vector<BookedPayers>& all, Language language) {
    return {"payers",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::id("member", tr("Member")).for_data(), head::text("name", tr("Member")).headed(""),
                        head::word("kind", tr("Kind")), head::text("account", tr("Account")),
                        head::text("auxiliary", tr("Auxiliary")), head::count("count", tr("Moves")),
                        head::date("first", tr("First")), head::date("last", tr("Last")).joined(),
                        head::money("amount", tr("Amount")).strong()},
                       language),
            [&all, language](RowSink& rows) {
                for (const BookedPayers& each : all)
                    payer_rows(rows, each, language);
            }};
}

Sheet booked_charges_sheet(const std::vector<BookedExercise>& exercises, Language language) {
    return {"books",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")).for_data(), head::word("kind", tr("How")),
                        head::id("line", tr("Line")), head::text("label", tr("Label")).headed(""),
                        head::count("count", tr("Moves")), head::money("amount", tr("Amount")),
                        head::money("estimated", tr("Estimated")).quiet()},
                       language),
            [&exercises, language](RowSink& rows) {
                for (const BookedExercise& each : exercises)
                    booked_charge_rows(rows, each, language);
            }};
}

}  // namespace msp
