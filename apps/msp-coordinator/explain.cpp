// SPDX-License-Identifier: MIT
#include <msp/plan/gaps.hpp>
#include <msp/report/explain.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-coordinator/explain.hpp>
#include <msp-coordinator/posts.hpp>
#include <msp-coordinator/settings.hpp>
#include <optional>
#include <string_view>
#include <utility>

namespace msp::app {
namespace {

bool is_post(const Budget& budget, const std::string& line) {
    return std::ranges::any_of(budget.posts, [&](const Post& post) {
        const std::string& id = budget.items[post.item].id;
        return line == id || line.starts_with(id + '.');
    });
}

class PostExplainer {
 public:
    PostExplainer(Context& context, const std::string& asked, const std::vector<Case>& cases,
                  const std::vector<std::string>& others)
        : context_(context), asked_(asked), cases_(cases), others_(others) {}

    Status run() {
        for (const Case& each : cases_) {
            if (!names_post(asked_, each.budget))
                continue;
            const std::optional<Question> question = parse_question(asked_, each.budget);
            std::optional<Period> days = days_of(each, *question);
            if (!days)
                return Status::wrong_input;
            found_.push_back({&each, *question->line, *days,
                              explained_line(each, *question->line, Window{days->first, days->last})});
        }
        if (found_.empty())
            return unknown();
        answer(context_, {Prose{[this] { return text(); }}, Members{[this](Json& json) { write(json); }},
                          Members{[this](Json& json) { write_receipt(json, coordinator_program, context_); }}});
        return Status::done;
    }

 private:
    struct Found {
        const Case* of;
        std::string line;
        Period days;
        std::vector<ExplainedMovement> movements;
    };

    // A whole period of the plan, as far as the account is open in it.
    std::optional<Period> days_of(const Case& of, const Question& question) {
        const Window plan = plan_window(of.budget, context_.options.as_of());
        if (!question.period)
            return Period{plan.first, plan.last};
        const Date first = std::max(question.period->first, plan.first);
        if (first <= question.period->last && question.period->last <= plan.last)
            return Period{first, question.period->last};
        context_.diagnostics.error(
            "explain.period",
            {tr("{text} does not lie within the days shown, {first} to {last}"),
             {{"text", asked_}, {"first", plan.first}, {"last", plan.last}}},
            {}, Message{tr("ask for a period within these days, or plan more of them: months in [forecast]"), {}});
        return std::nullopt;
    }

    Status unknown() {
        std::vector<std::string_view> known = ids_of_posts(cases_.back().budget);
        known.insert(known.end(), others_.begin(), others_.end());
        context_.diagnostics.error("explain.unknown",
                                   {tr("--explain finds nothing called \"{text}\""), {{"text", asked_}}}, {},
                                   what_there_is(asked_, known));
        return Status::wrong_input;
    }

    [[nodiscard]] std::string text() const {
        const TextStyle style = style_of(context_);
        std::string out;
        for (const Found& each : found_) {
            const Case& of = *each.of;
            if (cases_.size() > 1)
                out += (out.empty() ? "" : "\n") + heading(of.label.empty() ? of.scenario : of.label, style) + '\n';
            out += line_text(of.budget, each.line, each.days, each.movements, context_.sources, style);
        }
        return out;
    }

    void write(Json& json) const {
        json.begin_array("explanations");
        for (const Found& each : found_) {
            json.begin_object();
            json.text("scenario", each.of->scenario);
            movements_json(json, each.of->budget, each.days, each.movements, context_.sources, context_.language);
            json.end_object();
        }
        json.end_array();
    }

    Context& context_;
    const std::string& asked_;
    const std::vector<Case>& cases_;
    const std::vector<std::string>& others_;
    std::vector<Found> found_;
};

}  // namespace

bool names_post(const std::string& asked, const Budget& budget) {
    const std::optional<Question> question = parse_question(asked, budget);
    return question && question->line && is_post(budget, *question->line);
}

Status explain_post(Context& context, const std::string& asked, const std::vector<Case>& cases,
                    const std::vector<std::string>& others) {
    return PostExplainer(context, asked, cases, others).run();
}

}  // namespace msp::app
