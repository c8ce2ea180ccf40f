// SPDX-License-Identifier: MIT
#include <msp-forecast/alerts.hpp>
#include <msp-forecast/choice.hpp>
#include <msp-forecast/contradictions.hpp>
#include <msp-forecast/days.hpp>
#include <msp-forecast/explain.hpp>
#include <msp-forecast/forecast.hpp>
#include <msp-forecast/from_books.hpp>
#include <msp-forecast/grant_budgets.hpp>
#include <msp-forecast/json.hpp>
#include <msp-forecast/pack.hpp>
#include <msp-forecast/plan_check.hpp>
#include <msp-forecast/rewrite.hpp>
#include <msp-forecast/settings.hpp>
#include <msp-forecast/since.hpp>
#include <msp-forecast/templates.hpp>
#include <msp/cash/effect.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/aci_notes.hpp>
#include <msp/report/aci_picture.hpp>
#include <msp/report/bridge_sheets.hpp>
#include <msp/report/calendar_sheets.hpp>
#include <msp/report/curve_picture.hpp>
#include <msp/report/curve_sheets.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/gap_notes.hpp>
#include <msp/report/grant_sheets.hpp>
#include <msp/report/income_sheets.hpp>
#include <msp/report/payroll_notes.hpp>
#include <msp/report/rolling_sheets.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/summary.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace msp::app {
namespace {

using Summary = std::vector<SummaryEntry>;

// One budget: projected with each scenario, and shown.
class Forecast {
 public:
    // Rows of the summary go to `together`, where that is one table of several files.
    Forecast(Context& context, const Settings& settings, Summary* together, Cases& cases)
        : context_(context),
          settings_(settings),
          together_(together),
          cases_(cases),
          results_(base_of(cases, streams() ? 1 : cases.count())),
          books_(context, settings, results_.front()) {}

    Status run() {
        if (!books_.read() || !read_earlier() || !read_voted() || !settle_days())
            return Status::wrong_input;
        if (streams()) {
            stream_csv();
            return Status::done;
        }
        while (std::optional<Case> next = cases_.next())
            books_.go_on(results_.emplace_back(std::move(*next)));
        if (!choose(context_, settings_, results_))
            return Status::wrong_input;
        for (Result& result : results_)
            compute_case(result);
        if (refuses_warnings(context_) || !show())
            return Status::wrong_input;
        return settings_.watches() && alert(context_, settings_, results_, days_.as_of, view_.days())
                   ? Status::answer_is_no
                   : Status::done;
    }

 private:
    // With room for all of them: what is computed refers to its case, so that none may move.
    [[nodiscard]] static std::vector<Result> base_of(Cases& cases, std::size_t count) {
        std::vector<Result> results;
        results.reserve(count);
        results.emplace_back(cases.next().value());
        return results;
    }

    // A table of rows holds one case after the other, which need not be kept; unless something may refuse the answer
    // once all of them are known.
    [[nodiscard]] bool streams() const {
        return context_.options.format() == Format::csv && settings_.view != ViewKind::summary &&
               !settings_.watches() && !settings_.explain && !settings_.entity && !settings_.bank &&
               !context_.options.flag("strict") && !settings_.since && settings_.view != ViewKind::calendar &&
               settings_.view != ViewKind::contracts;
    }

    void stream_csv() {
        compute_case(results_.front());
        Sheet all = sheet(results_);
        all.rows = [this, base_rows = std::move(all.rows)](RowSink& sink) {
            base_rows(sink);
            while (std::optional<Case> next = cases_.next()) {
                Result result(std::move(*next));
                books_.go_on(result);
                compute_case(result);
                sheet({&result, 1}).rows(sink);
            }
        };
        answer(context_, {Table{std::move(all)}});
    }

    [[nodiscard]] bool several() const { return cases_.count() > 1; }

    bool read_earlier() {
        if (!settings_.since)
            return true;
        std::optional<std::vector<Bridge>> since = bridges_since(context_, *settings_.since, results_.front(), books_);
        if (since)
            bridges_ = std::move(*since);
        return since.has_value();
    }

