// SPDX-License-Identifier: MIT
#include <msp/actuals/bridge.hpp>
#include <msp/actuals/comparison.hpp>
#include <msp/actuals/result.hpp>
#include <msp/actuals/statement_cash.hpp>
#include <msp/plan/gaps.hpp>
#include <msp/plan/plan.hpp>
#include <msp/report/accuracy_sheets.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <support/answer.hpp>
#include <support/archive.hpp>
#include <support/budgets.hpp>
#include <support/exports.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <msp-actuals/comparison.hpp>
#include <msp-actuals/explain.hpp>
#include <msp-actuals/named_files.hpp>
#include <msp-actuals/rolled_cases.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

class Comparing {
 public:
    Comparing(Context& context, const ActualsSettings& settings, Cases& cases)
        : context_(context),
          settings_(settings),
          cases_(cases.all()),
          files_(context, settings, cases_.front().budget),
          rolled_(context, settings, files_) {}

    Status run() {
        booked_.resize(base().entities.size());
        balances_.resize(base().entities.size());
        const bool asks = files_.read_voted() && asks_what_there_is();
        if (!files_.read_actuals() || !asks || !files_.answer_question())
            return Status::wrong_input;
        for (const Case& of : cases_) {
            rolled_.add(of);
            results_.push_back(result_of(of));
        }
        std::optional<ArchiveFolder> archive = archive_or_accuracy();
        if (context_.diagnostics.has_errors() || refuses_warnings(context_))
            return Status::wrong_input;
        if (question_)
            return explain() ? Status::done : Status::wrong_input;
        if (archive && !settings_.accuracy)
            archive->store();
        if (settings_.accuracy)
            answer(context_, accuracy_parts());
        else if (settings_.suggests)
            write_text(context_, suggested_rules(results_.front(), context_.language));
        else
            answer(context_, parts());
        return Status::done;
    }

 private:
    [[nodiscard]] const Budget& base() const { return cases_.front().budget; }

    bool asks_what_there_is() {
        if (!settings_.explain)
            return true;
        question_ = row_question(context_, *settings_.explain, base(), files_.voted_budget(), settings_.result);
        return question_.has_value();
    }

    bool explain() {
        std::vector<ExplainedCase> cases;
        for (std::size_t i = 0; i < results_.size(); ++i)
            cases.push_back({&results_[i], std::move(explained_[i])});
        return answer_explanation(context_, *settings_.explain, *question_, cases);
    }

    [[nodiscard]] ActualsResult result_of(const Case& of) {
        ActualsResult result;
        result.scenario = of.scenario;
        result.label = of.label;
        result.budget = &of.budget;
        const Case& voted = files_.voted_for(of);
        const HeldLines lines(of.budget, voted.budget);
        result.voted = files_.voted_file(lines);
        result.grid = settings_.grid.value_or(context_.options.for_people() ? Grid::year : Grid::month);
        if (settings_.summary)
            result.grid = Grid::year;
        if (question_) {
            result.grid = question_->grid();
            explained_.emplace_back();
        }
        for (std::size_t i = 0; i < of.budget.entities.size(); ++i)
            read_entity(of, voted, lines, static_cast<EntityIndex>(i), result);
        if (settings_.summary && rolled_.any()) {
            std::vector<StatementGap> gaps;
            for (const HeldStatement& each : results_.empty() ? result.statements : results_.front().statements)
                gaps.push_back(each.gap);
            result.outlooks = outlooks(rolled_.latest().of, rolled_.latest().rolling, gaps);
        }
        return result;
    }

