// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/call_words.hpp>
#include <msp/report/comparison_sheets.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_compared = 16;

const Budget& compared_budget(const ComparisonResult& result) {
    return *result.now.budget;
}

std::vector<Cell> compared_case(const ComparisonResult& result) {
    return {TextCell{result.now.scenario}, TextCell{compared_budget(result).entities[result.now.entity].id},
            std::int64_t{result.now.exercise}};
}

void add_compared(RowSink& rows, Row row, std::vector<Cell> cells, std::initializer_list<Cell> more) {
    cells.insert(cells.end(), more);
    rows.row(row, cells);
}

// An amount column whose heading is made, not translated.
Column amount_column(std::string heading, Language language, bool strong = false) {
    const Head head = head::money("", tr("Share"));
    Column column = columns_of({strong ? head.strong() : head}, language).front();
    column.heading = std::move(heading);
    return column;
}

void compared_rows(RowSink& rows, const ComparisonResult& result) {
    for (const TriedKey& tried : result.keys) {
        for (const ComparedShare& share : tried.comparison.payers)
            add_compared(rows, {}, compared_case(result),
                         {TextCell{tried.key.id}, TextCell{compared_budget(result).payer_id(share.payer)}, share.now,
                          share.then, share.change()});
    }
}

// Payers of any of the keys: each key has its own.
std::vector<std::size_t> compared_payers(const ComparisonResult& result) {
    std::vector<std::size_t> payers;
    for (std::size_t payer = 0; payer < compared_budget(result).payers(); ++payer) {
        if (std::ranges::any_of(result.keys, [&](const TriedKey& tried) {
                return std::ranges::find(tried.comparison.payers, payer, &ComparedShare::payer) !=
                       tried.comparison.payers.end();
            }))
            payers.push_back(payer);
    }
    return payers;
}

ComparedShare compared_share(const TriedKey& tried, std::size_t payer) {
    const auto found = std::ranges::find(tried.comparison.payers, payer, &ComparedShare::payer);
    return found == tried.comparison.payers.end() ? ComparedShare{payer, {}, {}} : *found;
}

void member_comparison_rows(RowSink& rows, const ComparisonResult& result, Language language) {
    rows.begin({});
    for (const std::size_t payer : compared_payers(result)) {
        const std::string name = shown_payer(compared_budget(result), payer, language);
        std::vector<Cell> cells = {TextCell{name}, compared_share(result.keys.front(), payer).now};
        for (const TriedKey& tried : result.keys) {
            const ComparedShare share = compared_share(tried, payer);
            cells.insert(cells.end(), {share.then, share.change()});
        }
        cells.emplace_back(TextCell{compared_budget(result).payer_id(payer)});
        rows.row({}, cells);
    }
    std::vector<Cell> totals = {WordCell{{}, translate(tr("Total"), language)}, result.keys.front().comparison.total};
    for (const TriedKey& tried : result.keys)
        totals.insert(totals.end(), {tried.comparison.total, Money()});
    totals.emplace_back();
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines}, totals);
}

void compared_key_rows(RowSink& rows, const ComparisonResult& result, Language language) {
    rows.begin({});
    if (result.keys.empty())
        return;
    const auto spread = [](const Spread& of) { return std::vector<Cell>{of.least, of.greatest, of.width()}; };
    const auto add = [&](Cell key, std::vector<Cell> change, const std::vector<Cell>& width) {
        std::vector<Cell> cells = compared_case(result);
        cells.push_back(key);
        cells.insert(cells.end(), change.begin(), change.end());
        cells.insert(cells.end(), width.begin(), width.end());
        rows.row({}, cells);
    };
    add(WordCell{{}, translate(tr("today"), language)}, {{}, {}, {}, {}, {}},
        spread(result.keys.front().comparison.now));
    for (const TriedKey& tried : result.keys) {
        const Comparison& comparison = tried.comparison;
        add(WordCell{tried.key.id, tried.key.label},
            {static_cast<std::int64_t>(comparison.gain), static_cast<std::int64_t>(comparison.lose), comparison.moved,
             comparison.most_off, comparison.most_on},
            spread(comparison.then));
    }
}