    bool read_voted() {
        if (settings_.voted)
            voted_ = other_budget(context_, *settings_.voted);
        return !settings_.voted || voted_;
    }

    bool settle_days() {
        const Budget& base = results_.front().budget;
        const std::optional<ForecastDays> days = forecast_days(context_, settings_, base, books_.until());
        if (!days)
            return false;
        days_ = *days;
        view_.file = context_.path;
        view_.grid = settings_.grid;
        view_.language = context_.language;
        if (context_.options.format() == Format::csv)
            view_.dialect = context_.options.csv_dialect();
        view_.periods = periods(days_.shown.first, days_.shown.last, settings_.grid);
        view_.payout = settings_.payout;
        if (settings_.wants_results())
            view_.exercises =
                exercises_in(base, view_.days(), settings_.entity ? base.entity(*settings_.entity) : std::nullopt);
        if (settings_.page)
            settle_years(days_.shown.first, days_.shown.last);
        return true;
    }

    // The plan of a page by quarter, each year a table.
    void settle_years(Date first, Date last) {
        for (const Period& year : periods(first, last, Grid::year)) {
            View& view = years_.emplace_back(view_);
            view.grid = Grid::quarter;
            view.periods = periods(year.first, year.last, Grid::quarter);
            year_sums_.emplace_back(results_.front().budget, view.periods);
        }
    }

    [[nodiscard]] HeadlineOptions headline_options(const Selection& selection) const {
        return {settings_.plan_options(),
                view_.days(),
                days_.as_of,
                days_.distributable,
                days_.as_of + settings_.within.value_or(0),
                selection};
    }

    // The curve with characters; a page that is not made of them has its sheet.
    [[nodiscard]] bool draws() const {
        return settings_.view == ViewKind::curve && context_.options.format() == Format::text;
    }

    [[nodiscard]] bool compares() const { return several() && settings_.view == ViewKind::balance; }
    [[nodiscard]] bool packs() const { return settings_.pack != Pack::none; }

    // The base first. A scenario is held against it.
    void compute_case(Result& result) {
        const Result& base = results_.front();
        if (&result == &base)
            return compute(result, base_moves_);
        Footprint moves;
        compute(result, moves);
        check_effect({base.budget, base_moves_}, {result.budget, moves}, result.scenario, compared_until_,
                     context_.diagnostics);
    }

    void compute(Result& result, Footprint& moves) {
        const Format format = context_.options.format();
        const bool summary = settings_.view == ViewKind::summary;
        const bool wants_headlines = format != Format::csv || summary;
        const bool wants_movements =
            (packs() || settings_.view == ViewKind::movements || settings_.view == ViewKind::debt_service) &&
            !settings_.explain;
        const bool wants_uncertain = context_.options.for_people() && !summary;
        const bool wants_sums = packs() || settings_.view == ViewKind::plan || (format != Format::csv && compares());
        if (wants_sums)
            result.sums.emplace(result.budget, view_.periods);
        const Period days = view_.days();
        const PlanOptions plan = settings_.plan_options();
        const HeadlineOptions headline = headline_options(result.selection);
        const auto collect = [&](const Movement& movement) {
            if (several() && movement.date <= compared_until_)
                moves.add(movement);
            if (!result.selection.holds(result.budget, movement.bank))
                return;
            if (result.sums)
                result.sums->add(movement);
            if (&result == &results_.front())
                std::ranges::for_each(year_sums_, [&](LineSums& year) { year.add(movement); });
            if (movement.date < days.first || movement.date > days.last)
                return;
            if (wants_movements)
                result.movements.push_back(movement);
            if (wants_uncertain && is_uncertain(result.budget, movement))
                result.uncertain.push_back(movement);
        };
        const MovementSink also =
            wants_movements || wants_sums || wants_uncertain || several() ? MovementSink(collect) : MovementSink();
        Date until =
            wants_headlines ? horizon(result, headline) : std::max({days.last, days_.as_of, headline.watch_until});
        if (&result == &results_.front())
            compared_until_ = until;
        until = std::max(until, compared_until_);
        // A scenario may open an account earlier or later than the base; the days shown are the base's.
        result.projection =
            project(result, plan, {results_.front().budget.first_day(), std::max(until, days_.plan.last)}, also);
        if (settings_.wants_results())
            result.statements =
                income_statements(books_.planned(result), result.law->classes, settings_.count, view_.exercises);
        if (settings_.view == ViewKind::grant_budget)
            result.grant_budgets =
                grant_budgets(result, {books_.planned(result), voted_ ? &*voted_ : nullptr, books_.books(),
                                       settings_.count, view_.exercises, settings_.as_of});
        find_missing(result);
        add_calendar(result);
        if (wants_headlines)
            result.headlines = headlines(result, result.projection, headline);
    }

