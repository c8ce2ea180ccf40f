// SPDX-License-Identifier: MIT
#include <msp/report/booked_words.hpp>
#include <msp/report/summary.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace msp {
namespace {

// Of a file with its folders.
constexpr std::size_t narrowest_path = 24;

void export_rows(RowSink& rows, const ActualsResult& result) {
    rows.begin({});
    for (const MappedExport& each : result.exports) {
        const CashTotals& totals = each.totals;
        const auto day = [](const std::optional<Date>& date) { return date ? Cell(*date) : Cell(); };
        rows.row({}, {TextCell{each.file}, TextCell{result.budget->entities[each.entity].id},
                      DecimalCell{estimated_percent(totals), percent_places}, day(totals.last_used), totals.balance,
                      totals.on_the_way, totals.unmapped, totals.opening, totals.mapped, totals.closing, totals.later,
                      each.not_compared ? each.not_compared->amount : Money()});
    }
}

bool is_last_of_entity(const ActualsResult& result, std::size_t of) {
    return std::none_of(result.exports.begin() + static_cast<std::ptrdiff_t>(of) + 1, result.exports.end(),
                        [&](const MappedExport& each) { return each.entity == result.exports[of].entity; });
}

// The gap of the year to date.
Cell gap_of(const ActualsResult& result, EntityIndex entity) {
    const auto found = std::ranges::find(result.entities, entity, &ComparedEntity::entity);
    return found == result.entities.end() || found->totals.empty() ? Cell() : Cell(found->totals.front().gap);
}

// The day of the statement, it and the gap to it, the lowest evening and its day, late ACI, alert.
std::vector<Cell> outlook_cells(const ActualsResult& result, EntityIndex entity, Language language) {
    const auto found = std::ranges::find(result.outlooks, entity, &Outlook::entity);
    if (found == result.outlooks.end())
        return std::vector<Cell>(7);
    const Low& low = found->headline.ahead.lowest;
    return {found->statement_on ? Cell(*found->statement_on) : Cell(),
            found->statement ? Cell(*found->statement) : Cell(),
            found->gap ? Cell(*found->gap) : Cell(),
            low.amount,
            low.date,
            found->aci_late,
            status_word(found->headline, language)};
}

void summary_rows(RowSink& rows, const ActualsResult& result, Language language) {
    for (std::size_t i = 0; i < result.exports.size(); ++i) {
        const MappedExport& each = result.exports[i];
        const bool last = is_last_of_entity(result, i);
        std::vector<Cell> cells = {TextCell{each.file},
                                   TextCell{result.scenario},
                                   TextCell{result.budget->entities[each.entity].id},
                                   each.totals.last_used ? Cell(*each.totals.last_used) : Cell(),
                                   each.totals.balance,
                                   each.totals.unmapped,
                                   DecimalCell{estimated_percent(each.totals), percent_places},
                                   last ? gap_of(result, each.entity) : Cell()};
        const std::vector<Cell> more = last ? outlook_cells(result, each.entity, language) : std::vector<Cell>(7);
        cells.insert(cells.end(), more.begin(), more.end());
        rows.row({}, cells);
    }
}

void result_rows(RowSink& rows, const ActualsResult& result) {
    rows.begin({});
    for (const MappedExport& each : result.exports) {
        const ResultTotals& of = each.result.value();
        rows.row({}, {TextCell{each.file}, TextCell{result.budget->entities[each.entity].id},
                      of.first ? Cell(of.until) : Cell(), of.income, of.charges, of.result, of.unmapped, of.apart,
                      of.mapped, of.later, each.not_compared ? each.not_compared->amount : Money()});
    }
}

void unmapped_rows(RowSink& rows, const ActualsResult& result, Language language) {
    const bool any =
        std::ranges::any_of(result.exports, [](const MappedExport& each) { return !each.totals.by_account.empty(); });
    if (!any)
        return;
    rows.begin({std::string(translate(tr("No rule takes these"), language)), {}});
    for (const MappedExport& each : result.exports) {
        for (const UnmappedCash& unmapped : each.totals.by_account) {
            const std::string account = account_text(each, unmapped.account);
            const std::string label = label_at(each, unmapped.line);
            rows.row({}, {TextCell{each.file}, TextCell{account}, TextCell{label}, unmapped.count, unmapped.amount,
                          number_at(each, unmapped.line)});
        }
    }
}

}  // namespace

Sheet exports_sheet(const ActualsResult& result, Language language) {
    return {
        .id = "exports",
        .columns = columns_of(
            {head::text("file", tr("File")), head::id("entity", tr("Entity")),
             head::decimal("estimated_percent", tr("Estimates %")), head::date("last", tr("Last bank entry")),
             head::money("balance", tr("Balance")).adding("closing -on_the_way"),
             head::money("on_the_way", tr("On the way")), head::money("unmapped", tr("Unmapped")).quiet(),
             head::money("opening", tr("Opening")).for_data(), head::money("mapped", tr("Mapped")).for_data(),
             head::money("closing", tr("Closing")).adding("opening mapped unmapped").for_data(),
             head::money("later", tr("Later")).for_data(), head::money("not_compared", tr("Not compared")).for_data()},
            language),
        .rows = [&result](RowSink& rows) { export_rows(rows, result); },
        .narrowest_name = narrowest_path};
}

Sheet exports_summary(ActualsResults results, Language language) {
    return {
        .id = "summary",
        .columns = columns_of(
            {head::text("file", tr("File")), head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
             head::date("last", tr("Last bank entry")), head::money("balance", tr("Balance")),
             head::money("unmapped", tr("Unmapped")).quiet(),
             head::decimal("estimated_percent", tr("Estimates %")).for_data(),
             head::money("budget_gap", tr("Gap to budget")).for_data(), head::date("statement_on", tr("Statement on")),
             head::money("statement", tr("Statement")).joined().exact(),
             head::money("statement_gap", tr("Gap to statement")).joined().exact(), head::money("lowest", tr("Lowest")),
             head::date("lowest_on", tr("Lowest on")).joined(), head::money("aci_late", tr("ACI late")),
             head::word("alert", tr("Alert"))},
            language),
        .rows =
            [results, language](RowSink& rows) {
                rows.begin({});
                for (const ActualsResult& result : results)
                    summary_rows(rows, result, language);
            },
        .narrowest_name = narrowest_path};
}

Sheet results_sheet(const ActualsResult& result, Language language) {
    return {.id = "results",
            .columns = columns_of(
                {head::text("file", tr("File")), head::id("entity", tr("Entity")), head::date("until", tr("Up to")),
                 head::money("income", tr("Income")).quiet(), head::money("charges", tr("Charges")).quiet(),
                 head::money("result", tr("Result")).adding("income charges"),
                 head::money("unmapped", tr("Unmapped")).quiet(),
                 head::money("depreciation", tr("Depreciation and provisions")).headed("68, 78").quiet(),
                 head::money("mapped", tr("Mapped")).for_data(), head::money("later", tr("Later")).for_data(),
                 head::money("not_compared", tr("Not compared")).for_data()},
                language),
            .rows = [&result](RowSink& rows) { result_rows(rows, result); },
            .narrowest_name = narrowest_path};
}

Sheet unmapped_sheet(const ActualsResult& result, Language language) {
    return {"unmapped",
            columns_of({head::id("file", tr("File")), head::text("account", tr("Account")),
                        head::text("label", tr("First label")), head::count("count", tr("Moves")),
                        head::money("amount", tr("Amount")).quiet(), head::count("first_line", tr("First line"))},
                       language),
            [&result, language](RowSink& rows) { unmapped_rows(rows, result, language); }};
}

}  // namespace msp
