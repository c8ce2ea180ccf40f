// SPDX-License-Identifier: MIT
#include <msp/report/actuals_sheets.hpp>
#include <msp/report/booked_words.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace msp {
namespace {

constexpr std::size_t narrowest_held = 20;
constexpr std::size_t most_gaps = 10;

Cell gap_percent_cell(const ComparedRow& row) {
    return row.gap_percent ? Cell(DecimalCell{*row.gap_percent, percent_places}) : Cell();
}

// A year is the exercise, which has the name of the year that it ends in.
PeriodCell period_cell(const ActualsResult& result, const ComparedRow& row) {
    if (result.grid != Grid::year)
        return {row.period, result.grid};
    const Month january(result.budget->exercise_of(row.period.last, row.entity), 1);
    return {{january.first(), (january + 11).last()}, result.grid};
}

void held_row(RowSink& rows, Row kind, const ActualsResult& result, const ComparedRow& row, const Cell& line,
              const Cell& label, Language language) {
    rows.row(kind, {TextCell{result.scenario}, TextCell{result.budget->entities[row.entity].id},
                    period_cell(result, row), line, label, row.voted, row.previous ? Cell(*row.previous) : Cell(),
                    row.actual, row.came ? Cell(certainty_word(row.estimated, language)) : Cell(),
                    row.landing ? Cell(*row.landing) : Cell(), row.gap, gap_percent_cell(row), row.timing,
                    row.amount_gap, WordCell{{}, translate(gap_word(row.gap), language)}});
}

std::string held_title(const ActualsResult& result, const ComparedEntity& entity, const Period& period,
                       Language language) {
    return with_scenario(words({tr("{entity}, {first} to {last}"),
                                {{"entity", result.budget->entities[entity.entity].title()},
                                 {"first", period.first},
                                 {"last", period.last}}},
                               language),
                         result.label, language);
}

void held_rows(RowSink& rows, const ActualsResult& result, Language language) {
    for (const ComparedEntity& entity : result.entities) {
        for (const ComparedRow& total : entity.totals) {
            Block block = {held_title(result, entity, total.period, language), {}};
            if (!total.previous)
                block.without.emplace_back("previous_year");
            rows.begin(block);
            for (const ComparedRow& row : entity.rows) {
                if (row.period.first != total.period.first)
                    continue;
                const std::string label = label_of(row, language);
                const Audience audience = only_lands(row) ? Audience::data : Audience::all;
                const std::uint8_t group = row.line && moves_within(*row.line) ? 1 : 0;  // the total has no transfer
                held_row(rows, {.audience = audience, .group = group}, result, row, TextCell{id_of(row)},
                         TextCell{label}, language);
            }
            rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
            held_row(rows, {.kind = RowKind::total, .audience = Audience::page, .adds = all_lines}, result, total,
                     Cell(), WordCell{{}, translate(tr("Total"), language)}, language);
        }
    }
}

void top_rows(RowSink& rows, const ActualsResult& result, Language language) {
    for (const ComparedEntity& entity : result.entities) {
        if (entity.top.empty())
            continue;
        const Message title = {tr("Largest gaps, {entity}"),
                               {{"entity", result.budget->entities[entity.entity].title()}}};
        rows.begin({with_scenario(words(title, language), result.label, language), {}});
        std::size_t shown = 0;
        for (const TopGap& gap : entity.top) {
            const ComparedRow& row = gap.row;
            const std::string label = label_of(row, language);
            const Audience audience = shown++ < most_gaps ? Audience::all : Audience::data;
            rows.row({.audience = audience},
                     {TextCell{result.scenario}, TextCell{result.budget->entities[row.entity].id}, TextCell{id_of(row)},
                      TextCell{label}, row.gap, gap_percent_cell(row), row.timing, row.amount_gap,
                      PeriodCell{gap.month, Grid::month}, gap.in_month,
                      WordCell{{}, translate(gap_word(row.gap), language)}});
        }
        rows.note_of_changes(translate(tr("A changed gap or timing runs through to the amount gap; the gap in percent, "
                                          "which is of what was voted, keeps the figure of the program."),
                                       language));
    }
}

void held_landing_rows(RowSink& rows, const ActualsResult& result, Language language) {
    for (const ComparedEntity& entity : result.entities) {
        if (entity.landings.empty())
            continue;
        const Entity& of = result.budget->entities[entity.entity];
        rows.begin(
            {with_scenario(words({tr("Where {entity} lands on {day}: what came by {until}, and what is to come"),
                                  {{"entity", of.title()}, {"day", entity.exercise->last}, {"until", entity.until}}},
                                 language),
                           result.label, language),
             {}});
        const auto add = [&](Row kind, const Cell& line, const Cell& label, const HeldLanding& landing) {
            rows.row(kind, {TextCell{result.scenario}, TextCell{of.id},
                            std::int64_t{result.budget->exercise_of(entity.exercise->last, entity.entity)}, line, label,
                            landing.voted, landing.actual, landing.remaining, landing.landing, landing.gap,
                            WordCell{{}, translate(gap_word(landing.gap), language)}});
        };
        for (const HeldLanding& each : entity.landings) {
            ComparedRow row;
            row.line = each.line;
            const std::string label = label_of(row, language);
            add({}, TextCell{id_of(row)}, TextCell{label}, each);
        }
        rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
        add({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines}, Cell(),
            WordCell{{}, translate(tr("Total"), language)}, EntityComparison::total_of(entity.landings));
    }
}

}  // namespace

