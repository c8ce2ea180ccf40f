// SPDX-License-Identifier: MIT
#include <msp/coordinator/post_variants.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/variant_sheets.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>

#include <msp-coordinator/compare.hpp>
#include <utility>

namespace msp::app {
namespace {

void notes(Json& json, const std::vector<PostComparison>& found, Language language) {
    json.begin_array("notes");
    for (const PostComparison& comparison : found) {
        for (const ComparedPost& post : comparison.posts) {
            for (const std::string& note : variant_assumptions(post, language)) {
                json.begin_object();
                json.text("scenario", post.made.scenario);
                json.text("post", post.made.item().id);
                json.text("compared", id_of(post.variant));
                json.text("text", note);
                json.end_object();
            }
        }
    }
    json.end_array();
}

std::string assumptions(const PostComparison& comparison, const TextStyle& style) {
    std::string out;
    for (const ComparedPost& post : comparison.posts) {
        for (const std::string& note : variant_assumptions(post, style.language))
            out += wrapped(note, 2, page_width(style));
    }
    return out;
}

void show(Context& context, const CoordinatorSettings& settings, const std::vector<PostComparison>& found) {
    const TextStyle style = style_of(context);
    const Language language = context.language;
    std::vector<Part> parts = {Prose{[&] { return context.several ? visible(context.path) + "\n\n" : ""; }}};
    for (const PostComparison& comparison : found) {
        parts.emplace_back(
            Prose{[&] { return heading(variant_title(comparison, settings.compared_by, language), style) + '\n'; }});
        parts.emplace_back(Table{variant_amounts_sheet(comparison, language), SheetIn::text});
        parts.emplace_back(Table{variant_figures_sheet(comparison, language), SheetIn::text});
        parts.emplace_back(
            Prose{[&] { return assumptions(comparison, style) + variant_rules(comparison, style) + '\n'; }});
    }
    parts.emplace_back(Table{variants_sheet(found, settings.compared_by, language), SheetIn::csv_and_json});
    parts.emplace_back(Members{[&](Json& json) {
        notes(json, found, language);
        write_receipt(json, coordinator_program, context);
    }});
    answer(context, parts);
}

}  // namespace

std::optional<Status> show_comparison(Context& context, const CoordinatorSettings& settings,
                                      const std::vector<Case>& cases) {
    std::vector<PostComparison> found;
    for (const Case& each : cases) {
        for (std::size_t i = 0; i < each.budget.posts.size(); ++i) {
            if (!settings.post.empty() && each.budget.items[each.budget.posts[i].item].id != settings.post)
                continue;
            Diagnostics problems;
            if (auto one = compared_post(each, i, settings.variants, settings.terms, settings.horizon, problems))
                found.push_back(std::move(*one));
            add_new(context.diagnostics, problems);
        }
    }
    if (context.diagnostics.has_errors())
        return Status::wrong_input;
    if (found.empty())
        return std::nullopt;
    show(context, settings, found);
    return Status::done;
}

}  // namespace msp::app
