// SPDX-License-Identifier: MIT
#include <msp/actuals/statement_account.hpp>
#include <msp/ledger/anonymous.hpp>
#include <msp/ledger/changes.hpp>
#include <msp/ledger/check.hpp>
#include <msp/ledger/sums.hpp>
#include <msp/report/ledger_sheets.hpp>
#include <support/answer.hpp>
#include <support/archive.hpp>
#include <support/budgets.hpp>
#include <support/exports.hpp>
#include <support/new_file.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <msp-actuals/actuals.hpp>
#include <msp-actuals/comparison.hpp>
#include <msp-actuals/draft.hpp>
#include <msp-actuals/settings.hpp>
#include <msp-actuals/statements.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

// One export, validated.
class Validation {
 public:
    Validation(Context& context, const ActualsSettings& settings) : context_(context), settings_(settings) {}

    Status run() {
        if (settings_.since && !of_one_company())
            return Status::wrong_input;
        std::optional<Export> read = read_export(context_, context_.path);
        std::optional<Export> earlier;
        if (settings_.since)
            earlier = read_export(context_, *settings_.since);
        if (!read || (settings_.since && !earlier))
            return Status::wrong_input;
        if (earlier && refuses(*earlier))
            return Status::wrong_input;
        if (earlier) {
            result_.since = *settings_.since;
            result_.changes = ledger_changes(earlier->ledger, read->ledger, read->findings);
        }
        if (refuses(*read))
            return Status::wrong_input;
        fill(*read);
        if (!hold_statements(read->ledger))
            return Status::wrong_input;
        answer(context_, parts());
        return result_.legal ? Status::done : Status::answer_is_no;
    }

 private:
    // By the names of both; of another company's books all would be new, and all of the earlier ones gone.
    bool of_one_company() {
        const std::optional<LedgerName> before = ledger_name(*settings_.since);
        const std::optional<LedgerName> now = ledger_name(context_.path);
        if (!before || !now || before->siren == now->siren)
            return true;
        context_.diagnostics.error("actuals.company",
                                   {tr("{file} has the SIREN {siren}, and {since} has {other}: these are the books of "
                                       "two companies"),
                                    {{"file", context_.path},
                                     {"siren", std::string(now->siren)},
                                     {"since", *settings_.since},
                                     {"other", std::string(before->siren)}}},
                                   {}, Message{tr("--since names an earlier export of the same books"), {}});
        return false;
    }

    // Where a line cannot be read there is no answer, but all that is wrong is told.
    bool refuses(const Export& read) {
        if (read.findings.count(Gravity::unreadable) == 0)
            return false;
        tell_findings(context_, read.findings, read.ledger.source(), read.ledger.form(), true);
        return true;
    }

    void fill(const Export& read) {
        result_.file = context_.path;
        result_.ledger = &read.ledger;
        result_.sums = ledger_sums(read.ledger);
        result_.problems =
            problems_of(read.findings, read.ledger.text(), read.ledger.form(), read.ledger.source(), context_.sources);
        result_.errors = read.findings.count(Gravity::illegal);
        result_.warnings = read.findings.count(Gravity::doubtful);
        if (context_.options.flag("strict"))
            take_warnings_for_errors();
        result_.legal = result_.errors == 0;
    }

    // The statements among the operands, whatever their order.
    bool hold_statements(const Fec& ledger) {
        bool all = true;
        for (const std::string& path : context_.options.positional()) {
            if (!is_statement(path))
                continue;
            const std::optional<std::vector<AccountStatement>> statements = read_statement(context_, path);
            all = all && statements;
            for (const AccountStatement& each : statements.value_or(std::vector<AccountStatement>()))
                hold(ledger, path, each);
        }
        return all;
    }

