// SPDX-License-Identifier: MIT
#include <msp/coordinator/explain_return.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/question.hpp>
#include <msp/report/return_sheets.hpp>
#include <msp/report/return_words.hpp>
#include <msp/report/steps.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-coordinator/returns.hpp>
#include <utility>

namespace msp::app {
namespace {

class ReturnParts {
 public:
    explicit ReturnParts(Context& context) : context_(context) {
        prose([this](const TextStyle&) { return context_.several ? visible(context_.path) + "\n\n" : ""; });
    }

    template <typename Write>
    void prose(Write write) {
        parts_.emplace_back(Prose{[this, write] { return write(style_of(context_)); }});
    }
    void table(Sheet sheet, SheetIn where) { parts_.emplace_back(Table{std::move(sheet), where}); }
    // A page's table of one post.
    void table(Sheet sheet, const PostReturn& post) {
        const std::string title = return_title(post, context_.language);
        table(one_of_several(std::move(sheet), title, title), SheetIn::text);
    }
    void title(const PostReturn& post) {
        prose([&post](const TextStyle& style) { return heading(return_title(post, style.language), style) + '\n'; });
    }
    Status show() {
        parts_.emplace_back(Members{[this](Json& json) { write_receipt(json, coordinator_program, context_); }});
        answer(context_, parts_);
        return Status::done;
    }

 private:
    Context& context_;
    std::vector<Part> parts_;
};

}  // namespace

Status show_returns(Context& context, const CoordinatorSettings& settings, const std::vector<PostReturn>& posts) {
    ReturnParts parts(context);
    const Language language = context.language;
    for (const PostReturn& post : posts) {
        parts.title(post);
        for (const ReturnView view : all_return_views)
            parts.table(return_view_sheet(post, view, language), post);
        parts.table(return_figures_sheet(post, language), post);
        parts.prose([&post](const TextStyle& style) { return return_conditions(post, style) + '\n'; });
        if (!post.assumptions.empty())
            parts.table(assumptions_sheet({&post, 1}, language), post);
        parts.prose(
            [&post, &settings](const TextStyle& style) { return return_rules(post, settings.horizon, style) + '\n'; });
    }
    parts.table(return_and_assumptions_sheet(posts, language), SheetIn::csv);
    parts.table(return_sheet(posts, language), SheetIn::json);
    parts.table(assumptions_sheet(posts, language), SheetIn::json);
    return parts.show();
}

Status show_sensitivity(Context& context, const std::vector<PostReturn>& posts) {
    ReturnParts parts(context);
    for (const PostReturn& post : posts) {
        parts.title(post);
        if (post.assumptions.empty()) {
            parts.prose([](const TextStyle& style) {
                return wrapped(translate(tr("None of its gains has an assumption."), style.language), 0,
                               page_width(style)) +
                       '\n';
            });
            continue;
        }
        parts.table(sensitivity_sheet({&post, 1}, context.language), post);
        parts.prose([&post](const TextStyle& style) { return sensitivity_rules(post, style) + '\n'; });
    }
    parts.table(sensitivity_sheet(posts, context.language), SheetIn::csv_and_json);
    return parts.show();
}

namespace {

// "cost@2026" of an exercise; whatever else is no question of a return.
std::vector<ExplainedReturn> asked_of(const std::vector<PostReturn>& posts, const CoordinatorSettings& settings) {
    std::vector<ExplainedReturn> found;
    const std::optional<Request> request = parse_request(*settings.explain);
    if (!request || (request->period && request->period->grid != Grid::year))
        return found;
    std::optional<std::int16_t> exercise;
    if (request->period)
        exercise = static_cast<std::int16_t>(request->period->days.first.fields().year);
    for (const PostReturn& post : posts) {
        if (exercise && std::ranges::find(post.exercises, *exercise) == post.exercises.end())
            continue;
        for (ExplainedReturn& one : explained_return(post, settings.horizon, request->what, exercise))
            found.push_back(std::move(one));
    }
    return found;
}

std::string explained_text(const Context& context, const ExplainedReturn& one) {
    const TextStyle style = style_of(context);
    std::string title =
        words({tr("{name}: {text}"), {{"name", return_title(*one.post, style.language)}, {"text", one.item}}},
              style.language);
    if (one.view)
        title += " — " + std::string(translate(title_of(*one.view), style.language));
    return heading(title, style) + steps_text(one.steps, context.sources, style);
}

void explained_json(Json& json, const Context& context, const ExplainedReturn& one) {
    json.begin_object();
    json.text("scenario", one.post->scenario);
    json.text("post", one.post->item().id);
    json.text("item", one.item);
    json.text("view", one.view ? id_of(*one.view) : "");
    steps_json(json, one.steps, context.sources, context.language);
    json.end_object();
}

}  // namespace

std::optional<Status> explain_return(Context& context, const CoordinatorSettings& settings,
                                     const std::vector<PostReturn>& posts) {
    const std::vector<ExplainedReturn> found = asked_of(posts, settings);
    if (found.empty())
        return std::nullopt;
    const Prose text{[&] {
        std::string out;
        for (const ExplainedReturn& one : found)
            out += explained_text(context, one) + '\n';
        return out;
    }};
    const Members members{[&](Json& json) {
        json.begin_array("explanations");
        for (const ExplainedReturn& one : found)
            explained_json(json, context, one);
        json.end_array();
    }};
    answer(context, {text, members, Members{[&](Json& json) { write_receipt(json, coordinator_program, context); }}});
    return Status::done;
}

}  // namespace msp::app
