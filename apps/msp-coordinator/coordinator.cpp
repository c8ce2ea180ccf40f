// SPDX-License-Identifier: MIT
#include <msp/coordinator/explain_return.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/plan/gaps.hpp>
#include <msp/report/post_sheets.hpp>
#include <msp/report/question.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <msp-coordinator/afford.hpp>
#include <msp-coordinator/compare.hpp>
#include <msp-coordinator/coordinator.hpp>
#include <msp-coordinator/explain.hpp>
#include <msp-coordinator/posts.hpp>
#include <msp-coordinator/returns.hpp>
#include <msp-coordinator/settings.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

using ReturnsByScenario = std::map<std::string, std::vector<PostReturn>>;

class CoordinatorAnswer {
 public:
    CoordinatorAnswer(Context& context, const CoordinatorSettings& settings, Cases& cases, ReturnsByScenario returns)
        : context_(context), settings_(settings), cases_(cases.all()), returns_(std::move(returns)) {}

    Status run() {
        if (!as_of_in_plan(context_, cases_.front().budget) || refuses_warnings(context_))
            return Status::wrong_input;
        if (settings_.explain)
            return explain();
        if (settings_.question == PostQuestion::returns || settings_.question == PostQuestion::sensitivity)
            return returns();
        if (settings_.question == PostQuestion::comparison) {
            const std::optional<Status> status = show_comparison(context_, settings_, cases_);
            return status ? *status : nothing();
        }
        for (const Case& each : cases_) {
            const Window plan = plan_window(each.budget, context_.options.as_of());
            if (plan.last < plan.first)
                return before_it_opens(plan);
            const std::vector<PayrollBasis> bases = payroll_bases(each.budget, each.law->payroll, each.payroll, plan);
            for (PostView& view : post_views(each, plan, settings_.post)) {
                if (view.months.empty())
                    warn_of_no_day(each.budget, view, plan);
                views_.push_back(std::move(view));
                bases_.push_back(of_entity(bases, views_.back().entity()));
            }
        }
        if (views_.empty())
            return nothing();
        if (refuses_warnings(context_))
            return Status::wrong_input;
        show();
        return Status::done;
    }

 private:
    static std::vector<PayrollBasis> of_entity(const std::vector<PayrollBasis>& bases, EntityIndex entity) {
        std::vector<PayrollBasis> own;
        for (const PayrollBasis& basis : bases) {
            if (basis.employer == entity)
                own.push_back(basis);
        }
        return own;
    }

    // Those of the checks, of cases that have moved since. A check leaves out whoever asks about a post's payments.
    [[nodiscard]] std::vector<PostReturn> all_returns() {
        std::vector<PostReturn> all;
        for (const Case& each : cases_) {
            for (PostReturn& one : returns_.at(each.scenario)) {
                one.budget = &each.budget;
                if (settings_.post.empty() || one.item().id == settings_.post)
                    all.push_back(std::move(one));
            }
        }
        return all;
    }

    Status returns() {
        const std::vector<PostReturn> all = all_returns();
        if (all.empty())
            return nothing();
        if (settings_.question == PostQuestion::sensitivity &&
            std::ranges::all_of(all, [](const PostReturn& post) { return post.assumptions.empty(); })) {
            context_.diagnostics.error(
                "gain.none", {tr("no gain has an assumption that could be moved"), {}}, {},
                Message{tr("say what the post brings in [[gain]], as msp-budget(5) describes it"), {}});
            return Status::wrong_input;
        }
        return settings_.question == PostQuestion::returns ? show_returns(context_, settings_, all)
                                                           : show_sensitivity(context_, all);
    }

    void warn_of_no_day(const Budget& budget, const PostView& view, const Window& plan) {
        const Post& post = budget.posts[view.post];
        if (!context_.diagnostics.has("plan.nothing", post.place.span))
            context_.diagnostics.warning("plan.nothing",
                                         {tr("nothing of {id} is in the plan: it has no day from {day} to {last}"),
                                          {{"id", view.item().id}, {"day", plan.first}, {"last", plan.last}}},
                                         post.place.span, Message{tr("months in [forecast] plans more of them"), {}});
    }

    Status before_it_opens(const Window& plan) {
        context_.diagnostics.error("forecast.before", ends_before_it_opens(plan.last, plan.first));
        return Status::wrong_input;
    }

    // Of a post by its id, else of its return.
    Status explain() {
        const std::string& asked = *settings_.explain;
        std::vector<std::string> others;
        if (std::ranges::any_of(cases_, [&](const Case& each) { return names_post(asked, each.budget); })) {
            refuse_with_payments();
        } else {
            const std::vector<PostReturn> all = all_returns();
            if (const auto status = explain_return(context_, settings_, all))
                return *status;
            if (!all.empty()) {
                others = explicable(all.back(), settings_.horizon);
                refuse_other_days(asked, all.back(), others);
            }
        }
        return context_.diagnostics.has_errors() ? Status::wrong_input : explain_post(context_, asked, cases_, others);
    }

