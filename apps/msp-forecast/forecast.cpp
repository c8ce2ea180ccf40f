// SPDX-License-Identifier: MIT
#include <msp-forecast/alerts.hpp>
#include <msp-forecast/choice.hpp>
#include <msp-forecast/computation.hpp>
#include <msp-forecast/computed.hpp>
#include <msp-forecast/contradictions.hpp>
#include <msp-forecast/explain.hpp>
#include <msp-forecast/forecast.hpp>
#include <msp-forecast/from_books.hpp>
#include <msp-forecast/pack.hpp>
#include <msp-forecast/page.hpp>
#include <msp-forecast/plan_check.hpp>
#include <msp-forecast/rewrite.hpp>
#include <msp-forecast/settings.hpp>
#include <msp-forecast/since.hpp>
#include <msp-forecast/templates.hpp>
#include <msp-forecast/views.hpp>
#include <msp/income/income.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/new_file.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

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
          computed_{context, settings, cases.count(), base_of(cases, streams() ? 1 : cases.count())},
          books_(context, settings, computed_.results.front()) {}

    Status run() {
        if (!books_.read() || !read_earlier() || !read_voted() || !settle_days())
            return Status::wrong_input;
        Computation computation(computed_, books_, voted_ ? &*voted_ : nullptr);
        if (streams()) {
            stream_csv(computation);
            return Status::done;
        }
        while (std::optional<Case> next = cases_.next())
            books_.go_on(computed_.results.emplace_back(std::move(*next)));
        if (!choose(context_, settings_, computed_.results))
            return Status::wrong_input;
        for (Result& result : computed_.results)
            computation.compute(result);
        if (settings_.shows_premises())
            find_premises();
        if (refuses_warnings(context_) || !show())
            return Status::wrong_input;
        return settings_.watches() &&
                       alert(context_, settings_, computed_.results, computed_.days.as_of, computed_.view.days())
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
               !context_.options.flag("strict") && !settings_.since && !settings_.of_days() &&
               !settings_.shows_premises();
    }

    void stream_csv(Computation& computation) {
        computation.compute(computed_.results.front());
        Sheet all = view_sheet(computed_, computed_.results);
        all.rows = [&, base_rows = std::move(all.rows)](RowSink& sink) {
            base_rows(sink);
            while (std::optional<Case> next = cases_.next()) {
                Result result(std::move(*next));
                books_.go_on(result);
                computation.compute(result);
                view_sheet(computed_, {&result, 1}).rows(sink);
            }
        };
        answer(context_, {Table{std::move(all)}});
    }

    bool read_earlier() {
        if (!settings_.since)
            return true;
        std::optional<std::vector<Bridge>> since = bridges_since(context_, *settings_.since, computed_.base(), books_);
        if (since)
            computed_.bridges = std::move(*since);
        return since.has_value();
    }

    bool read_voted() {
        if (settings_.voted)
            voted_ = voted_case(context_, *settings_.voted, computed_.base().budget);
        return !settings_.voted || voted_;
    }

    bool settle_days() {
        const std::optional<ForecastDays> days =
            forecast_days(context_, settings_, computed_.base().budget, books_.until());
        if (days)
            computed_.show(*days);
        return days.has_value();
    }

    // Of the base all; of each scenario what it changes.
    void find_premises() {
        std::vector<Premises> all;
        for (const Result& result : computed_.results)
            all.push_back(
                premises(result, cases_.document(result.scenario), computed_.days.plan, computed_.view.language));
        for (std::size_t i = 0; i < all.size(); ++i) {
            Result& result = computed_.results[i];
            result.premises = i == 0 ? all.front() : changed_premises(all.front(), all[i]);
            keep(*result.premises, result.budget, result.selection);
        }
    }

    bool show() {
        if (settings_.explain)
            return explain_forecast(context_, settings_, computed_.results, computed_.view,
                                    computed_.headline_options({}));
        const Selection& asked = computed_.base().selection;
        if ((asked.entity || asked.bank) && !context_.entities.empty())
            context_.entities = {owner_of(computed_.base())};
        if (settings_.view == ViewKind::summary)
            summarise();
        if (together_ != nullptr)
            std::ranges::move(computed_.summary, std::back_inserter(*together_));
        else if (settings_.packs())
            return answer_pack(computed_);
        else
            answer(context_, settings_.page ? page_parts(computed_) : view_parts(computed_));
        return true;
    }

    void summarise() {
        for (const Result& result : computed_.results)
            std::ranges::move(summary_entries(result, computed_.view), std::back_inserter(computed_.summary));
    }

    Context& context_;
    const Settings& settings_;
    Summary* together_;
    Cases& cases_;
    ComputedForecast computed_;
    FromBooks books_;
    std::optional<Case> voted_;  // where another file has what was voted
};

Wanted wanted(Context& context, const Settings& settings) {
    Wanted wanted;
    if (settings.wants_results())
        wanted.needs = [](const Budget& budget) {
            LawNeeds needs = plan_needs(budget);
            needs.add(income_needs());
            return needs;
        };
    wanted.every_scenario = settings.pack == Pack::all;
    wanted.survey = PlanCheck(context, settings);
    wanted.books_tell = !settings.actuals.empty();
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