    void read_entity(const Case& of, const Case& voted, const HeldLines& lines, EntityIndex entity,
                     ActualsResult& result) {
        const std::size_t before = result.exports.size();
        for (const EntityExport& each : files_.exports()) {
            if (each.entity != entity)
                continue;
            MappedExport& made = result.exports.emplace_back();
            made.file = each.file;
            made.entity = entity;
            made.ledger = &each.ledger;
        }
        const EntityBooks* books = files_.books().of(entity);
        if (books == nullptr)
            return read_entity_from_statements(of, voted, lines, entity, result);
        const std::span<MappedExport> mapped = std::span(result.exports).subspan(before);
        const Ledgers& ledgers = *books->ledgers;
        EntityComparison comparison(lines, entity);
        const bool kept = settings_.archive && of.scenario == cases_.front().scenario;
        const CashSink take = [&](std::size_t part, const CashMove& move) {
            settings_.movements ? mapped[part].moves.push_back(move) : comparison.add(part, move);
            if (question_ && asks(*question_, of.budget, move))
                mapped[part].moves.push_back(move);
            if (kept)
                booked_[entity].add(move);
        };
        std::vector<CashTotals> totals =
            cash_of(of.budget, entity, ledgers, context_.options.as_of(), settings_.result ? CashSink() : take);
        if (kept)
            balances_[entity] = totals.back().closing;  // of the last year that is there
        for (std::size_t i = 0; i < mapped.size(); ++i) {
            mapped[i].ledgers = &ledgers;
            mapped[i].totals = std::move(totals[i]);
        }
        if (settings_.result)
            add_results(of.budget, entity, ledgers, mapped, take);
        for (const MappedExport& each : mapped) {
            tell_mapping(context_, of.budget, each.file, *each.ledger, each.totals);
            for (const Window& days : each.totals.covered) {
                if (each.result || each.totals.has_cash)
                    comparison.covers(days);
            }
        }
        if (of.scenario == cases_.front().scenario) {
            if (std::ranges::none_of(mapped, [](const MappedExport& each) { return each.totals.has_cash; }))
                tell_without_cash(context_, of.budget.entities[entity], books->files);
            tell_differences(context_, ledgers, books->files);
            hold_statements(of, entity, mapped, result);
        }
        if (!settings_.movements && !settings_.reconciles)
            compare_entity(of, voted, comparison, entity, mapped, result);
    }

    // What they have in common with their cash is then of the result.
    void add_results(const Budget& budget, EntityIndex entity, const Ledgers& ledgers, std::span<MappedExport> mapped,
                     const CashSink& sink) {
        std::optional<Date> until = context_.options.as_of();
        if (!until)
            until = end_of_results(budget, entity, mapped);
        std::vector<ResultTotals> results = booked_results(budget, entity, ledgers, until, sink);
        for (std::size_t i = 0; i < mapped.size(); ++i) {
            mapped[i].totals.by_account = results[i].by_account;
            mapped[i].totals.ties = results[i].ties;
            mapped[i].totals.unclear_transfer.reset();
            mapped[i].result = std::move(results[i]);
        }
    }

    // Charges and income of a month are booked by its end, whatever day the bank's last entry has.
    [[nodiscard]] static std::optional<Date> end_of_results(const Budget& budget, EntityIndex entity,
                                                            std::span<const MappedExport> mapped) {
        std::optional<Date> last;
        for (const MappedExport& each : mapped)
            last = std::max(last, each.totals.last);
        if (last)
            return std::min(Month::of(*last).last(), budget.last_day_of(budget.exercise_of(*last, entity), entity));
        for (const MappedExport& each : mapped)
            last = each.result ? std::max(last, each.result->last) : last;
        return last;
    }