void transition_rows(RowSink& rows, const ComparisonResult& result) {
    for (const TriedKey& tried : result.keys) {
        const std::vector<ComparedShare>& payers = tried.comparison.payers;
        for (std::size_t y = 0; y < tried.transition->years.size(); ++y) {
            for (std::size_t i = 0; i < payers.size(); ++i) {
                const Money before = y == 0 ? payers[i].now : tried.transition->years[y - 1].shares[i];
                rows.row({}, {TextCell{result.now.scenario},
                              TextCell{compared_budget(result).entities[result.now.entity].id},
                              static_cast<std::int64_t>(result.now.exercise) + static_cast<std::int64_t>(y) + 1,
                              TextCell{tried.key.id}, TextCell{compared_budget(result).payer_id(payers[i].payer)},
                              before, tried.transition->years[y].shares[i], payers[i].then});
            }
        }
    }
}

void year_rows(RowSink& rows, const ComparisonResult& result, const TriedKey& tried, Language language) {
    const std::vector<TransitionYear>& years = tried.transition->years;
    const auto row = [&](RowKind kind, Cell name, Cell now, auto of_year, Cell id = {}) {
        std::vector<Cell> cells = {name, now};
        for (const TransitionYear& year : years)
            cells.push_back(of_year(year));
        cells.push_back(id);
        rows.row({.kind = kind}, cells);
    };
    rows.begin({words({tr("To the key {key}"), {{"key", tried.key.label}}}, language), {}});
    const std::vector<ComparedShare>& payers = tried.comparison.payers;
    for (std::size_t i = 0; i < payers.size(); ++i) {
        const std::string name = shown_payer(compared_budget(result), payers[i].payer, language);
        row(
            RowKind::line, TextCell{name}, payers[i].now, [&](const TransitionYear& year) { return year.shares[i]; },
            TextCell{compared_budget(result).payer_id(payers[i].payer)});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    row(RowKind::total, WordCell{{}, translate(tr("Total"), language)}, tried.comparison.total,
        [&](const TransitionYear&) { return tried.comparison.total; });
    row(RowKind::aside, WordCell{{}, translate(tr("spared"), language)}, {},
        [](const TransitionYear& year) { return year.spared; });
}

}  // namespace

Sheet comparison_sheet(std::span<const ComparisonResult> results, Language language) {
    return {"comparison",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::id("key", tr("Key")),
                        head::id("member", tr("Member")), head::money("now", tr("Today")),
                        head::money("then", tr("By this key")), head::money("difference", tr("Difference"))},
                       language),
            [results](RowSink& rows) {
                for (const ComparisonResult& result : results)
                    compared_rows(rows, result);
            }};
}

Sheet compared_members_sheet(const ComparisonResult& result, Language language) {
    std::vector<Column> columns = columns_of({head::text("name", tr("Member"))}, language);
    columns.push_back(amount_column(std::string(translate(tr("Today"), language)), language));
    for (const TriedKey& tried : result.keys) {
        columns.push_back(amount_column(tried.key.label, language, true));
        columns.push_back(amount_column(std::string(translate(tr("Difference"), language)), language));
        columns.back().quiet = true;
    }
    columns.push_back(columns_of({head::id("member", tr("Member"))}, language).front());
    return {"comparison",
            std::move(columns),
            [&result, language](RowSink& rows) { member_comparison_rows(rows, result, language); },
            {},
            narrowest_compared};
}