const char* gap_word(Money gap) {
    if (gap == Money())
        return "";
    return gap.negative() ? tr("unfavourable") : tr("favourable");
}

Sheet compared_sheet(ActualsResults results, Language language) {
    return {"comparison",
            columns_of(
                {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                 head::period("period", tr("Period")).for_data(), head::id("line", tr("Line")),
                 head::text("label", tr("Label")).headed(""), head::money("voted", tr("Voted")).quiet(),
                 head::money("previous_year", tr("Year before")).quiet(), head::money("actual", tr("Actual")).quiet(),
                 head::word("certain", tr("Certain")).for_data(), head::money("landing", tr("Landing")).for_data(),
                 head::money("gap", tr("Gap")).adding("actual -voted"),
                 head::decimal("gap_pct", tr("Gap %")).joined().percent_of("gap voted"),
                 head::money("timing", tr("Timing")).quiet(),
                 head::money("amount_gap", tr("Amount gap")).quiet().adding("gap -timing"),
                 head::word("", tr("Gap is")).joined().for_page()},
                language),
            [results, language](RowSink& rows) {
                for (const ActualsResult& result : results)
                    held_rows(rows, result, language);
            },
            {},
            narrowest_held};
}

Sheet top_gaps_sheet(ActualsResults results, Language language) {
    return {"top_gaps",
            columns_of(
                {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::id("line", tr("Line")),
                 head::text("label", tr("Label")).headed(""), head::money("gap", tr("Gap")),
                 head::decimal("gap_pct", tr("Gap %")).joined(), head::money("timing", tr("Timing")).quiet(),
                 head::money("amount_gap", tr("Amount gap")).quiet().adding("gap -timing"),
                 head::period("month", tr("Month")), head::money("in_month", tr("In it")).joined().quiet(),
                 head::word("", tr("Gap is")).joined().for_page()},
                language),
            [results, language](RowSink& rows) {
                for (const ActualsResult& result : results)
                    top_rows(rows, result, language);
            },
            {},
            narrowest_held};
}

Sheet held_landing_sheet(ActualsResults results, Language language) {
    return {"landing",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")).for_data(), head::id("line", tr("Line")),
                        head::text("label", tr("Label")).headed(""), head::money("voted", tr("Voted")).quiet(),
                        head::money("actual", tr("Actual")).quiet(), head::money("remaining", tr("Remaining")).quiet(),
                        head::money("landing", tr("Landing")).quiet().adding("actual remaining"),
                        head::money("gap", tr("Gap")).adding("landing -voted"),
                        head::word("", tr("Gap is")).joined().for_page()},
                       language),
            [results, language](RowSink& rows) {
                for (const ActualsResult& result : results)
                    held_landing_rows(rows, result, language);
            },
            {},
            narrowest_held};
}

void voted_json(Json& json, const ActualsResult& result) {
    if (!result.voted)
        return;
    const auto ids = [&json](const char* name, const std::vector<std::string>& all) {
        json.begin_array(name);
        for (const std::string& id : all)
            json.text(id);
        json.end_array();
    };
    json.begin_object("voted");
    json.text("file", result.voted->file);
    ids("only_voted", result.voted->only_voted);
    ids("only_today", result.voted->only_today);
    json.end_object();
}

}  // namespace msp