    // Those of its banks as its books.
    void read_entity_from_statements(const Case& of, const Case& voted, const HeldLines& lines, EntityIndex entity,
                                     ActualsResult& result) {
        const std::size_t before = result.exports.size();
        EntityComparison comparison(lines, entity);
        const bool kept = settings_.archive && of.scenario == cases_.front().scenario;
        std::map<BankIndex, Money> closings;
        for (const BankStatement& each : files_.statements()) {
            if (of.budget.banks[each.bank].entity != entity)
                continue;
            const std::size_t part = result.exports.size() - before;
            MappedExport& made = result.exports.emplace_back();
            made.file = each.file;
            made.entity = entity;
            made.statement = &each.statement;
            made.bank = each.bank;
            made.totals = cash_of(of.budget, each.bank, each.statement, context_.options.as_of(),
                                  [&](std::size_t, const CashMove& move) {
                                      settings_.movements ? made.moves.push_back(move) : comparison.add(part, move);
                                      if (question_ && asks(*question_, of.budget, move))
                                          made.moves.push_back(move);
                                      if (kept)
                                          booked_[entity].add(move);
                                  });
            closings[each.bank] = made.totals.closing;  // of its last statement
            for (const MapTie& tie : made.totals.ties) {
                const StatementEntry& entry = each.statement.entries[tie.line];
                tell_tie(context_, of.budget, each.file, tie, entry.line, entry.label);
            }
            for (const Window& days : made.totals.covered)
                comparison.covers(days);
        }
        for (const auto& [bank, closing] : closings)
            balances_[entity] += kept ? closing : Money();
        const std::span<MappedExport> mapped = std::span(result.exports).subspan(before);
        if (!mapped.empty() && !settings_.movements && !settings_.reconciles)
            compare_entity(of, voted, comparison, entity, mapped, result);
    }

    // The books of a bank give its movements, its statement what it holds.
    void hold_statements(const Case& of, EntityIndex entity, std::span<const MappedExport> mapped,
                         ActualsResult& result) {
        for (const BankStatement& each : files_.statements()) {
            if (of.budget.banks[each.bank].entity != entity)
                continue;
            const Date last = each.statement.last().value_or(Date());
            const Date day = std::min(last, context_.options.as_of().value_or(last));
            const Ledgers books(years_begun(mapped, day, day));
            const std::optional<StatementGap> gap =
                statement_gap(of.budget, each.bank, books, each.statement, context_.options.as_of());
            if (gap) {
                HeldStatement& held = result.statements.emplace_back(HeldStatement{each.file, *gap, {}});
                if (settings_.reconciles)
                    held.apart =
                        reconciled(of.budget, Ledgers(years_begun(mapped, each.statement.first().value_or(day), day)),
                                   each.statement, *gap);
            } else {
                context_.diagnostics.warning(
                    "actuals.no-balance",
                    {tr("{file} has no balance that the books could be held against"), {{"file", each.file}}}, {},
                    Message{tr("it is not used: the books give the movements"), {}});
            }
        }
        const Date until = mapped.back().totals.until;
        if (settings_.reconciles)
            std::ranges::move(unpaid_members(Ledgers(years_begun(mapped, until, until)), until),
                              std::back_inserter(result.unpaid));
    }

    // From the last year of the books that has begun by the first day, which opens with all that was before, to the
    // last one that has by the other; parts of a year follow each other. Of none that has, the first.
    static std::vector<const Fec*> years_begun(std::span<const MappedExport> mapped, Date first, Date day) {
        std::vector<const Fec*> parts;
        for (const MappedExport& each : mapped) {
            const std::vector<LedgerLine>& lines = each.ledger->lines();
            if (!parts.empty() && (lines.empty() || lines.front().date > day))
                continue;
            if (!each.totals.follows && (lines.empty() || lines.front().date <= first))
                parts.clear();
            parts.push_back(each.ledger);
        }
        return parts;
    }