    void hold(const Fec& ledger, const std::string& path, const AccountStatement& statement) {
        const std::optional<std::string> account = account_of(ledger, statement);
        if (!account) {
            context_.diagnostics.warning(
                "actuals.statement-account",
                {tr("nothing says which account of {file} the statement {statement} is of"),
                 {{"file", context_.path}, {"statement", path}}},
                {},
                Message{tr("the label of the account may have its number; with a budget, msp-actuals --reconcile takes "
                           "the account that its bank names"),
                        {}});
        } else if (const std::optional<StatementGap> gap = account_gap(ledger, *account, statement)) {
            result_.statements.push_back({path, *account, *gap});
        } else {
            context_.diagnostics.warning(
                "actuals.no-balance",
                {tr("{file} has no balance that the books could be held against"), {{"file", path}}}, {},
                Message{tr("it is not used: the books give the movements"), {}});
        }
    }

    void take_warnings_for_errors() {
        result_.errors += std::exchange(result_.warnings, 0);
        for (LedgerProblem& problem : result_.problems) {
            problem.gravity = Gravity::illegal;
            problem.diagnostic.severity = Severity::error;
        }
    }

    std::vector<Part> parts() {
        const Language language = context_.language;
        std::vector<Part> all = {
            Members{[this](Json& json) { ledger_json(json, result_); }},
            Prose{[this] { return ledger_head(result_, style_of(context_)); }},
            Prose{[this] { return problems_text(result_, context_.sources, style_of(context_)); }},
            Table{findings_sheet(result_, language), result_.changes ? SheetIn::json : SheetIn::csv_and_json},
            Table{journals_sheet(result_, language), SheetIn::text_and_json},
            Table{cash_sheet(result_, language), SheetIn::text_and_json}};
        // A gap is no fault of the export, and is what its reader looks for first.
        if (!result_.statements.empty())
            all.insert(all.begin() + 2, Table{validated_statements_sheet(result_, language), SheetIn::text_and_json});
        if (result_.changes) {
            all.emplace_back(Prose{[this] { return changes_title(result_, style_of(context_)); }});
            all.emplace_back(Table{changed_months_sheet(result_, language), SheetIn::text_and_json});
            all.emplace_back(Table{changes_sheet(result_, language), SheetIn::csv_and_json});
        }
        all.emplace_back(Members{[this](Json& json) { write_receipt(json, actuals_program, context_); }});
        return all;
    }

    Context& context_;
    const ActualsSettings& settings_;
    LedgerResult result_;
};

Status anonymised(Context& context) {
    const std::optional<Export> read = read_export(context, context.path);
    if (!read)
        return Status::wrong_input;
    anonymise(read->ledger, [&context](std::string_view piece) { write_file(context, piece); });
    return Status::done;
}

void check_file(Context& context, const std::string& path, std::span<const StatementColumns> columns) {
    if (is_statement(path, columns))
        return check_statement(context, path, columns);
    if (const std::optional<Export> read = read_export(context, path))
        tell_findings(context, read->findings, read->ledger.source(), read->ledger.form(), false);
}

// --check: what an answer would say of the file, and no more.
Status checked(Context& context, const ActualsSettings& settings, std::span<const StatementColumns> columns) {
    check_file(context, context.path, columns);
    if (settings.since)
        check_file(context, *settings.since, columns);
    if (context.diagnostics.has_errors() || (context.options.flag("strict") && context.diagnostics.warnings() != 0))
        return Status::answer_is_no;
    tell_verdict(context);
    return Status::done;
}

// --check of one operand: an export, a statement, or a budget.
Status check(Context& context, const ActualsSettings& settings) {
    if (is_export(context.path) || is_statement(context.path) || context.path == "-" || settings.since)
        return checked(context, settings, {});
    const std::vector<StatementColumns> columns = columns_beside(context);
    return is_statement(context.path, columns) ? checked(context, settings, columns) : with_budgets(context, {}, {});
}

// --check: what is named beside the operands.
void check_beside(Context& context, const ActualsSettings& settings) {
    if (settings.voted)
        (void)other_budget(context, *settings.voted);
    if (!settings.archive)
        return;
    ArchiveFolder folder(context, *settings.archive);
    if (folder.is_there())
        (void)folder.all();
}