Sheet compared_keys_sheet(std::span<const ComparisonResult> results, Language language) {
    return {"keys",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")).for_data(), head::text("key", tr("Key")),
                        head::count("gain", tr("Gaining")), head::count("lose", tr("Losing")),
                        head::money("moved", tr("Moved")), head::money("largest_gain", tr("Largest gain")),
                        head::money("largest_loss", tr("Largest loss")), head::money("least", tr("Least share")),
                        head::money("greatest", tr("Greatest share")), head::money("spread", tr("Spread"))},
                       language),
            [results, language](RowSink& rows) {
                for (const ComparisonResult& result : results)
                    compared_key_rows(rows, result, language);
            }};
}

Sheet transition_sheet(std::span<const ComparisonResult> results, Language language) {
    return {"transition",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::id("key", tr("Key")),
                        head::id("member", tr("Member")), head::money("before", tr("Year before")),
                        head::money("share", tr("Share")), head::money("target", tr("By this key"))},
                       language),
            [results](RowSink& rows) {
                for (const ComparisonResult& result : results)
                    transition_rows(rows, result);
            }};
}

Sheet transition_years_sheet(const ComparisonResult& result, const TriedKey& key, Language language) {
    std::vector<Column> columns = columns_of({head::text("name", tr("Member"))}, language);
    columns.push_back(amount_column(std::string(translate(tr("Today"), language)), language));
    for (std::size_t year = 1; year <= key.transition->years.size(); ++year)
        columns.push_back(
            amount_column(std::to_string(static_cast<std::size_t>(result.now.exercise) + year), language));
    columns.push_back(columns_of({head::id("member", tr("Member"))}, language).front());
    return {"transition",
            std::move(columns),
            [&result, &key, language](RowSink& rows) { year_rows(rows, result, key, language); },
            {},
            narrowest_compared};
}

std::string comparison_title(const ComparisonResult& result, Language language) {
    return title_with_exercise(tr("{entity}, keys compared on the shared charges of the exercise {exercise}"),
                               result.now, language);
}

std::string comparison_rules(const ComparisonResult& result, const TextStyle& style) {
    const auto said = [&](const Message& message) {
        return wrapped(words(message, style.language), 0, page_width(style));
    };
    std::string out = said({tr("Each key is tried on all shared lines of the exercise, at the amounts of the budget; "
                               "today is as the budget has it. A negative difference is a gain."),
                            {}});
    const auto id = [&](const Line* line) { return compared_budget(result).items[line->item].id; };
    if (!result.direct.empty())
        out +=
            said({tr("What one payer bears alone stays with them: {lines}."), {{"lines", listed(result.direct, id)}}});
    if (borne_by_third_parties(compared_budget(result), result.now.shares) != Money())
        out += said(
            {tr("What third parties bear of a line stays with them, unless the key that is tried has them pay."), {}});
    return out +
           said({tr("Gaining and losing count members; moved is what some pay more and others less; the spread is the "
                    "greatest share of a member less the least."),
                 {}});
}

std::string transition_rules(const ComparisonResult& result, const TriedKey& key, const TextStyle& style) {
    const auto years = static_cast<std::int64_t>(key.transition->years.size());
    const auto said = [&](const Message& message) {
        return wrapped(words(message, style.language), 0, page_width(style));
    };
    std::string out =
        said(key.transition->reached
                 ? Message{tr("With at most {rise} % more a year the key {key} is reached in {n} {n:year|years}, in "
                              "{year}."),
                           {{"rise", Decimal{result.rise->percent()}},
                            {"key", key.key.label},
                            {"n", years},
                            {"year", std::int64_t{result.now.exercise} + years}}}
                 : Message{tr("With at most {rise} % more a year the key {key} is not reached in {n} years."),
                           {{"rise", Decimal{result.rise->percent()}}, {"key", key.key.label}, {"n", years}}});
    return out + said({tr("What the limit spares those who pay more is borne by those who gain, in proportion to their "
                          "gain, so that every year sums to the charges. Limits are cut off to the cent, and a rise of "
                          "a cent is always let; who pays nothing today pays the new share at once. The amounts and "
                          "members are those of the exercise {exercise}."),
                       {{"exercise", std::int64_t{result.now.exercise}}}});
}

}  // namespace msp
