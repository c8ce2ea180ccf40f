// SPDX-License-Identifier: MIT
#include <msp-forecast/explain.hpp>
#include <msp/report/explain.hpp>
#include <msp/report/explain_figure.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace msp::app {
namespace {

class Explainer {
 public:
    Explainer(Context& context, const Settings& settings, const std::vector<Result>& results, const View& view,
              const HeadlineOptions& asked)
        : context_(context),
          text_(settings.explain.value()),
          payout_(settings.payout.value_or(PayoutQuestion{})),
          results_(results),
          view_(view),
          asked_(asked) {}

    bool run() {
        ask();
        if (questions_.empty() || !std::ranges::all_of(questions_, [this](Question& each) { return fit(each); }))
            return false;
        answer(context_, {Prose{[this] { return text(); }}, Members{[this](Json& json) { write(json); }},
                          Members{[this](Json& json) { write_receipt(json, forecast_program, context_); }}});
        return true;
    }

 private:
    // The question to each result. A line that only one of them has is no mistake: the others have no movement of it.
    // None where no result knows what is asked.
    void ask() {
        std::vector<std::optional<Question>> found;
        for (const Result& result : results_)
            found.push_back(parse_question(text_, result.budget));
        const auto known = std::ranges::find_if(found, [](const auto& question) { return question.has_value(); });
        if (known == found.end())
            return complain();
        for (const std::optional<Question>& question : found)
            questions_.push_back(question.value_or(**known));
    }

    void complain() {
        std::vector<std::string_view> known;
        for (const Item& item : results_.front().budget.items)
            known.push_back(item.id);
        std::optional<Message> help = did_you_mean(text_, known);
        if (!help)
            help = {tr("ask for a period (2026-04), a line (software), both (software@2026-04), or a figure: lowest, "
                       "lowest-certain, late-aci, distributable, total, cash-days"),
                    {}};
        context_.diagnostics.error("explain.unknown",
                                   {tr("--explain finds nothing called \"{text}\""), {{"text", text_}}}, {},
                                   std::move(help));
    }

    // Only days that are shown can be asked for, and only whole periods: half a year's sums would pass for the year's.
    // What lies before the first account opens is no part of a period.
    bool fit(Question& question) {
        if (!question.period)
            return true;
        const Period days = view_.days();
        Period& period = *question.period;
        const bool whole =
            days.first <= std::max(period.first, results_.front().budget.first_day()) && period.last <= days.last;
        period.first = std::max(period.first, days.first);
        if (whole && period.first <= period.last)
            return true;
        context_.diagnostics.error(
            "explain.period",
            {tr("{text} does not lie within the days shown, {first} to {last}"),
             {{"text", text_}, {"first", days.first}, {"last", days.last}}},
            {}, Message{tr("ask for a period within these days, or show more of them with --from and --months"), {}});
        return false;
    }

    [[nodiscard]] std::vector<ExplainedFigure> explained(Figure figure, const Result& result) const {
        HeadlineOptions options = asked_;
        options.selection = result.selection;
        return explained_figure(figure, result, payout_, options, view_.language);
    }

    [[nodiscard]] std::vector<ExplainedMovement> explained(const Question& question, const Result& result) const {
        return msp::explained(result, question, asked_.plan, view_);
    }

    [[nodiscard]] std::string text() const {
        const TextStyle style = style_of(context_);
        std::string out;
        for (std::size_t i = 0; i < results_.size(); ++i) {
            const Result& result = results_[i];
            const Question& question = questions_[i];
            if (results_.size() > 1)
                out += (i == 0 ? "" : "\n") + heading(scenario_name(result), style) + '\n';
            out += question.figure ? figure_text(explained(*question.figure, result), context_.sources, style)
                                   : explanation_text(result, question, explained(question, result), view_,
                                                      context_.sources, style);
        }
        return out;
    }

    void write(Json& json) const {
        json.begin_array("explanations");
        for (std::size_t i = 0; i < results_.size(); ++i) {
            const Result& result = results_[i];
            const Question& question = questions_[i];
            json.begin_object();
            json.text("scenario", result.scenario);
            if (question.figure)
                figure_json(json, *question.figure, explained(*question.figure, result), context_.sources,
                            view_.language);
            else
                explanation_json(json, result, question, explained(question, result), view_, context_.sources);
            json.end_object();
        }
        json.end_array();
    }

    Context& context_;
    const std::string& text_;
    PayoutQuestion payout_;
    const std::vector<Result>& results_;  // the base first
    const View& view_;
    const HeadlineOptions& asked_;
    std::vector<Question> questions_;  // of each result
};

}  // namespace

bool explain_forecast(Context& context, const Settings& settings, const std::vector<Result>& results, const View& view,
                      const HeadlineOptions& asked) {
    return Explainer(context, settings, results, view, asked).run();
}

}  // namespace msp::app
