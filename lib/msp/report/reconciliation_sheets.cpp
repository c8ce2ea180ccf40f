// SPDX-License-Identifier: MIT
#include <msp/report/actuals_sheets.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace msp {
namespace {

WordCell apart_word(ApartKind kind, Language language) {
    switch (kind) {
        case ApartKind::before:
            return {"before", translate(tr("before the statement"), language)};
        case ApartKind::bank_only:
            return {"bank_only", translate(tr("at the bank, not in the books"), language)};
        case ApartKind::books_only:
            return {"books_only", translate(tr("in the books, not at the bank"), language)};
        case ApartKind::across:
            break;
    }
    return {"across", translate(tr("in both, on other days"), language)};
}

void statement_rows(RowSink& rows, const ActualsResult& result) {
    if (result.statements.empty())
        return;
    rows.begin({});
    for (const HeldStatement& each : result.statements)
        rows.row({}, {TextCell{each.file}, TextCell{result.budget->banks[each.gap.bank].id}, each.gap.day,
                      each.gap.statement, each.gap.books, each.gap.gap()});
}

// A page has the gap below what makes it, of each statement, whose rows are a group.
void each_apart(RowSink& rows, const ActualsResult& result, Language language) {
    std::uint8_t group = 0;
    for (const HeldStatement& each : result.statements) {
        if (each.apart.empty())
            continue;
        ++group;
        const TextCell file = {each.file};
        const TextCell bank = {result.budget->banks[each.gap.bank].id};
        for (const Apart& apart : each.apart)
            rows.row({.group = group}, {file, bank, apart_word(apart.kind, language), apart.date, TextCell{apart.label},
                                        apart.amount, apart.line ? Cell(std::int64_t{*apart.line}) : Cell()});
        const RowTerm all[] = {{group}};
        rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
        rows.row({.kind = RowKind::total, .audience = Audience::page, .adds = all},
                 {file, bank, WordCell{{}, translate(tr("Gap"), language)}, {}, {}, each.gap.gap(), {}});
    }
}

void apart_rows(RowSink& rows, const ActualsResult& result, Language language) {
    if (std::ranges::all_of(result.statements, [](const HeldStatement& each) { return each.apart.empty(); }))
        return;
    rows.begin({std::string(translate(tr("What makes the gap"), language)), {}});
    each_apart(rows, result, language);
}

// Account, auxiliary and name of the member.
std::string member_in_words(const UnpaidMember& of) {
    std::string out = of.account;
    for (const std::string* each : {&of.auxiliary, &of.name}) {
        if (!each->empty())
            out += ' ' + *each;
    }
    return out;
}

// CSV is one table: a member has a row an age of what is owed, with the day of the oldest amount, behind what makes the
// gap.
void each_unpaid(RowSink& rows, const ActualsResult& result, Language language) {
    const std::array<WordCell, ages> kinds = {
        WordCell{"unpaid_to_30", translate(tr("member who owes, to 30 days"), language)},
        WordCell{"unpaid_to_60", translate(tr("member who owes, 31 to 60 days"), language)},
        WordCell{"unpaid_to_90", translate(tr("member who owes, 61 to 90 days"), language)},
        WordCell{"unpaid_older", translate(tr("member who owes, for longer"), language)}};
    for (const UnpaidMember& each : result.unpaid) {
        for (std::size_t age = 0; age < ages; ++age) {
            if (each.by_age[age] != Money())
                rows.row({}, {Cell(), Cell(), kinds[age], each.oldest, TextCell{member_in_words(each)},
                              each.by_age[age], Cell()});
        }
    }
}

std::vector<Column> apart_columns(Language language) {
    return columns_of({head::id("file", tr("File")), head::id("bank", tr("Bank")), head::word("kind", tr("Where")),
                       head::date("date", tr("Date")), head::text("label", tr("Label")).naming(),
                       head::money("amount", tr("Amount")), head::count("line", tr("Line"))},
                      language);
}

void unpaid_rows(RowSink& rows, const ActualsResult& result, Language language) {
    if (result.unpaid.empty())
        return;
    rows.begin({std::string(translate(tr("Members who owe, by age in days"), language)), {}});
    for (const UnpaidMember& each : result.unpaid)
        rows.row({}, {TextCell{each.account}, TextCell{each.auxiliary}, TextCell{each.name}, each.oldest, each.amount,
                      each.by_age[0], each.by_age[1], each.by_age[2], each.by_age[3]});
}

}  // namespace

Sheet statements_sheet(const ActualsResult& result, Language language) {
    return {"statements",
            columns_of(
                {head::text("file", tr("File")), head::id("bank", tr("Bank")), head::date("day", tr("Day")),
                 head::money("statement", tr("Statement")).exact(), head::money("books", tr("Books")).joined().exact(),
                 head::money("gap", tr("Gap")).joined().exact().adding("statement -books")},
                language),
            [&result](RowSink& rows) { statement_rows(rows, result); }};
}

Sheet reconciliation_sheet(const ActualsResult& result, Language language) {
    return {"reconciliation", apart_columns(language),
            [&result, language](RowSink& rows) { apart_rows(rows, result, language); }};
}

Sheet flat_reconciliation_sheet(const ActualsResult& result, Language language) {
    return {"reconciliation", apart_columns(language), [&result, language](RowSink& rows) {
                rows.begin({});
                each_apart(rows, result, language);
                each_unpaid(rows, result, language);
            }};
}

Sheet unpaid_members_sheet(const ActualsResult& result, Language language) {
    return {"unpaid",
            columns_of({head::id("account", tr("Account")), head::id("auxiliary", tr("Auxiliary")),
                        head::text("name", tr("Name")), head::date("oldest", tr("Oldest")),
                        head::money("amount", tr("Amount")).adding("to_30 to_60 to_90 older"),
                        head::money("to_30", tr("To 30")).quiet(), head::money("to_60", tr("31 to 60")).quiet(),
                        head::money("to_90", tr("61 to 90")).quiet(), head::money("older", tr("Older")).quiet()},
                       language),
            [&result, language](RowSink& rows) { unpaid_rows(rows, result, language); }};
}

std::string reconciliation_title(Language language) {
    return std::string(translate(tr("Books against statements"), language));
}

std::string reconciliation_lacks(const ActualsResult& result, bool any_named, const TextStyle& style) {
    if (!result.statements.empty())
        return {};
    const char* const text =
        any_named
            ? tr("None of the statements that are named is held against the books: they have no balance, or no books "
                 "of their entity are named.")
            : tr("No statement of a bank is named for the books to be held against: name one behind the exports of the "
                 "books (CSV, CAMT.053, CFONB 120, OFX or QIF).");
    return wrapped(words({text, {}}, style.language), 0, page_width(style)) + '\n';
}

}  // namespace msp