    // A figure of the return, of days that are no exercise of it.
    void refuse_other_days(const std::string& asked, const PostReturn& post, const std::vector<std::string>& known) {
        const std::optional<Request> request = parse_request(asked);
        if (!request || !request->period || std::ranges::find(known, request->what) == known.end())
            return;
        context_.diagnostics.error(
            "explain.period",
            {tr("\"{text}\" asks for no exercise of this figure; those shown are {first} to {last}"),
             {{"text", asked},
              {"first", std::int64_t{post.exercises.front()}},
              {"last", std::int64_t{post.exercises.back()}}}},
            {},
            Message{tr("name one of them, as cost@2026, or none: a figure of the whole life has "
                       "no exercise"),
                    {}});
    }

    // What is asked names its post, and payments are shown on the days of the plan.
    void refuse_with_payments() {
        for (const char* option : {"years", "rate", "post"}) {
            if (context_.options.value(option))
                context_.diagnostics.error(
                    "option.unused",
                    {tr("--{option} says nothing of \"{text}\", which asks for the payments of a post"),
                     {{"option", context_.options.spoken(option)}, {"text", *settings_.explain}}});
        }
    }

    Status nothing() {
        const Budget& budget = cases_.back().budget;
        if (budget.posts.empty()) {
            context_.diagnostics.error("post.none", {tr("this budget has no posts"), {}}, {},
                                       Message{tr("add one: [[post]], as msp-budget(5) describes it"), {}});
            return Status::wrong_input;
        }
        const bool there = std::ranges::any_of(budget.posts, [&](const Post& post) {
            return settings_.post.empty() || budget.items[post.item].id == settings_.post;
        });
        if (!there)
            return no_such_post(context_, settings_.post, budget);
        context_.diagnostics.error("post.over", {tr("no post that is asked about has a day in these exercises"), {}});
        return Status::wrong_input;
    }

    void show() {
        const bool months = settings_.question == PostQuestion::months;
        const auto sheet = months ? &post_months_sheet : &post_payments_sheet;
        std::vector<const PostView*> all;
        for (const PostView& view : views_)
            all.push_back(&view);
        Table table = {sheet(all, context_.language), SheetIn::csv_and_json};
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        for (std::size_t i = 0; i < views_.size(); ++i) {
            const PostView& view = views_[i];
            const std::string title = post_title(view.item(), view.budget->entities[view.entity()], view.scenario,
                                                 view.label, context_.language);
            parts.emplace_back(Prose{[this, title] { return heading(title, style_of(context_)); }});
            parts.emplace_back(
                Table{one_of_several(sheet({&all[i], 1}, context_.language), title, title), SheetIn::text});
            parts.emplace_back(
                Prose{[this, i] { return post_rules(views_[i], bases_[i], style_of(context_)) + '\n'; }});
        }
        parts.emplace_back(std::move(table));
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, coordinator_program, context_); }});
        answer(context_, parts);
    }

    Context& context_;
    const CoordinatorSettings& settings_;
    std::vector<Case> cases_;
    ReturnsByScenario returns_;
    std::vector<PostView> views_;
    std::vector<std::vector<PayrollBasis>> bases_;  // of each
};

// A return needs more of the rules and more months than a plan. Those that are checked are kept for the answer; with
// --check other scenarios of the file are checked too.
Wanted wanted_of(const Context& context, const CoordinatorSettings& settings, ReturnsByScenario& returns) {
    Wanted wanted;
    wanted.answer_checks = true;
    const bool of_plan = settings.question == PostQuestion::months || settings.question == PostQuestion::payments;
    if (of_plan)
        return wanted;
    wanted.needs = [](const Budget& budget) {
        LawNeeds needs = plan_needs(budget);
        needs.add(return_needs(budget));
        return needs;
    };
    wanted.check = [&](const Case& of, Diagnostics& diagnostics) {
        if (settings.explain && names_post(*settings.explain, of.budget))
            return;
        std::vector<PostReturn> checked = checked_returns(of, settings.horizon, diagnostics);
        const std::vector<std::string>& asked = context.options.values("scenario");
        if (of.scenario == "base" || std::ranges::find(asked, of.scenario) != asked.end())
            returns[of.scenario] = std::move(checked);
    };
    return wanted;
}

}  // namespace

Status coordinator(Run& run) {
    const CoordinatorSettings settings = coordinator_settings_from(run.options());
    const Diagnostics wrong = contradictions(run.options());
    if (wrong.has_errors()) {
        run.print(wrong, Sources(), run.language());
        return Status::wrong_input;
    }
    return run.each([&](Context& context) {
        if (settings.afford)
            return with_budgets(context, afford_wanted(settings),
                                [&](Cases& cases) { return afford(context, settings, cases); });
        ReturnsByScenario returns;
        return with_budgets(context, wanted_of(context, settings, returns), [&](Cases& cases) {
            return CoordinatorAnswer(context, settings, cases, std::move(returns)).run();
        });
    });
}

}  // namespace msp::app
