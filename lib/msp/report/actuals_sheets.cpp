// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_cash.hpp>
#include <msp/actuals/statement_cash.hpp>
#include <msp/actuals/suggestion.hpp>
#include <msp/diag/listed.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <msp/report/booked_words.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/summary.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

// Of a file with its folders.
constexpr std::size_t narrowest_path = 24;

constexpr int percent_places = 1;
constexpr std::size_t narrowest_held = 20;
constexpr std::size_t most_gaps = 10;

WordCell certainty_word(bool estimated, Language language) {
    return {estimated ? "estimated" : "certain", translate(estimated ? tr("estimated") : tr("certain"), language),
            estimated ? Style::strong : Style::faint};
}

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

void say_result(const Budget& budget, const MappedExport& each, const std::function<void(const Message&)>& say) {
    const ResultTotals& of = *each.result;
    const Date end = budget.last_day_of(budget.exercise_of(of.until, each.entity), each.entity);
    if (!of.first)
        say({tr("{file} has neither charges nor income."), {{"file", each.file}}});
    else if (of.until < end)
        say({tr("{file} is provisional: the exercise ends on {day}, and what is booked at its end is not in it."),
             {{"file", each.file}, {"day", end}}});
    if (of.closing_count != 0)
        say({tr("Of {file} {n} {n:entry that closes|entries that close} classes 6 and 7 {n:is|are} left out."),
             {{"file", each.file}, {"n", of.closing_count}}});
    if (of.later_count != 0)
        say({tr("Of {file} {n} {n:line|lines} after {day} {n:is|are} not used: {amount}."),
             {{"file", each.file}, {"n", of.later_count}, {"day", of.until}, {"amount", of.later}}});
    if (of.with_tax)
        say({tr("{file} has VAT: classes 6 and 7 are without it, what was voted is with it."), {{"file", each.file}}});
}

void say_voted(const VotedFile& voted, const std::function<void(const Message&)>& say) {
    say({tr("What was voted is {file}; the rules for the books are those of {today}."),
         {{"file", voted.file}, {"today", voted.today}}});
    if (!voted.only_voted.empty())
        say({tr("Not in {today}, whose rules so bring them nothing: {ids}."),
             {{"today", voted.today}, {"ids", listed(voted.only_voted)}}});
    if (!voted.only_today.empty())
        say({tr("Not in {file}, so nothing was voted for them: {ids}."),
             {{"file", voted.file}, {"ids", listed(voted.only_today)}}});
}

std::vector<MapSuggestion> suggestions_of(const Budget& budget, const MappedExport& of) {
    return of.statement != nullptr ? suggestions(budget, of.bank, *of.statement, of.totals)
                                   : suggestions(budget, of.entity, *of.ledgers, of.totals);
}

// A statement has no accounts: words, and whether money comes or goes.
std::string label_rule(const MappedExport& of, const UnmappedCash& unmapped, bool french) {
    const std::string words = lasting_words(of.statement->entries[unmapped.line]);
    const bool out = unmapped.amount.negative();
    std::string rule = (french ? "libelle = \"" : "label = \"") + words + "\"\n";
    rule += french ? "sens = \"" : "sign = \"";
    return rule + (french ? (out ? "sortie" : "entree") : (out ? "out" : "in")) + "\"\n\n";
}

}  // namespace

const char* gap_word(Money gap) {
    if (gap == Money())
        return "";
    return gap.negative() ? tr("unfavourable") : tr("favourable");
}

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