// Of each file; what has no place in one is of the budget.
void tell_verdicts(const Context& context) {
    const std::vector<std::string>& paths = context.options.positional();
    std::map<std::string, std::size_t> warnings;
    for (const Diagnostic& each : context.diagnostics.sorted()) {
        const std::string of(each.span.known() ? context.sources.name(each.span.source) : std::string_view());
        ++warnings[std::ranges::find(paths, of) != paths.end() ? of : context.path];
    }
    for (const std::string& path : paths)
        tell_verdict(context, path, warnings[path]);
}

// --check: the budget, what is held against it, and what the answer to the question would refuse.
Status check_question(Context& context, const ActualsSettings& settings) {
    bool asked = false;
    Wanted wanted;
    wanted.answer_checks = true;
    wanted.books_tell = true;
    wanted.instead = [&context](const Document& /*document*/, const Budget& /*budget*/, const Catalogue& /*known*/) {
        tell_verdicts(context);
        return Status::done;
    };
    const Status status = with_budgets(context, wanted, [&](Cases& cases) {
        asked = true;
        return compare(context, settings, cases);
    });
    if (asked)
        return status;
    check_beside(context, settings);
    for (const std::string& path : std::span(context.options.positional()).subspan(1)) {
        if (is_export(path) || is_statement(path))
            check_file(context, path, {});
    }
    return status;
}

// What the table of options cannot say.
Diagnostics contradictions(const Run& run, const ActualsSettings& settings) {
    const Options& options = run.options();
    Diagnostics found;
    if (settings.question == ActualsQuestion::anonymise && run.together())
        found.error("actuals.anonymise", {tr("two exports in one file are no export"), {}}, {},
                    Message{tr("name one, or say --output and a folder"), {}});
    if (settings.question == ActualsQuestion::anonymise && options.format() != Format::text)
        found.error("actuals.anonymise", {tr("--anonymise writes the export in its own form"), {}}, {},
                    Message{tr("leave --format out"), {}});
    if (settings.question == ActualsQuestion::draft) {
        refuse_old_file(options, "--draft", found);
        if (options.format() != Format::text)
            found.error("actuals.draft", {tr("--draft writes a budget"), {}}, {},
                        Message{tr("leave --format out"), {}});
    }
    if (settings.suggests && options.format() != Format::text)
        found.error("actuals.suggest", {tr("--suggest writes lines of a budget"), {}}, {},
                    Message{tr("leave --format out"), {}});
    if (settings.explain && settings.grid)
        found.error("actuals.explain", {tr("--explain has its own period, and --by none for it"), {}}, {},
                    Message{tr("leave --by out, and name the period behind the line: software@2026-04"), {}});
    if (settings.explain && (settings.archive || settings.summary))
        found.error("actuals.explain",
                    {tr("--explain is of a row of the comparison, and --{option} asks for something else"),
                     {{"option", options.spoken(settings.archive ? "archive" : "view")}}},
                    {}, Message{tr("leave one of them out"), {}});
    if (settings.result && settings.archive && !settings.accuracy)
        found.error("actuals.comparison", {tr("--archive keeps a forecast of cash, not of the result"), {}}, {},
                    Message{tr("leave one of them out"), {}});
    return found;
}

}  // namespace

Status actuals(Run& run) {
    const Options& options = run.options();
    const ActualsSettings settings = actuals_settings_from(options);
    if (const Diagnostics wrong = contradictions(run, settings); wrong.has_errors()) {
        run.print(wrong, Sources(), run.language());
        return Status::wrong_input;
    }
    return run.each([&](Context& context) {
        if (checks_together(options))
            return check_question(context, settings);
        if (options.flag("check") && context.index == 0)
            check_beside(context, settings);
        if (options.flag("check"))
            return check(context, settings);
        switch (settings.question) {
            case ActualsQuestion::validate:
                // A statement has no answer of its own: it is held against the exports beside it.
                if (is_statement(context.path) && std::ranges::any_of(options.positional(), is_export))
                    return Status::done;
                return Validation(context, settings).run();
            case ActualsQuestion::anonymise:
                return anonymised(context);
            case ActualsQuestion::draft:
                return draft(context);
            case ActualsQuestion::none:
                break;
        }
        return compare(context, settings);
    });
}

}  // namespace msp::app