    // Nothing is held against a budget before the books begin.
    void compare_entity(const Case& of, const Case& voted, EntityComparison& comparison, EntityIndex entity,
                        std::span<MappedExport> mapped, ActualsResult& result) {
        std::optional<Date> first;
        std::optional<Date> last;
        const auto earlier = [&first](const std::optional<Date>& day) {
            first = first && day ? std::min(first, day) : first ? first : day;
        };
        for (const MappedExport& each : mapped) {
            earlier(each.totals.first);
            earlier(each.result ? each.result->first : std::nullopt);
            last = std::max(last, each.statement != nullptr ? each.statement->last() : each.totals.last);
        }
        const bool statements = mapped.front().statement != nullptr;
        Date until = mapped.back().totals.until;
        if (settings_.result) {
            last = end_of_results(of.budget, entity, mapped);
            until = context_.options.as_of().value_or(last.value_or(until));
        }
        if (!first || !last)
            return;
        if (until < *first)
            return context_.diagnostics.warning(
                "actuals.as-of",
                {statements ? tr("the statements of {entity} begin on {first}: up to {day} there is nothing to compare")
                            : tr("the books of {entity} that are named begin on {first}: up to {day} there is nothing "
                                 "to compare"),
                 {{"entity", of.budget.entities[entity].title()}, {"first", *first}, {"day", until}}},
                {},
                statements ? Message{tr("name the statement of those days too, or a later day"), {}}
                           : Message{tr("name the export of that year too, or a later day"), {}});
        ComparedEntity& made =
            result.entities.emplace_back(compared(voted, comparison, entity, *last, until, result.grid));
        if (of.scenario == cases_.front().scenario)
            tell_days(of, comparison, made, *last, statements);
        for (const auto& [part, days] : comparison.not_compared())
            mapped[part].not_compared = days;
        if (!question_)
            return;
        std::vector<ExplainedRow> rows =
            explained_rows(*question_, result, made, comparison, voted.budget, explained_movements_);
        std::ranges::move(rows, std::back_inserter(explained_.back()));
    }

    // Days that are compared, and of which the books say nothing.
    void tell_days(const Case& of, const EntityComparison& comparison, const ComparedEntity& made, Date last,
                   bool statements) {
        const std::string& name = of.budget.entities[made.entity].title();
        if (made.until > last)
            context_.diagnostics.warning(
                "actuals.as-of",
                {statements ? tr("the statements of {entity} end on {last}: what came from then to {day} is not in "
                                 "them")
                            : tr("the books of {entity} end on {last}: what came from then to {day} is not in them"),
                 {{"entity", name}, {"last", last}, {"day", made.until}}},
                {}, Message{tr("without --as-of the budget is held against them up to that day"), {}});
        if (const std::optional<Window> missing = comparison.missing(last))
            context_.diagnostics.warning(
                "actuals.missing",
                {statements ? tr("no statement of {entity} that is named has the days from {first} to {last}: what "
                                 "came then is not in the rows")
                            : tr("the books of {entity} that are named have no entry from {first} to {last}: what came "
                                 "then is not in the rows"),
                 {{"entity", name}, {"first", missing->first}, {"last", missing->last}}},
                {},
                statements ? Message{tr("name the statements of those days too"), {}}
                           : Message{tr("name all parts of the export, and the export of each year"), {}});
    }

    // What is asked of the folder of forecasts; what is wrong with it is told.
    std::optional<ArchiveFolder> archive_or_accuracy() {
        if (!settings_.archive || context_.diagnostics.has_errors())
            return std::nullopt;
        ArchiveFolder folder(context_, *settings_.archive);
        if (!folder.is_there())
            return std::nullopt;
        if (results_.front().entities.empty())
            context_.diagnostics.error(
                "archive.nothing",
                {tr("no export moves cash, so that there is no day to keep a forecast of, nor to judge one by"), {}});
        else if (settings_.accuracy)
            judge(folder);
        else if (folder.prepare(forecast_of_today()))
            results_.front().archived = folder.stored_path();
        return folder;
    }