    // What the days not to forget are of, where they are shown.
    void add_calendar(const Result& result) {
        if (settings_.view != ViewKind::calendar && settings_.view != ViewKind::contracts)
            return;
        CalendarResult made = {&result.budget, result.scenario, result.label, {}, {}};
        if (settings_.view == ViewKind::calendar) {
            made.days = due_days(result, settings_.plan_options(), {view_.days().first, view_.days().last});
            const Selection& selection = result.selection;
            std::erase_if(made.days,
                          [&](const DueDay& day) { return selection.entity && day.entity != *selection.entity; });
        } else {
            made.contracts = contract_states(result, days_.as_of);
            if (settings_.within)
                made.contracts = within(made.contracts, {days_.as_of, days_.as_of + *settings_.within});
            if (result.selection.entity)
                std::erase_if(made.contracts, [&](const ContractState& state) {
                    return result.budget.contracts[state.contract].entity != *result.selection.entity;
                });
        }
        // A calendar holds one case: two would have the same days twice.
        if (context_.options.format() == Format::ics)
            calendars_.clear();
        calendars_.push_back(std::move(made));
    }

    // What the plan lacks, as warnings, and with what its amounts rest on as notes.
    void find_missing(Result& result) {
        const std::vector<Gap> gaps = find_gaps(result, result.projection.outcomes, days_.plan);
        add_new(context_.diagnostics, gap_warnings(result.budget, result.scenario, gaps, gaps_of_base_));
        if (&result == &results_.front())
            gaps_of_base_ = gaps;
        if (context_.options.format() == Format::csv ||
            (context_.options.for_people() && settings_.view == ViewKind::summary))
            return;
        result.notes = aci_plan_notes(result.aci, view_.language);
        const std::vector<PayrollBasis> pay =
            payroll_bases(result.budget, result.law->payroll, result.payroll, days_.plan);
        for (std::string& note : payroll_notes(result.budget, pay, view_.language))
            result.notes.push_back(std::move(note));
        for (std::string& note : gap_notes(result.budget, gaps, view_.language))
            result.notes.push_back(std::move(note));
        if (settings_.wants_results() && settings_.view != ViewKind::grant_budget && books_.any())
            result.notes.emplace_back(
                translate(tr("The result is of what was planned, without the books that are named."), view_.language));
        for (std::string& note : income_notes(result, view_.language))
            result.notes.push_back(std::move(note));
        for (std::string& note : grant_notes(result, view_.language))
            result.notes.push_back(std::move(note));
    }

    bool show() {
        if (settings_.explain)
            return explain_forecast(context_, settings_, results_, view_, headline_options({}));
        if (together_ != nullptr)
            std::ranges::move(summary(), std::back_inserter(*together_));
        else if (packs())
            return show_pack();
        else
            answer(context_, settings_.page ? page() : parts());
        return true;
    }

    [[nodiscard]] Summary summary() const {
        Summary entries;
        for (const Result& result : results_)
            std::ranges::move(summary_entries(result, view_), std::back_inserter(entries));
        return entries;
    }

