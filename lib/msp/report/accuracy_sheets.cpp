// SPDX-License-Identifier: MIT
#include <msp/report/accuracy_sheets.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <msp/report/forecast.hpp>

#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr int error_places = 1;
constexpr std::size_t narrowest_judged = 20;
constexpr std::string_view judged_scenario = "base";

Cell error_percent_cell(const std::optional<Quotient>& percent) {
    return percent ? Cell(DecimalCell{*percent, error_places}) : Cell();
}

void judged_rows(RowSink& rows, const AccuracyResult& result, Language language) {
    for (const JudgedEntity& entity : result.entities) {
        rows.begin({result.budget->entities[entity.entity].title(), {}});
        for (const JudgedForecast& each : entity.forecasts) {
            rows.row({}, {WordCell{judged_scenario}, TextCell{result.budget->entities[entity.entity].id}, each.made,
                          each.days.last, each.all.forecast, each.all.actual, each.all.error,
                          WordCell{{}, translate(gap_word(each.all.error), language)}, each.missed,
                          error_percent_cell(each.missed_percent), each.forecast_low.amount, each.forecast_low.date,
                          each.low.amount, each.low.date});
        }
    }
}

std::string name_of(const AccuracyResult& result, const ForecastError& row, Language language) {
    if (row.item)
        return name_of(*result.budget, *row.item, Part::whole, language);
    if (row.line == unmapped_line)
        return std::string(translate(tr("Unmapped"), language));
    return row.label.empty() ? row.line : row.label;
}

void error_row(RowSink& rows, Row kind, const AccuracyResult& result, const JudgedEntity& entity, Date made,
               const ForecastError& row, const Cell& line, const Cell& label, Language language) {
    rows.row(kind, {WordCell{judged_scenario}, TextCell{result.budget->entities[entity.entity].id}, made,
                    PeriodCell{row.period, result.grid}, line, label, row.forecast, row.actual, row.error,
                    error_percent_cell(row.percent), WordCell{{}, translate(gap_word(row.error), language)}});
}

void error_rows(RowSink& rows, const AccuracyResult& result, const JudgedEntity& entity, const JudgedForecast& of,
                const Period* period, Language language) {
    for (const ForecastError& row : of.rows) {
        if (period != nullptr && row.period.first != period->first)
            continue;
        const std::string label = name_of(result, row, language);
        error_row(rows, {}, result, entity, of.made, row, TextCell{row.line}, TextCell{label}, language);
    }
}

void shown_rows(RowSink& rows, const AccuracyResult& result, Language language) {
    for (const JudgedEntity& entity : result.entities) {
        const JudgedForecast& of = entity.forecasts[entity.shown];
        for (const ForecastError& total : of.totals) {
            rows.begin({words({tr("{entity}, the forecast of {made} for {first} to {last}"),
                               {{"entity", result.budget->entities[entity.entity].title()},
                                {"made", of.made},
                                {"first", total.period.first},
                                {"last", total.period.last}}},
                              language),
                        {}});
            error_rows(rows, result, entity, of, &total.period, language);
            rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
            error_row(rows, {.kind = RowKind::total, .adds = all_lines}, result, entity, of.made, total, Cell(),
                      WordCell{{}, translate(tr("Total"), language)}, language);
        }
    }
}

std::vector<Column> error_columns(Language language) {
    return columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                       head::date("made", tr("Made on")).for_data(), head::period("period", tr("Period")).for_data(),
                       head::id("line", tr("Line")), head::text("label", tr("Label")).headed(""),
                       head::money("forecast", tr("Forecast")).quiet(), head::money("actual", tr("Actual")).quiet(),
                       head::money("error", tr("Error")).adding("actual -forecast"),
                       head::decimal("error_pct", tr("Error %")).joined().percent_of("error forecast"),
                       head::word("", tr("Error is")).joined().headed("").for_page()},
                      language);
}

}  // namespace

Sheet judged_sheet(const AccuracyResult& result, Language language) {
    return {
        "forecasts",
        columns_of(
            {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::date("made", tr("Made on")),
             head::date("until", tr("Up to")).for_data(), head::money("forecast", tr("Forecast")).quiet(),
             head::money("actual", tr("Actual")).quiet(), head::money("error", tr("Error")).adding("actual -forecast"),
             head::word("", tr("Error is")).joined().headed("").for_page(),
             head::money("missed", tr("Line by line")).quiet(),
             head::decimal("missed_pct", tr("Line by line %")).joined().headed("%"),
             head::money("forecast_lowest", tr("Lowest forecast")),
             head::date("forecast_lowest_on", tr("Lowest forecast on")).for_data(),
             head::money("lowest", tr("Lowest")).joined(), head::date("lowest_on", tr("Lowest on")).for_data()},
            language),
        [&result, language](RowSink& rows) { judged_rows(rows, result, language); }};
}

Sheet errors_sheet(const AccuracyResult& result, Language language) {
    return {"accuracy", error_columns(language), [&result, language](RowSink& rows) {
                rows.begin({});
                for (const JudgedEntity& entity : result.entities) {
                    for (const JudgedForecast& of : entity.forecasts)
                        error_rows(rows, result, entity, of, nullptr, language);
                }
            }};
}

Sheet shown_errors_sheet(const AccuracyResult& result, Language language) {
    return {"shown",
            error_columns(language),
            [&result, language](RowSink& rows) { shown_rows(rows, result, language); },
            {},
            narrowest_judged};
}

std::string accuracy_title(Language language) {
    return std::string(translate(tr("Earlier forecasts against what came"), language));
}

std::string accuracy_rules(const TextStyle& style) {
    return wrapped(words({tr("An error is what came less what was forecast: a positive one left more money. Line by "
                             "line: the errors of each line and month without their signs, and in percent of what "
                             "came. Shown line by line is the forecast of three months before, else the first."),
                          {}},
                         style.language),
                   0, page_width(style));
}

void write_archive(const ArchivedForecast& forecast, const TextSink& sink) {
    Csv csv(sink, CsvDialect::rfc4180);
    for (const char* column : {"kind", "entity", "line", "label", "month", "day", "amount", "siren"})
        csv.word(column);
    csv.end_row();
    for (const ArchivedEntity& entity : forecast) {
        const auto of_day = [&](std::string_view kind, Date day, Money amount, std::string_view siren) {
            csv.word(kind);
            csv.word(entity.id);
            csv.empty();
            csv.empty();
            csv.empty();
            csv.date(day);
            csv.money(amount);
            csv.word(siren);
            csv.end_row();
        };
        const auto of_line = [&](std::string_view kind, const ArchivedAmount& amount) {
            csv.word(kind);
            csv.word(entity.id);
            csv.word(amount.line);
            csv.text(amount.label);
            csv.month(amount.month);
            amount.day ? csv.date(*amount.day) : csv.empty();
            csv.money(amount.amount);
            csv.empty();
            csv.end_row();
        };
        of_day("balance", entity.made, entity.balance, entity.siren);
        of_day("low", entity.low.date, entity.low.amount, {});
        of_day("end", entity.last, entity.end, {});
        for (const ArchivedAmount& amount : entity.actual)
            of_line("actual", amount);
        for (const ArchivedAmount& amount : entity.forecast)
            of_line("forecast", amount);
        for (const ArchivedAmount& amount : entity.openings)
            of_line("opening", amount);
    }
    csv.finish();
}

}  // namespace msp
