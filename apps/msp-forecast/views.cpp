// SPDX-License-Identifier: MIT
#include <msp-forecast/json.hpp>
#include <msp-forecast/views.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/bridge_sheets.hpp>
#include <msp/report/curve_picture.hpp>
#include <msp/report/curve_sheets.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/grant_sheets.hpp>
#include <msp/report/income_sheets.hpp>
#include <msp/report/premise_sheet.hpp>
#include <msp/report/rolling_sheets.hpp>
#include <msp/report/sheet_text.hpp>
#include <support/environment.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <span>
#include <utility>

namespace msp::app {
namespace {

// The curve with characters; a page that is not made of them has its sheet.
bool draws(const ComputedForecast& of) {
    return of.settings.view == ViewKind::curve && of.context.options.format() == Format::text;
}

std::string file_line(const Context& context) {
    return context.several ? visible(context.path) + "\n\n" : "";
}

Members receipt(const ComputedForecast& of) {
    return {[&of](Json& out) { write_receipt(out, forecast_program, of.context); }};
}

// What scenarios change: on a page under a title each, in JSON one after the other.
void add_differences(const ComputedForecast& of, std::vector<Part>& parts) {
    if (of.results.size() < 2 || !of.base().sums)
        return;
    const std::span scenarios = std::span(of.results).subspan(1);
    parts.emplace_back(Table{difference_sheet(of.base(), scenarios, of.view), SheetIn::json});
    if (!of.compares())
        return;
    parts.emplace_back(Table{comparison_sheet(of.results, of.view), SheetIn::text});
    for (std::size_t i = 0; i < scenarios.size(); ++i)
        parts.emplace_back(Table{difference_sheet(of.base(), scenarios.subspan(i, 1), of.view), SheetIn::text});
}

// A day that is typed counts from its beginning; of two calendars of today the later one is newer too.
CalendarMoment made_at(const ComputedForecast& of) {
    return of.context.options.asks_today() ? now() : CalendarMoment{of.days.as_of};
}

const char* title_words(ViewKind view) {
    if (view == ViewKind::calendar)
        return tr("{name}, days not to forget, {first} to {last}");
    return view == ViewKind::assumptions ? tr("{name}, what the plan rests on, {first} to {last}")
                                         : tr("{name}, summary, {first} to {last}");
}

// Of a page without headlines, which have one.
void add_title(const ComputedForecast& of, std::vector<Part>& parts) {
    if (of.context.options.format() != Format::html)
        return;
    parts.emplace_back(Prose{[&of] {
        return of.settings.view == ViewKind::contracts
                   ? contracts_title(of.base(), of.view, of.days.as_of, of.style())
                   : page_title(of.base(), of.view, title_words(of.settings.view), of.style());
    }});
}

// The days not to forget are theirs alone: no headline stands beside them.
void add_days(const ComputedForecast& of, std::vector<Part>& parts) {
    parts.emplace_back(Prose{[&of] { return file_line(of.context); }});
    add_title(of, parts);
    parts.emplace_back(Table{view_sheet(of, of.results)});
    parts.emplace_back(Calendar{view_sheet(of, of.results),
                                of.calendars.empty() ? "" : calendar_name(of.calendars.back(), of.view.language),
                                made_at(of)});
}

// What the figures rest on stands without them.
void add_premises(const ComputedForecast& of, std::vector<Part>& parts) {
    parts.emplace_back(Prose{[&of] { return file_line(of.context); }});
    add_title(of, parts);
    parts.emplace_back(Table{view_sheet(of, of.results)});
}

// In a workbook first the evenings, which it draws. On a page it is drawn beside its tables, in a text instead of them.
void add_curve(const ComputedForecast& of, std::vector<Part>& parts) {
    const Results all = of.results;
    if (of.context.options.format() == Format::xlsx) {
        parts.emplace_back(Table{evenings_sheet(all, of.view)});
        Sheet lows = curve_sheet(all, of.view);
        lows.id = "lows";
        parts.emplace_back(Table{std::move(lows)});
        if (of.view.grid != Grid::day)
            parts.emplace_back(Table{around_lowest_sheet(all, of.view)});
        return;
    }
    if (draws(of))
        parts.emplace_back(Prose{[&of] { return curve_text(of.results, of.view, of.style()); }});
    parts.emplace_back(Pictures{[&of] { return curve_pictures(of.results, of.view, of.style()); }});
    parts.emplace_back(Table{view_sheet(of, all), draws(of) ? SheetIn::csv_and_json : SheetIn::all});
    if (of.view.grid != Grid::day && of.context.options.format() == Format::html)
        parts.emplace_back(
            Prose{[&of] { return heading(tell(tr("The evenings around the lowest"), of.style()), of.style()); }});
    parts.emplace_back(Table{around_lowest_sheet(all, of.view), draws(of) ? SheetIn::json : SheetIn::text_and_json});
}

void add_figures(const ComputedForecast& of, std::vector<Part>& parts) {
    const bool only_table = of.settings.view == ViewKind::summary;
    const bool only_data = of.compares();
    if (only_table)
        add_title(of, parts);
    else
        parts.emplace_back(Prose{[&of] { return headlines_text(of); }});
    if (of.has_books())
        parts.emplace_back(Table{books_sheet(of.results, of.view), SheetIn::json});
    if (of.settings.view == ViewKind::curve)
        add_curve(of, parts);
    else
        parts.emplace_back(
            Table{view_sheet(of, of.results), only_data ? SheetIn::csv_and_json : SheetIn::all, only_table});
    parts.emplace_back(Members{[&of](Json& out) { notes_json(out, of.results); }});
    add_differences(of, parts);
    if (!only_table)
        parts.emplace_back(Prose{[&of] { return notes_below(of); }});
}

std::string uncertain_notes(const ComputedForecast& of) {
    const std::string first = uncertain_text(of.base(), of.style());
    std::string out = first;
    for (const Result& result : of.whole()) {
        if (const std::string other = uncertain_text(result, of.style()); other != first)
            out += heading(scenario_name(result), of.style()) + other;
    }
    return out;
}

// In sentences, those of the books under those of the plan that goes on from them.
std::string headline_page(const ComputedForecast& of) {
    std::string out = headline_sentences(of.base(), of.view, of.style()) + books_sentences(of.base(), of.style());
    for (const Result& result : of.whole().subspan(1))
        out += headline_sentences(result, of.view, of.style());
    return out;
}

}  // namespace

std::vector<Part> view_parts(const ComputedForecast& of) {
    std::vector<Part> parts = {Members{[&of](Json& out) { headlines_json(out, of.results, of.view, of.days.as_of); }}};
    if (of.settings.view == ViewKind::assumptions)
        add_premises(of, parts);
    else
        (of.settings.of_days() ? add_days : add_figures)(of, parts);
    parts.emplace_back(receipt(of));
    return parts;
}

// In JSON the receipt names the file.
Sheet view_sheet(const ComputedForecast& of, Results results) {
    const View& view = of.view;
    switch (of.settings.view) {
        case ViewKind::plan:
            return plan_sheet(results, view);
        case ViewKind::curve:
            return of.context.options.format() == Format::csv ? flat_curve_sheet(results, view)
                                                              : curve_sheet(results, view);
        case ViewKind::movements:
            return movement_sheet(results, view);
        case ViewKind::loans:
            return loan_sheet(results, view);
        case ViewKind::loan_years:
            return loan_year_sheet(results, view);
        case ViewKind::debt_service:
            return debt_service_sheet(results, view);
        case ViewKind::due:
            return due_sheet(results, view);
        case ViewKind::landing:
            return landing_sheet(results, view);
        case ViewKind::income:
            return income_sheet(results, view);
        case ViewKind::grant_budget:
            return grant_sheet(results, view);
        case ViewKind::calendar:
            return calendar_sheet(of.calendars, view.language);
        case ViewKind::contracts:
            return contracts_sheet(of.calendars, view.language);
        case ViewKind::bridge:
            return bridge_sheet(of.base().budget, of.bridges, view.language);
        case ViewKind::summary:
            return summary_sheet(of.summary, view.language, of.context.options.format() != Format::json);
        case ViewKind::assumptions:
            return assumptions_sheet(of, results);
        case ViewKind::balance:
            break;
    }
    return balance_sheet(results, view);
}

Sheet assumptions_sheet(const ComputedForecast& of, Results results) {
    return premise_sheet(results, of.view, {of.days.as_of, of.settings.count}, of.context.sources);
}

std::string headlines_text(const ComputedForecast& of) {
    const std::string file = file_line(of.context);
    if (of.context.options.format() == Format::html)
        return file + headline_page(of);
    std::string out = file;
    if (const std::string books = books_text(of.base(), of.style()); !books.empty())
        out += books + '\n';
    for (const Result& result : of.whole())
        out += headline_text(result, of.view, of.style());
    return out;
}

std::string notes_below(const ComputedForecast& of) {
    const std::string notes = uncertain_notes(of);
    if (notes.empty())
        return "";
    return (of.context.options.format() == Format::xlsx
                ? heading(tell(tr("About the whole plan"), of.style()), of.style())
                : "") +
           notes;
}

}  // namespace msp::app