    // To the end of the plan or of the exercise, whichever is later. From books it goes on, with what was due and has
    // not come; from statements it is what the budget plans for the days after them.
    [[nodiscard]] ArchivedForecast forecast_of_today() {
        ArchivedForecast forecast;
        for (const ComparedEntity& entity : results_.front().entities) {
            const std::optional<Date> booked = rolled_.any() ? rolled_.base().until(entity.entity) : std::nullopt;
            const Case& of = booked ? rolled_.base().of : cases_.front();
            const Date made = booked.value_or(entity.until);
            const Date last = last_kept_day(of.budget, entity.entity, made);
            std::vector<Movement> planned;
            const MovementSink keep = [&planned](const Movement& movement) { planned.push_back(movement); };
            PlanOptions options;
            options.before_opening = !booked;
            if (booked)
                (void)project(of, options, {made + 1, last}, keep);  // with what an overdraft costs
            else
                (void)movements(of, options, {made + 1, last}, keep);
            const Money balance =
                booked ? balance_of(rolled_.base().rolling, of.budget, entity.entity) : balances_[entity.entity];
            forecast.push_back(
                archived(of.budget, entity.entity, booked_[entity.entity], made, balance, last, planned));
        }
        return forecast;
    }

    void judge(ArchiveFolder& folder) {
        accuracy_.budget = &base();
        const std::optional<Grid> grid =
            context_.options.for_people() ? settings_.grid : settings_.grid.value_or(Grid::month);
        accuracy_.grid = grid.value_or(Grid::month);
        constexpr int months_before = 3;
        const std::optional<std::vector<ArchivedForecast>> earlier = folder.all();
        if (!earlier)
            return;
        for (const ComparedEntity& entity : results_.front().entities) {
            JudgedEntity& made = accuracy_.entities.emplace_back(JudgedEntity{entity.entity, entity.until, {}, 0});
            for (const ArchivedForecast& forecast : *earlier) {
                const ArchivedEntity* of = archived_entity(context_, forecast, base(), entity.entity);
                std::optional<JudgedForecast> judgement =
                    of == nullptr
                        ? std::nullopt
                        : judged(*of, base(), booked_[entity.entity], entity.until, balances_[entity.entity], grid);
                if (judgement)
                    made.forecasts.push_back(std::move(*judgement));
            }
            if (context_.diagnostics.has_errors())
                return;
            if (made.forecasts.empty())
                context_.diagnostics.error(
                    "archive.none",
                    {tr("the folder has no forecast of {file}, {entity}, from before {day}"),
                     {{"file", context_.path}, {"entity", base().entities[entity.entity].id}, {"day", entity.until}}},
                    {}, Message{tr("msp-actuals --archive keeps one, each time that it is given"), {}});
            else
                made.shown = made_months_before(made.forecasts, entity.until, months_before);
        }
    }

    std::vector<Part> accuracy_parts() {
        const Language language = context_.language;
        return {Prose{[this] { return heading(accuracy_title(context_.language), style_of(context_)); }},
                Table{exports_sheet(results_.front(), language), SheetIn::text_and_json},
                Table{judged_sheet(accuracy_, language), SheetIn::text_and_json},
                Table{shown_errors_sheet(accuracy_, language), SheetIn::text},
                Table{errors_sheet(accuracy_, language), SheetIn::csv_and_json},
                Prose{[this] { return accuracy_rules(style_of(context_)); }},
                Members{[this](Json& json) { write_receipt(json, actuals_program, context_); }}};
    }

    [[nodiscard]] ComparedEntity compared(const Case& voted, EntityComparison& comparison, EntityIndex entity,
                                          Date books_end, Date until, Grid grid) {
        PlanOptions options;
        options.before_opening = true;
        comparison.show(books_end, until, Grid::month);
        // What belongs to an exercise is paid in it, or in the one before or after.
        constexpr int months_around = 24;
        const Window days = comparison.window();
        const Window around = {add_months(days.first, -months_around),
                               std::min(add_months(days.last, months_around), last_plan_day())};
        Trace trace;
        explained_movements_.clear();
        const MovementSink add = [&](const Movement& planned) {
            const std::optional<Movement> counted =
                settings_.result ? comparison.voted_accrued(planned) : comparison.voted(planned);
            if (!counted)
                return;
            comparison.add(*counted);
            if (question_ && question_->asks(voted.budget.items[planned.item].id))
                explained_movements_.push_back({*counted, trace.steps()});
        };
        (void)movements(voted, options, settings_.result ? around : days, add, question_ ? &trace : nullptr);
        if (rolled_.any())
            comparison.lands(rolled_.latest().of.budget, rolled_.latest().rolling);
        const std::vector<ComparedRow> by_month = comparison.rows();
        comparison.show(books_end, until, Grid::year);
        ComparedEntity made{entity, comparison.until(), {}, {}, top_gaps(comparison.rows(), by_month),
                            {},     comparison.window()};
        made.landings = comparison.landings();
        comparison.show(books_end, until, grid);
        made.rows = comparison.rows();
        made.totals = comparison.totals(made.rows);
        return made;
    }

