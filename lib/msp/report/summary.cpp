// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/summary.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_file = 18;

struct StatusWord {
    const char* id;
    const char* shown;
};
// The worst first.
constexpr std::array<StatusWord, 4> statuses = {
    {{"error", tr("error")}, {"overdrawn", tr("overdrawn")}, {"below-floor", tr("below the floor")}, {"ok", tr("ok")}}};

std::size_t severity(const Headline& headline) {
    if (!headline.ahead.overdrawn.empty())
        return 1;
    return headline.ahead.below_floor.empty() ? 3 : 2;
}

std::size_t severity(const SummaryEntry& entry) {
    return entry.readable ? severity(entry.headline) : 0;
}

WordCell rank_word(std::size_t rank, Language language) {
    return {statuses.at(rank).id, translate(statuses.at(rank).shown, language),
            rank == 3 ? Style::plain : Style::alert};
}

std::optional<Date> first_day(const std::vector<Stretch>& stretches) {
    return stretches.empty() ? std::nullopt : std::optional(stretches.front().first);
}

// Of an overdraft or a floor, whichever comes first: a floor may lie below zero.
std::optional<Date> first_short(const Shortage& shortage) {
    const std::optional<Date> floor = first_day(shortage.below_floor);
    const std::optional<Date> zero = first_day(shortage.overdrawn);
    return floor && zero ? std::min(floor, zero) : floor ? floor : zero;
}

// The end of a path tells files apart, its beginning is often the same.
std::string shortened(const std::string& path, std::size_t columns) {
    const std::string shown = visible(path);
    std::size_t begin = 0;
    while (display_width(std::string_view(shown).substr(begin)) + (begin == 0 ? 0 : 1) > columns)
        begin += decode(shown, begin).length;
    return begin == 0 ? shown : "…" + shown.substr(begin);
}

std::string name_cell(const SummaryEntry& entry) {
    std::string file = shortened(entry.file, narrowest_file - 2);
    if (!entry.readable)
        return file;
    std::string name = entry.name.empty() ? entry.entity : entry.name;
    if (entry.headline.banks.size() > 1)
        name += ", " + (entry.bank_name.empty() ? entry.bank : entry.bank_name);
    if (!entry.scenario_name.empty())
        name += ", " + entry.scenario_name;
    return name + " (" + file + ')';
}

Cell first_cell(const std::optional<Date>& day) {
    return day ? Cell(*day) : Cell();
}

// With several accounts a page shows the worst one's low: the bank does not look at the others.
std::vector<Cell> figures_of(const SummaryEntry& entry) {
    const Headline& headline = entry.headline;
    const Shortage& ahead = headline.ahead;
    return {TextCell{entry.scenario},
            TextCell{entry.entity},
            entry.days.first,
            entry.days.last,
            headline.opening,
            headline.closing,
            ahead.lowest.amount,
            ahead.lowest.date,
            first_cell(first_day(ahead.below_floor)),
            Shortage::days(ahead.below_floor),
            first_cell(first_day(ahead.overdrawn)),
            Shortage::days(ahead.overdrawn),
            entry.payout};
}

constexpr std::size_t figure_columns = 13;

// What a page shows beside the name: the worst account's low, its day, and the first day short.
std::vector<Cell> page_cells(const SummaryEntry& entry) {
    const Low& low = entry.headline.ahead.worst.low;
    const std::optional<Date> first = first_short(entry.headline.ahead);
    return {low.amount, low.date, first ? Cell(*first) : Cell(WordCell{{}, "·"})};
}

void add(std::vector<Cell>& cells, const std::vector<Cell>& more) {
    cells.insert(cells.end(), more.begin(), more.end());
}

void summary_row(RowSink& rows, const SummaryEntry& entry, Language language, bool file) {
    const std::string name = name_cell(entry);
    std::vector<Cell> cells = {TextCell{name}};
    if (file)
        cells.emplace_back(TextCell{entry.file});
    add(cells, entry.readable ? figures_of(entry) : std::vector<Cell>(figure_columns));
    add(cells, entry.readable ? page_cells(entry) : std::vector<Cell>(3));
    cells.emplace_back(rank_word(severity(entry), language));
    add(cells, entry.readable ? std::vector<Cell>{TextCell{entry.bank}, entry.headline.ahead.worst.low.amount,
                                                  TextCell{entry.name}}
                              : std::vector<Cell>(3));
    rows.row({}, cells);
}

}  // namespace

std::vector<SummaryEntry> summary_entries(const Result& result, const View& view) {
    std::vector<SummaryEntry> entries;
    for (const Headline& headline : result.headlines) {
        const Entity& entity = result.budget.entities[headline.entity];
        const Bank& worst = result.budget.banks[headline.ahead.worst.bank];
        entries.push_back({.file = view.file,
                           .language = view.language,
                           .readable = true,
                           .scenario = result.scenario,
                           .scenario_name = titled("", result.scenario, result.label),
                           .entity = entity.id,
                           .name = entity.name,
                           .bank = worst.id,
                           .bank_name = worst.name,
                           .days = view.days(),
                           .headline = headline,
                           .payout = payout_of(headline, view)});
    }
    return entries;
}

void sort_worst_first(std::vector<SummaryEntry>& entries) {
    std::ranges::stable_sort(entries, {}, [](const SummaryEntry& entry) {
        return std::tuple(severity(entry), entry.headline.ahead.worst.low.amount);
    });
}

WordCell status_word(const Headline& headline, Language language) {
    return rank_word(severity(headline), language);
}

const char* status_of(const SummaryEntry& entry) {
    return statuses.at(severity(entry)).id;
}

Sheet summary_sheet(const std::vector<SummaryEntry>& entries, Language language, bool file) {
    std::vector<Column> columns = columns_of({head::text("", tr("Budget")).for_page(),
                                              head::id("file", tr("File")),
                                              head::id("scenario", tr("Scenario")),
                                              head::id("entity", tr("Entity")),
                                              head::date("from", tr("From")).for_data(),
                                              head::date("to", tr("To")).for_data(),
                                              head::money("opening", tr("Opening")).for_data(),
                                              head::money("closing", tr("Closing")).for_data(),
                                              head::money("lowest", tr("Lowest")).for_data(),
                                              head::date("lowest_on", tr("Lowest on")).for_data(),
                                              head::date("first_below_floor", tr("First below floor")).for_data(),
                                              head::count("days_below_floor", tr("Days below floor")).for_data(),
                                              head::date("first_overdrawn", tr("First overdrawn")).for_data(),
                                              head::count("days_overdrawn", tr("Days overdrawn")).for_data(),
                                              head::money("distributable", tr("Distributable")).for_data(),
                                              head::money("", tr("Lowest")).for_page(),
                                              head::date("", tr("on")).joined().to_the_right().for_page(),
                                              head::date("", tr("Short from")).to_the_right().for_page(),
                                              head::word("status", tr("Status")),
                                              head::id("bank", tr("Worst account")),
                                              head::money("lowest_bank", tr("Its lowest")).for_data(),
                                              head::id("name", tr("Name"))},
                                             language);
    if (!file)
        columns.erase(columns.begin() + 1);
    return {.id = "summary",
            .columns = std::move(columns),
            .rows =
                [&entries, language, file](RowSink& rows) {
                    rows.begin({});
                    for (const SummaryEntry& entry : entries)
                        summary_row(rows, entry, language, file);
                },
            .narrowest_name = narrowest_file};
}

}  // namespace msp