std::string suggested_rules(const ActualsResult& result, Language keys, Language language) {
    const bool french = keys == Language::french;
    std::string out;
    for (const MappedExport& each : result.exports) {
        for (const MapSuggestion& made : suggestions_of(*result.budget, each)) {
            std::string label = label_at(each, made.of.line);
            std::ranges::replace_if(
                label, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
            out += "# " + words({tr("{amount} in {n} {n:movement|movements}: {label}"),
                                 {{"amount", made.of.amount}, {"n", made.of.count}, {"label", label}}},
                                language);
            out += french ? "\n[[imputation]]\n" : "\n[[map]]\n";
            const std::string key = french ? "ligne = \"" : "line = \"";
            out += made.item ? key + result.budget->items[*made.item].id + "\"\n"
                             : '#' + key + "\"  # " + std::string(translate(tr("which line?"), language)) + '\n';
            if (each.statement != nullptr)
                out += label_rule(each, made.of, french);
            else
                out += (french ? "compte = \"" : "account = \"") + account_text(each, made.of.account) + "\"\n\n";
        }
    }
    return out;
}

std::string actuals_title(bool of_result, Language language) {
    return std::string(
        translate(of_result ? tr("Budget against actual: the result") : tr("Budget against actual"), language));
}

std::string actuals_rules(const ActualsResult& result, const TextStyle& style) {
    std::string out;
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    for (const MappedExport& each : result.exports) {
        if (each.statement != nullptr && each.statement->pending != 0)
            say({tr("Of {file} {n} {n:movement|movements} {n:is|are} not yet booked, and not counted."),
                 {{"file", each.file}, {"n", each.statement->pending}}});
        if (each.result)
            say_result(*result.budget, each, say);
        else if (each.totals.follows)
            say({tr("{file} has no opening balances: its accounts begin with what the export before it ends with."),
                 {{"file", each.file}}});
        else if (!each.totals.opened)
            say({tr("{file} has no opening balances: its accounts begin with nothing."), {{"file", each.file}}});
        if (!each.result && each.totals.later_count != 0)
            say({tr("Of {file} {n} {n:entry|entries} after {day} {n:is|are} not used: {amount}."),
                 {{"file", each.file},
                  {"n", each.totals.later_count},
                  {"day", each.totals.until},
                  {"amount", each.totals.later}}});
        if (each.not_compared)
            say({tr("What {file} has from {first} to {last} stands in no row: it is neither of the exercise that is "
                    "compared nor of books of the year before: {amount}."),
                 {{"file", each.file},
                  {"first", each.not_compared->first},
                  {"last", each.not_compared->last},
                  {"amount", each.not_compared->amount}}});
    }
    for (const ComparedEntity& entity : result.entities) {
        const std::string& name = result.budget->entities[entity.entity].title();
        const auto unknown = [](const ComparedRow& total) { return !total.previous; };
        if (std::ranges::all_of(entity.totals, unknown))
            say({tr("What {entity} had on these days a year before is not known: no books of that year are named "
                    "that "
                    "have all of them."),
                 {{"entity", name}}});
        else if (std::ranges::any_of(entity.totals, unknown))
            say({tr("The books of the year before do not have all of these days: where they lack some, what came then "
                    "is not known."),
                 {}});
    }
    if (!result.statements.empty())
        say({tr("Of a bank whose books are there, the books give the movements and its statement only the balance."),
             {}});
    if (result.voted)
        say_voted(*result.voted, say);
    else
        say({tr("What was voted is the budget as this file has it today."), {}});
    if (!result.archived.empty())
        say({tr("The forecast of today's budget is kept in {file}."), {{"file", result.archived}}});
    const bool of_result = !result.exports.empty() && result.exports.front().result;
    if (of_result)
        say({tr("Voted is what belongs to the exercise, on the day it falls due; what came are the accounts of classes "
                "6 and 7, by the day of the entry, without openings."),
             {}});
    else if (std::ranges::any_of(result.budget->items,
                                 [](const Item& item) { return item.origin == Origin::transfer; }))
        say({tr("Transfers between accounts of an entity are not in the totals."), {}});
    say({tr("A gap is what came less what was voted: a positive one leaves more money. Timing is what came in another "
            "period of the exercise, the rest is amount."),
         {}});
    return out;
}

}  // namespace msp
