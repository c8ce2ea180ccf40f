// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/bridge_sheets.hpp>
#include <msp/report/column.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_bridged = 20;
constexpr std::size_t most_told = 3;

const char* cause_text(ChangeCause cause) {
    switch (cause) {
        case ChangeCause::books:
            return tr("earlier books changed");
        case ChangeCause::budget:
            return tr("budget changed");
        case ChangeCause::amount:
            return tr("other amount");
        case ChangeCause::late:
            return tr("later");
        case ChangeCause::early:
            return tr("earlier");
        case ChangeCause::cancelled:
            return tr("cancelled");
        case ChangeCause::unplanned:
            return tr("not planned");
        case ChangeCause::follows:
            return tr("follows from it");
    }
    return "";
}

std::string bridged_label(const Budget& budget, const BridgeRow& row, Language language) {
    if (row.item)
        return name_of(budget, *row.item, Part::whole, language);
    if (row.line.empty())
        return std::string(translate(tr("Opening balance"), language));
    if (row.line == unmapped_line)
        return std::string(translate(tr("Unmapped"), language));
    return row.label.empty() ? row.line : row.label;
}

// The causes that move the closing balance most, the largest first.
std::string largest_causes(const Budget& budget, const Bridge& bridge, Language language) {
    std::vector<const BridgeRow*> rows;
    for (const BridgeRow& row : bridge.rows) {
        if (row.closing != Money())
            rows.push_back(&row);
    }
    std::ranges::stable_sort(
        rows, [](const BridgeRow* a, const BridgeRow* b) { return absolute(a->closing) > absolute(b->closing); });
    rows.resize(std::min(rows.size(), most_told));
    return listed(rows, [&](const BridgeRow* row) {
        return words({tr("{label} {amount} ({cause})"),
                      {{"label", bridged_label(budget, *row, language)},
                       {"amount", row->closing},
                       {"cause", Term{cause_text(row->cause)}}}},
                     language);
    });
}

std::string bridge_sentence(const Budget& budget, const Bridge& bridge, Language language) {
    const Money change = bridge.change();
    const std::string causes = largest_causes(budget, bridge, language);
    const char* text = change == Money()
                           ? causes.empty() ? tr("On {day} there is as much as was forecast; the lowest evening from "
                                                 "{next} on is {low} on {low_day}, and was {before} on {before_day}.")
                                            : tr("On {day} there is as much as was forecast, though {causes}; the "
                                                 "lowest evening from {next} on is {low} on {low_day}, and was "
                                                 "{before} on {before_day}.")
                       : change.negative() ? tr("On {day} there is {amount} less than was forecast: {causes}; the "
                                                "lowest evening from {next} on is {low} on {low_day}, and was {before} "
                                                "on {before_day}.")
                                           : tr("On {day} there is {amount} more than was forecast: {causes}; the "
                                                "lowest evening from {next} on is {low} on {low_day}, and was {before} "
                                                "on {before_day}.");
    return words({text,
                  {{"day", bridge.closing.date},
                   {"amount", absolute(change)},
                   {"causes", causes},
                   {"next", bridge.until + 1},
                   {"low", bridge.lowest.amount},
                   {"low_day", bridge.lowest.date},
                   {"before", bridge.lowest_before.amount},
                   {"before_day", bridge.lowest_before.date}}},
                 language);
}

void bridge_rows(RowSink& rows, const Budget& budget, const Bridge& bridge, Language language) {
    const Entity& entity = budget.entities[bridge.entity];
    rows.begin({words({tr("{entity}: from the forecast of {made} to the one of {until}; closing {last}, lowest {day}"),
                       {{"entity", entity.title()},
                        {"made", bridge.made},
                        {"until", bridge.until},
                        {"last", bridge.closing.date},
                        {"day", bridge.lowest.date}}},
                      language),
                {}});
    const auto add = [&](Row kind, std::string_view line, std::string_view label, const WordCell& cause, Money closing,
                         Money lowest) {
        rows.row(kind, {TextCell{entity.id}, bridge.made, bridge.until, TextCell{line}, TextCell{label}, cause,
                        bridge.closing.date, closing, bridge.lowest.date, lowest});
    };
    const auto word = [&](const char* text) { return std::string(translate(text, language)); };
    add({.kind = RowKind::line}, "", word(tr("Earlier forecast")), {"before", ""}, bridge.closing_before.amount,
        bridge.lowest_before.amount);
    if (bridge.other_day() != Money())
        add({}, "", word(tr("Its lowest was another day")), {"other-day", ""}, {}, bridge.other_day());
    for (const BridgeRow& row : bridge.rows)
        add({}, row.line, bridged_label(budget, row, language),
            {id_of(row.cause), translate(cause_text(row.cause), language)}, row.closing, row.lowest);
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    add({.kind = RowKind::total, .adds = all_lines}, "", word(tr("Forecast of today")), {"now", ""},
        bridge.closing.amount, bridge.lowest.amount);
    rows.note(bridge_sentence(budget, bridge, language));
}

}  // namespace

Sheet bridge_sheet(const Budget& budget, const std::vector<Bridge>& bridges, Language language) {
    return {"bridge",
            columns_of({head::id("entity", tr("Entity")), head::date("made", tr("Made on")).for_data(),
                        head::date("until", tr("Until")).for_data(), head::id("line", tr("Line")),
                        head::text("label", tr("Label")).headed(""), head::word("cause", tr("Cause")),
                        head::date("closing_on", tr("Closing on")).for_data(), head::money("closing", tr("Closing")),
                        head::date("lowest_on", tr("Lowest on")).for_data(), head::money("lowest", tr("Lowest"))},
                       language),
            [&budget, &bridges, language](RowSink& rows) {
                for (const Bridge& bridge : bridges)
                    bridge_rows(rows, budget, bridge, language);
            },
            {},
            narrowest_bridged};
}

}  // namespace msp