    std::vector<Part> parts() {
        const Language language = context_.language;
        const ActualsResult& first = results_.front();
        const Members receipt = {[this](Json& json) { write_receipt(json, actuals_program, context_); }};
        if (settings_.reconciles)
            return reconciliation();
        if (settings_.summary)
            return {Table{exports_summary(results_, language)}, receipt};
        std::vector<Part> all = {
            Prose{[this] { return heading(actuals_title(settings_.result, context_.language), style_of(context_)); }},
            Members{[&first](Json& json) { voted_json(json, first); }}};
        if (!first.statements.empty())
            all.emplace_back(Table{statements_sheet(first, language), SheetIn::text_and_json});
        all.emplace_back(Table{settings_.result ? results_sheet(first, language) : exports_sheet(first, language),
                               SheetIn::text_and_json});
        if (settings_.movements)
            all.emplace_back(Table{booked_sheet(results_, language)});
        else
            all.emplace_back(Table{compared_sheet(results_, language)});
        if (rolled_.any())
            all.emplace_back(Table{held_landing_sheet(results_, language), SheetIn::text_and_json});
        if (!settings_.movements)
            all.emplace_back(Table{top_gaps_sheet(results_, language), SheetIn::text_and_json});
        all.emplace_back(Table{unmapped_sheet(first, language), SheetIn::text_and_json});
        all.emplace_back(Prose{[this, &first] { return actuals_rules(first, style_of(context_)); }});
        all.emplace_back(receipt);
        return all;
    }

    std::vector<Part> reconciliation() {
        const ActualsResult& first = results_.front();
        return {Prose{[this] { return heading(reconciliation_title(context_.language), style_of(context_)); }},
                Table{statements_sheet(first, context_.language), SheetIn::text_and_json},
                Table{reconciliation_sheet(first, context_.language)},
                Table{unpaid_members_sheet(first, context_.language), SheetIn::text_and_json},
                Members{[this](Json& json) { write_receipt(json, actuals_program, context_); }}};
    }

    Context& context_;
    const ActualsSettings& settings_;
    std::vector<Case> cases_;
    NamedFiles files_;
    RolledCases rolled_;
    std::vector<ActualsResult> results_;
    std::optional<RowQuestion> question_;
    std::vector<ExplainedMovement> explained_movements_;  // of the entity that is compared
    std::vector<std::vector<ExplainedRow>> explained_;    // by case
    std::vector<BookedCash> booked_;                      // by entity, where the folder of forecasts is asked
    std::vector<Money> balances_;                         // by entity, on the last day
    AccuracyResult accuracy_;
};

}  // namespace

Status compare(Context& context, const ActualsSettings& settings) {
    if (is_export(context.path)) {
        context.diagnostics.error("actuals.question", {tr("nothing is asked of the export"), {}}, {},
                                  Message{tr("say --validate, --anonymise or --check, or name the budget first"), {}});
        return Status::wrong_input;
    }
    if (context.options.positional().size() == 1) {
        context.diagnostics.error(
            "actuals.export", {tr("no export is named that {file} could be held against"), {{"file", context.path}}},
            {}, Message{tr("name the exports of the books behind the budget"), {}});
        return Status::wrong_input;
    }
    return with_budgets(context, {}, [&](Cases& cases) { return Comparing(context, settings, cases).run(); });
}

}  // namespace msp::app
