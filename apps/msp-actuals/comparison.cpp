// SPDX-License-Identifier: MIT
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/exports.hpp>
#include <support/text_out.hpp>

#include <msp-actuals/compared.hpp>
#include <msp-actuals/comparison.hpp>
#include <msp-actuals/entity_actuals.hpp>
#include <msp-actuals/explain.hpp>
#include <msp-actuals/kept_forecasts.hpp>
#include <msp-actuals/named_files.hpp>
#include <msp-actuals/parts.hpp>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

// One budget: each of its cases held against the books, and shown.
class Comparing {
 public:
    Comparing(Context& context, const ActualsSettings& settings, Cases& cases)
        : context_(context),
          settings_(settings),
          cases_(cases.all()),
          keys_(cases.keys()),
          files_(context, settings, cases_.front().budget),
          compared_{context, settings, cases_.front(), files_, RolledCases(context, settings, files_)},
          forecasts_(compared_) {}

    Status run() {
        const bool asks = files_.read_voted() && asks_what_there_is();
        if (!files_.read_actuals() || !asks || !files_.answer_question())
            return Status::wrong_input;
        tell_before_opening();
        compared_.booked.resize(cases_.front().budget.entities.size());
        for (const Case& of : cases_) {
            compared_.rolled.add(of);
            add_case(of);
        }
        forecasts_.look();
        if (context_.diagnostics.has_errors() || refuses_warnings(context_))
            return Status::wrong_input;
        if (settings_.explain)
            return explain() ? Status::done : Status::wrong_input;
        if (!context_.options.flag("check"))
            forecasts_.store();
        show();
        return Status::done;
    }

 private:
    void tell_before_opening() {
        Diagnostics found;
        for (const Case& of : cases_)
            msp::app::tell_before_opening(of, files_.books().with_books(), found);
        add_new(context_.diagnostics, found);
    }

    bool asks_what_there_is() {
        if (!settings_.explain)
            return true;
        compared_.question =
            row_question(context_, *settings_.explain, cases_.front().budget, files_.voted_budget(), settings_.result);
        return compared_.question.has_value();
    }

    void add_case(const Case& of) {
        ComparedCase made(of, files_.voted_for(of), of.scenario == cases_.front().scenario);
        ActualsResult& result = made.result;
        result.scenario = of.scenario;
        result.label = of.label;
        result.budget = &of.budget;
        result.voted = files_.voted_file(made.lines);
        result.grid = grid();
        for (std::size_t i = 0; i < of.budget.entities.size(); ++i)
            EntityActuals(compared_, made, static_cast<EntityIndex>(i)).add();
        if (settings_.summary && compared_.rolled.lands()) {
            std::vector<StatementGap> gaps;
            for (const HeldStatement& each : made.base ? result.statements : compared_.results.front().statements)
                gaps.push_back(each.gap);
            result.outlooks = outlooks(compared_.rolled.latest().of, compared_.rolled.latest().rolling, gaps);
        }
        compared_.results.push_back(std::move(result));
        compared_.explained.push_back(std::move(made.explained));
    }

    [[nodiscard]] Grid grid() const {
        if (compared_.question)
            return compared_.question->grid();
        if (settings_.summary)
            return Grid::year;
        return settings_.grid.value_or(context_.options.for_people() ? Grid::year : Grid::month);
    }

    bool explain() {
        std::vector<ExplainedCase> cases;
        for (std::size_t i = 0; i < compared_.results.size(); ++i)
            cases.push_back({&compared_.results[i], std::move(compared_.explained[i])});
        return answer_explanation(context_, *settings_.explain, *compared_.question, cases);
    }

    void show() {
        if (settings_.accuracy)
            answer(context_, accuracy_parts(compared_, forecasts_.accuracy()));
        else if (settings_.suggests)
            write_text(context_, suggested_rules(compared_.results.front(), keys_, context_.language));
        else
            answer(context_, comparison_parts(compared_));
    }

    Context& context_;
    const ActualsSettings& settings_;
    std::vector<Case> cases_;
    Language keys_;  // that the budget is written in
    NamedFiles files_;
    ComparedBudget compared_;
    KeptForecasts forecasts_;
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
    Wanted wanted;
    wanted.books_tell = true;
    return with_budgets(context, wanted, [&](Cases& cases) { return compare(context, settings, cases); });
}

Status compare(Context& context, const ActualsSettings& settings, Cases& cases) {
    return Comparing(context, settings, cases).run();
}

}  // namespace msp::app
