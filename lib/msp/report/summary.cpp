// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/summary.hpp>
#include <msp/report/text_table.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>

namespace msp {
namespace {

constexpr std::size_t narrowest_name = 18;

struct StatusWord {
    const char* id;
    const char* shown;
};
// The worst first.
constexpr std::array<StatusWord, 4> statuses = {
    {{"error", tr("error")}, {"overdrawn", tr("overdrawn")}, {"below-floor", tr("below the floor")}, {"ok", tr("ok")}}};

std::size_t severity(const SummaryEntry& entry) {
    if (!entry.readable)
        return 0;
    if (!entry.headline.ahead.overdrawn.empty())
        return 1;
    return entry.headline.ahead.below_floor.empty() ? 3 : 2;
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
    std::string file = shortened(entry.file, narrowest_name - 2);
    if (!entry.readable)
        return file;
    std::string name = entry.name.empty() ? entry.entity : entry.name;
    if (entry.headline.banks.size() > 1)
        name += ", " + (entry.bank_name.empty() ? entry.bank : entry.bank_name);
    if (entry.scenario != "base")
        name += ", " + entry.scenario;
    return name + " (" + file + ')';
}

// With several accounts it is the worst one's low: the bank does not look at the others.
std::vector<TableCell> cells_of(const SummaryEntry& entry, const TextStyle& style) {
    const std::size_t rank = severity(entry);
    const TableCell status = {tell(statuses.at(rank).shown, style), rank == 3 ? Style::plain : Style::alert};
    if (!entry.readable)
        return {{name_cell(entry)}, {""}, {""}, {""}, status};
    const Low& low = entry.headline.ahead.worst.low;
    const std::optional<Date> first = first_short(entry.headline.ahead);
    return {{name_cell(entry)},
            figure(low.amount, style),
            {short_day(low.date, style)},
            {first ? short_day(*first, style) : "·"},
            status};
}

void days_cells(Rows& rows, const std::vector<Stretch>& stretches) {
    if (const auto first = first_day(stretches))
        rows.date(*first);
    else
        rows.empty();
    rows.integer(Shortage::days(stretches));
}

void figure_cells(Rows& rows, const SummaryEntry& entry) {
    const Headline& headline = entry.headline;
    rows.text(entry.scenario);
    rows.text(entry.entity);
    rows.date(entry.days.first);
    rows.date(entry.days.last);
    rows.money(headline.opening);
    rows.money(headline.closing);
    rows.money(headline.ahead.lowest.amount);
    rows.date(headline.ahead.lowest.date);
    days_cells(rows, headline.ahead.below_floor);
    days_cells(rows, headline.ahead.overdrawn);
    rows.money(entry.payout);
}

constexpr int figure_columns = 13;

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

const char* status_of(const SummaryEntry& entry) {
    return statuses.at(severity(entry)).id;
}

std::vector<Column> summary_columns(Language language, bool file) {
    std::vector<Column> made = columns_of({{"file", tr("File")},
                                           {"scenario", tr("Scenario")},
                                           {"entity", tr("Entity")},
                                           {"from", tr("From")},
                                           {"to", tr("To")},
                                           {"opening", tr("Opening")},
                                           {"closing", tr("Closing")},
                                           {"lowest", tr("Lowest")},
                                           {"lowest_on", tr("Lowest on")},
                                           {"first_below_floor", tr("First below floor")},
                                           {"days_below_floor", tr("Days below floor")},
                                           {"first_overdrawn", tr("First overdrawn")},
                                           {"days_overdrawn", tr("Days overdrawn")},
                                           {"distributable", tr("Distributable")},
                                           {"status", tr("Status")},
                                           {"bank", tr("Worst account")},
                                           {"lowest_bank", tr("Its lowest")},
                                           {"name", tr("Name")}},
                                          language);
    if (!file)
        made.erase(made.begin());
    return made;
}

void summary_rows(Rows& rows, const std::vector<SummaryEntry>& entries, bool file) {
    for (const SummaryEntry& entry : entries) {
        if (file)
            rows.text(entry.file);
        if (entry.readable)
            figure_cells(rows, entry);
        for (int column = 0; !entry.readable && column < figure_columns; ++column)
            rows.empty();
        rows.word(status_of(entry));
        if (entry.readable) {
            rows.text(entry.bank);
            rows.money(entry.headline.ahead.worst.low.amount);
            rows.text(entry.name);
        } else {
            for (int column = 0; column < 3; ++column)
                rows.empty();
        }
        rows.end_row();
    }
}

std::string summary_text(const std::vector<SummaryEntry>& entries, const TextStyle& style) {
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left});
    table.head({tell(tr("Budget"), style), tell(tr("Lowest"), style), tell(tr("on"), style),
                tell(tr("Short from"), style), tell(tr("Status"), style)});
    for (const SummaryEntry& entry : entries)
        table.row(cells_of(entry, style));
    table.narrow(page_width(style), narrowest_name);
    return table.render(style.width, style.colour);
}

}  // namespace msp