    std::vector<Part> parts() {
        const bool only_table = settings_.view == ViewKind::summary;
        const bool of_days = settings_.view == ViewKind::calendar || settings_.view == ViewKind::contracts;
        std::vector<Part> parts = {Members{[this](Json& out) { headlines_json(out, results_, view_, days_.as_of); }}};
        if (of_days) {
            parts.emplace_back(Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }});
            parts.emplace_back(Table{sheet(results_)});
            parts.emplace_back(Calendar{sheet(results_), days_.as_of});
            parts.emplace_back(Members{[this](Json& out) { write_receipt(out, forecast_program, context_); }});
            return parts;
        }
        if (!only_table)
            parts.emplace_back(Prose{[this] { return headlines_text(); }});
        if (books_.any())
            parts.emplace_back(Table{books_sheet(results_, view_), SheetIn::json});
        if (draws())
            parts.emplace_back(Prose{[this] { return curve_text(results_, view_, style()); }});
        if (settings_.view == ViewKind::curve)
            parts.emplace_back(Pictures{[this] { return curve_pictures(results_, view_); }});
        const bool only_data = compares() || draws();
        parts.emplace_back(Table{sheet(results_), only_data ? SheetIn::csv_and_json : SheetIn::all, only_table});
        parts.emplace_back(Members{[this](Json& out) { notes_json(out, results_); }});
        add_differences(parts);
        if (!only_table)
            parts.emplace_back(Prose{[this] { return uncertain(); }});
        parts.emplace_back(Members{[this](Json& out) { write_receipt(out, forecast_program, context_); }});
        return parts;
    }

    // A worksheet a question; sentences stand on the first one.
    bool show_pack() {
        const PackParts own(context_, settings_.pack == Pack::all ? Results(results_) : Results(), days_.as_of);
        if (context_.diagnostics.has_errors())
            return false;
        std::vector<Part> parts = {Prose{[this] { return headlines_text(); }}};
        const auto add = [&](Sheet sheet) { parts.emplace_back(Table{std::move(sheet)}); };
        const Results all = results_;
        add(balance_sheet(all, view_));
        View by_day = view_;
        by_day.grid = Grid::day;
        by_day.periods = periods(view_.days().first, view_.days().last, Grid::day);
        if (context_.options.format() == Format::xlsx)
            add(curve_sheet(all, by_day));
        else if (context_.options.format() == Format::html)
            parts.emplace_back(Pictures{[this] { return curve_pictures(results_, view_); }});
        else
            parts.emplace_back(Prose{[this] { return curve_text(results_, view_, style()); }});
        add(plan_sheet(all, view_));
        if (settings_.pack == Pack::all)
            add(movement_sheet(all, view_));
        if (several()) {
            parts.push_back(worksheet("comparison", comparison_sheet(all, view_)));
            add(difference_sheet(all.front(), all.subspan(1), view_));
        }
        if (settings_.wants_results())
            add(income_sheet(all, view_));
        if (!all.front().budget.loans.empty()) {
            add(loan_sheet(all, view_));
            add(loan_year_sheet(all, view_));
            if (!settings_.bank)
                add(debt_service_sheet(all, view_));
        }
        if (books_.any()) {
            add(landing_sheet(all, view_));
            if (settings_.pack == Pack::all)
                add(due_sheet(all, view_));
        }
        own.add_to(parts);
        parts.emplace_back(Prose{[this] { return uncertain(); }});
        answer(context_, parts);
        return true;
    }

    // What an assembly is handed: sentences, curves, figures by month, the plan by quarter, what scenarios change, what
    // all that rests on, and by what it can be repeated.
    std::vector<Part> page() {
        std::vector<Part> parts;
        parts.emplace_back(Prose{[this] {
            return headline_sentences(results_.front(), view_, style()) + books_text(results_.front(), style());
        }});
        parts.emplace_back(Pictures{[this] { return curve_pictures(results_, view_); }});
        Sheet periods = compares() ? comparison_sheet(results_, view_) : balance_sheet(results_, view_);
        parts.emplace_back(Table{std::move(periods), SheetIn::all, false, tr("Figures by period")});
        parts.emplace_back(chapter(tr("Plan by quarter")));
        for (std::size_t i = 0; i < years_.size(); ++i)
            parts.emplace_back(Table{plan_sheet(results_.front(), year_sums_[i], years_[i],
                                                period_name(years_[i].days(), Grid::year, view_.language))});
        parts.emplace_back(Pictures{[this] { return aci_pictures(); }});
        for (std::size_t i = 1; i < results_.size(); ++i) {
            parts.emplace_back(Prose{[this, i] { return headline_sentences(results_[i], view_, style()); }});
            parts.emplace_back(Table{difference_sheet(results_.front(), std::span(results_).subspan(i, 1), view_)});
        }
        parts.emplace_back(Prose{[this] {
            const std::string notes = uncertain();
            return notes.empty() ? "" : heading(tell(tr("What is assumed"), style()), style()) + notes;
        }});
        parts.emplace_back(Prose{[this] { return receipt_text(forecast_program, context_, style()); }});
        return parts;
    }

    // Of the year of the as-of day, else of the last one that is computed.
    [[nodiscard]] std::vector<Picture> aci_pictures() const {
        const Result& base = results_.front();
        if (!base.budget.aci || !base.selection.holds(base.budget, base.budget.aci->bank))
            return {};
        const AciReckoning& aci = base.aci;
        const AciRemuneration* paid = aci.computed(static_cast<std::int16_t>(days_.as_of.fields().year));
        if (paid == nullptr && !aci.facts().empty())
            paid = aci.computed(aci.facts().back().year);
        if (paid == nullptr)
            return {};
        return {aci_picture(*paid, view_.language)};
    }

    [[nodiscard]] Prose chapter(const char* title) const {
        return {[this, title] { return heading(tell(title, style()), style()); }};
    }

    // In JSON the receipt names the file.
    Sheet sheet(Results results) {
        switch (settings_.view) {
            case ViewKind::plan:
                return plan_sheet(results, view_);
            case ViewKind::curve:
                return curve_sheet(results, view_);
            case ViewKind::movements:
                return movement_sheet(results, view_);
            case ViewKind::loans:
                return loan_sheet(results, view_);
            case ViewKind::loan_years:
                return loan_year_sheet(results, view_);
            case ViewKind::debt_service:
                return debt_service_sheet(results, view_);
            case ViewKind::due:
                return due_sheet(results, view_);
            case ViewKind::landing:
                return landing_sheet(results, view_);
            case ViewKind::income:
                return income_sheet(results, view_);
            case ViewKind::grant_budget:
                return grant_sheet(results, view_);
            case ViewKind::calendar:
                return calendar_sheet(calendars_, view_.language);
            case ViewKind::contracts:
                return contracts_sheet(calendars_, view_.language);
            case ViewKind::bridge:
                return bridge_sheet(results_.front().budget, bridges_, view_.language);
            case ViewKind::summary:
                summary_ = summary();
                return summary_sheet(summary_, view_.language, context_.options.format() != Format::json);
            case ViewKind::balance:
                break;
        }
        return balance_sheet(results, view_);
    }

    // What scenarios change: on a page under a title each, in JSON one after the other.
    void add_differences(std::vector<Part>& parts) const {
        if (results_.size() < 2 || !results_.front().sums)
            return;
        const std::span scenarios = std::span(results_).subspan(1);
        parts.emplace_back(Table{difference_sheet(results_.front(), scenarios, view_), SheetIn::json});
        if (!compares())
            return;
        parts.emplace_back(Table{comparison_sheet(results_, view_), SheetIn::text});
        for (std::size_t i = 0; i < scenarios.size(); ++i)
            parts.emplace_back(
                Table{difference_sheet(results_.front(), scenarios.subspan(i, 1), view_), SheetIn::text});
    }

    [[nodiscard]] std::string headlines_text() const {
        std::string out = context_.several ? visible(context_.path) + "\n\n" : "";
        if (const std::string books = books_text(results_.front(), style()); !books.empty())
            out += books + '\n';
        for (const Result& result : results_)
            out += headline_text(result, view_, style());
        return out;
    }

    [[nodiscard]] std::string uncertain() const {
        const std::string first = uncertain_text(results_.front(), style());
        std::string out = first;
        for (const Result& result : results_) {
            if (const std::string other = uncertain_text(result, style()); other != first)
                out += heading(scenario_name(result), style()) + other;
        }
        return out;
    }

    [[nodiscard]] TextStyle style() const { return style_of(context_); }

    Context& context_;
    const Settings& settings_;
    Summary* together_;
    Cases& cases_;
    std::vector<Result> results_;  // the base first; it alone where they are streamed
    FromBooks books_;
    std::optional<Case> voted_;              // where another file has what was voted
    std::vector<CalendarResult> calendars_;  // by case, where the view is of days
    std::vector<Bridge> bridges_;            // to an earlier forecast, where one is named
    Footprint base_moves_;                   // where there are several cases
    std::vector<Gap> gaps_of_base_;
    Date compared_until_;  // the base's last day
    ForecastDays days_;
    View view_;
    Summary summary_;                  // of this budget, where it is shown
    std::vector<View> years_;          // of a page: their quarters
    std::vector<LineSums> year_sums_;  // of the base
};

