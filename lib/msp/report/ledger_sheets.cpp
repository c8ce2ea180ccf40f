// SPDX-License-Identifier: MIT
#include <msp/report/ledger_sheets.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace msp {
namespace {

struct LedgerWord {
    std::string_view id;
    const char* shown;
};
// By kind.
constexpr LedgerWord entry_change_words[] = {
    {"added", tr("added")}, {"removed", tr("removed")}, {"changed", tr("changed")}};
// By code.
constexpr LedgerWord code_words[] = {
    {"ascii", "ASCII"}, {"utf-8", "UTF-8"}, {"iso-8859-15", "ISO 8859-15"}, {"windows-1252", "Windows-1252"}};

LedgerWord separator_words(char separator) {
    switch (separator) {
        case '\t':
            return {"tab", tr("tab")};
        case '|':
            return {"|", "|"};
        case ';':
            return {";", ";"};
        default:
            return {",", ","};
    }
}

constexpr std::string_view error_word = "error";
constexpr std::string_view warning_word = "warning";

std::string_view severity_of(const LedgerProblem& problem) {
    return problem.gravity == Gravity::doubtful ? warning_word : error_word;
}

void finding_rows(RowSink& rows, const LedgerResult& result, Language language) {
    for (const LedgerProblem& problem : result.problems) {
        const Diagnostic& told = problem.diagnostic;
        const std::string message = words(told.message, language);
        const std::string help = told.help ? words(*told.help, language) : "";
        const bool whole = problem.line == 0;
        rows.row({}, {whole ? Cell() : Cell(static_cast<std::int64_t>(problem.line)),
                      whole ? Cell() : Cell(static_cast<std::int64_t>(problem.column)),
                      WordCell{severity_of(problem),
                               translate(severity_of(problem) == error_word ? tr("error") : tr("warning"), language)},
                      WordCell{told.id}, TextCell{message}, TextCell{help}, static_cast<std::int64_t>(told.more)});
    }
}

void journal_rows(RowSink& rows, const LedgerResult& result) {
    rows.begin({});
    for (const JournalSum& journal : result.sums.journals)
        rows.row({}, {TextCell{journal.code}, TextCell{journal.label}, journal.lines, journal.debit, journal.credit,
                      journal.difference});
}

void cash_rows(RowSink& rows, const LedgerResult& result) {
    if (result.sums.cash.empty())
        return;
    rows.begin({});
    for (const CashSum& cash : result.sums.cash)
        rows.row({}, {TextCell{cash.account}, TextCell{cash.label}, cash.opening, cash.in, cash.out, cash.closing});
}

void statement_rows(RowSink& rows, const LedgerResult& result) {
    if (result.statements.empty())
        return;
    rows.begin({});
    for (const ValidatedStatement& each : result.statements)
        rows.row({}, {TextCell{each.file}, TextCell{each.account}, each.gap.day, each.gap.statement, each.gap.books,
                      each.gap.gap()});
}

void change_rows(RowSink& rows, const LedgerResult& result, Language language) {
    for (const EntryChange& change : result.changes->entries) {
        const LedgerWord& kind = entry_change_words[static_cast<std::size_t>(change.kind)];
        rows.row({}, {change.date, TextCell{change.journal}, TextCell{change.number},
                      WordCell{kind.id, translate(kind.shown, language)}, std::int64_t{change.line},
                      change.kind == ChangeKind::added ? Cell() : Cell(change.before),
                      change.kind == ChangeKind::removed ? Cell() : Cell(change.after),
                      WordCell{change.validated ? "yes" : "no",
                               translate(change.validated ? tr("yes") : tr("no"), language)}});
    }
}

void month_rows(RowSink& rows, const LedgerResult& result) {
    if (result.changes->months.empty())
        return;
    rows.begin({});
    for (const MonthChange& month : result.changes->months)
        rows.row({}, {PeriodCell{{month.month.first(), month.month.last()}, Grid::month}, month.added, month.removed,
                      month.changed, month.before, month.after});
}

Message verdict_of(const LedgerResult& result) {
    const std::vector<std::pair<const char*, Argument>> counts = {
        {"file", result.file},
        {"errors", static_cast<std::int64_t>(result.errors)},
        {"warnings", static_cast<std::int64_t>(result.warnings)}};
    if (result.legal)
        return {result.warnings == 0 ? tr("{file} is legal")
                                     : tr("{file} is legal, with {warnings} {warnings:warning|warnings}"),
                counts};
    return {result.warnings == 0
                ? tr("{file} is not legal: {errors} {errors:error|errors}")
                : tr("{file} is not legal: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}"),
            counts};
}

}  // namespace

Sheet findings_sheet(const LedgerResult& result, Language language) {
    return {"findings",
            columns_of(
                {head::count("line", tr("Line")), head::count("column", tr("Column")).joined(),
                 head::word("severity", tr("Severity")), head::word("id", tr("Id")),
                 head::text("message", tr("Message")), head::text("help", tr("Help")), head::count("more", tr("More"))},
                language),
            [&result, language](RowSink& rows) { finding_rows(rows, result, language); }};
}