Wanted wanted(Context& context, const Settings& settings) {
    Wanted wanted;
    if (settings.wants_results())
        wanted.needs = [](const Budget& budget) {
            LawNeeds needs = plan_needs(budget);
            needs.add(income_needs());
            return needs;
        };
    wanted.survey = PlanCheck(context, settings);
    if (const auto language = context.options.value("rewrite"))
        wanted.instead = [&context, keys = *language == "fr" ? Language::french : Language::english](
                             const Document& document, const Budget& budget, const Catalogue& catalogue) {
            return rewrite(context, document, budget, catalogue, keys);
        };
    return wanted;
}

Status forecast_of(Context& context, const Settings& settings, Summary* together) {
    return with_budgets(context, wanted(context, settings),
                        [&](Cases& cases) { return Forecast(context, settings, together, cases).run(); });
}

// One table of all files. A file that cannot be read has a row too: in forty of them nobody misses one that is absent.
Status summary_of_all(Run& run, const Settings& settings) {
    struct OfFile {
        Summary entries;
        std::optional<Language> language;
    };
    std::vector<OfFile> files(run.options().positional().size());
    const auto ask = [&](Context& context) {
        OfFile& file = files[context.index];
        file.entries = {{.file = context.path, .readable = false}};  // unless it is read to its end
        Summary read;
        const Status answered = forecast_of(context, settings, &read);
        file.language = context.language;
        if (answered < Status::wrong_input && !context.diagnostics.has_errors())
            file.entries = std::move(read);
        return answered;
    };
    const Status status = run.each(ask, Run::Answers::later);
    Summary entries;
    std::optional<Language> language;  // of the first
    for (OfFile& file : files) {
        std::ranges::move(file.entries, std::back_inserter(entries));
        language = language ? language : file.language;
    }
    if (settings.worst_first)
        sort_worst_first(entries);
    Context context = run.context();
    context.language = language.value_or(context.language);
    answer(context, {Table{summary_sheet(entries, context.language, true), SheetIn::all, true}});
    return status;
}

}  // namespace

Status forecast(Run& run) {
    const Options& options = run.options();
    const Settings settings = settings_from(options);
    const Diagnostics wrong = contradictions(options, settings);
    if (wrong.has_errors()) {
        run.print(wrong, Sources(), run.language());
        return Status::wrong_input;
    }
    if (const auto name = options.value("init")) {
        run.output().write(template_text(*name, keys_language(options, run.language())));
        return Status::done;
    }
    if (settings.view == ViewKind::summary && run.together() && options.format() != Format::json &&
        !options.flag("check"))
        return summary_of_all(run, settings);
    return run.each([&](Context& context) { return forecast_of(context, settings, nullptr); });
}

}  // namespace msp::app