Sheet journals_sheet(const LedgerResult& result, Language language) {
    return {"journals",
            columns_of({head::text("journal", tr("Journal")), head::text("label", tr("Label")),
                        head::count("lines", tr("Lines")), head::money("debit", tr("Debit")),
                        head::money("credit", tr("Credit")).joined(),
                        head::money("difference", tr("Difference")).adding("debit -credit")},
                       language),
            [&result](RowSink& rows) { journal_rows(rows, result); }};
}

Sheet cash_sheet(const LedgerResult& result, Language language) {
    return {"cash",
            columns_of({head::text("account", tr("Account")), head::text("label", tr("Label")),
                        head::money("opening", tr("Opening")), head::money("in", tr("In")),
                        head::money("out", tr("Out")).turned(),
                        head::money("closing", tr("Closing")).strong().adding("opening in out")},
                       language),
            [&result](RowSink& rows) { cash_rows(rows, result); }};
}

Sheet validated_statements_sheet(const LedgerResult& result, Language language) {
    return {"statements",
            columns_of({head::text("file", tr("Statement")), head::text("account", tr("Account")),
                        head::date("day", tr("Day")), head::money("statement", tr("Statement")).exact(),
                        head::money("books", tr("Books")).joined().exact(),
                        head::money("gap", tr("Gap")).joined().exact().adding("statement -books")},
                       language),
            [&result](RowSink& rows) { statement_rows(rows, result); }};
}

Sheet changes_sheet(const LedgerResult& result, Language language) {
    return {"changes",
            columns_of({head::date("date", tr("Date")), head::text("journal", tr("Journal")),
                        head::text("number", tr("Number")).naming(), head::word("kind", tr("Kind")),
                        head::count("line", tr("Line")), head::money("before", tr("Before")),
                        head::money("after", tr("After")).joined(), head::word("validated", tr("Validated"))},
                       language),
            [&result, language](RowSink& rows) { change_rows(rows, result, language); }};
}

Sheet changed_months_sheet(const LedgerResult& result, Language language) {
    return {"months",
            columns_of({head::period("month", tr("Month")), head::count("added", tr("Added")),
                        head::count("removed", tr("Removed")), head::count("changed", tr("Changed")),
                        head::money("before", tr("Debit before")), head::money("after", tr("Debit after")).joined()},
                       language),
            [&result](RowSink& rows) { month_rows(rows, result); }};
}

std::string ledger_head(const LedgerResult& result, const TextStyle& style) {
    std::string out = heading(words(verdict_of(result), style.language), style);
    const LedgerForm& form = result.ledger->form();
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    say({tr("{lines} {lines:line|lines} of {journals} {journals:journal|journals}, {columns} columns, separator "
            "{separator}, {code}."),
         {{"lines", static_cast<std::int64_t>(result.ledger->lines().size())},
          {"journals", static_cast<std::int64_t>(result.sums.journals.size())},
          {"columns", std::int64_t{form.fields}},
          {"separator", Term{separator_words(form.separator).shown}},
          {"code", Term{code_words[static_cast<std::size_t>(form.code)].shown}}}});
    if (result.sums.first)
        say({tr("From {first} to {last}; debit {debit}, credit {credit}."),
             {{"first", *result.sums.first},
              {"last", *result.sums.last},
              {"debit", result.sums.debit},
              {"credit", result.sums.credit}}});
    return out + '\n';
}

std::string problems_text(const LedgerResult& result, const Sources& sources, const TextStyle& style) {
    std::string out;
    for (const LedgerProblem& problem : result.problems)
        out += render(problem.diagnostic, sources, style.language);
    return out.empty() ? out : out + '\n';
}

std::string changes_title(const LedgerResult& result, const TextStyle& style) {
    const auto changed = static_cast<std::int64_t>(result.changes->entries.size());
    return heading(
        words({changed == 0 ? tr("No entry changed since {file}: {same} {same:is|are} the same.")
                            : tr("{n} {n:entry|entries} changed since {file}; {same} {same:is|are} the same."),
               {{"n", changed}, {"file", result.since}, {"same", result.changes->unchanged}}},
              style.language),
        style);
}

void ledger_json(Json& json, const LedgerResult& result) {
    const LedgerForm& form = result.ledger->form();
    json.text("file", result.file);
    json.boolean("legal", result.legal);
    json.integer("errors", static_cast<std::int64_t>(result.errors));
    json.integer("warnings", static_cast<std::int64_t>(result.warnings));
    json.begin_object("export");
    json.integer("lines", static_cast<std::int64_t>(result.ledger->lines().size()));
    json.integer("columns", form.fields);
    json.text("separator", separator_words(form.separator).id);
    json.text("encoding", code_words[static_cast<std::size_t>(form.code)].id);
    json.boolean("by_side", form.by_side());
    json.date("first", result.sums.first);
    json.date("last", result.sums.last);
    json.money("debit", result.sums.debit);
    json.money("credit", result.sums.credit);
    json.end_object();
}

}  // namespace msp
