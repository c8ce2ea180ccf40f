// SPDX-License-Identifier: MIT
#include <msp/coordinator/afford.hpp>
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/afford_sheets.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-coordinator/afford.hpp>
#include <msp-coordinator/posts.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

class AffordAnswer {
 public:
    AffordAnswer(Context& context, const CoordinatorSettings& settings, Cases& cases)
        : context_(context), settings_(settings), cases_(cases.all()) {}

    Status run() {
        if (!settle_days())
            return Status::wrong_input;
        for (const Case& each : cases_) {
            if (const std::optional<AffordQuestion> question = question_of(each))
                found_.push_back(afforded(each, *question, plan_));
        }
        if (found_.empty() && !context_.diagnostics.has_errors())
            return no_such_post(context_, settings_.post, cases_.back().budget);
        if (context_.diagnostics.has_errors())
            return Status::wrong_input;
        warn();
        if (refuses_warnings(context_))
            return Status::wrong_input;
        show();
        return std::ranges::all_of(found_, &Afforded::anything) ? Status::done : Status::answer_is_no;
    }

 private:
    void complain(const char* id, Message message, std::optional<Message> help = {}, Span span = {}) {
        context_.diagnostics.error(id, std::move(message), span, std::move(help));
    }

    // The evenings looked at, which the base decides for all scenarios: those of its forecast, from the as-of day on
    // where one is asked for.
    bool settle_days() {
        const Budget& base = cases_.front().budget;
        const std::optional<Date> as_of = context_.options.as_of();
        plan_ = plan_window(base, as_of);
        const Month from = base.from.value_or(Month::of(as_of.value_or(base.banks.front().date)));
        days_ = {std::max({from.first(), plan_.first, as_of.value_or(plan_.first)}), plan_.last};
        if (as_of_in_plan(context_, base) && days_.last < days_.first)
            complain(
                "afford.days",
                {tr("no evening is left to look at: the plan ends on {last}, and {first} is asked for"),
                 {{"last", plan_.last}, {"first", days_.first}}},
                Message{tr("the keys of the forecast move its days; the first bank's date and --as-of begin it"), {}});
        return !context_.diagnostics.has_errors();
    }

    // Nothing where the case has no such post, or after an error.
    std::optional<AffordQuestion> question_of(const Case& of) {
        const Budget& budget = of.budget;
        AffordQuestion question;
        question.hourly = settings_.hourly;
        question.days = days_;
        if (!choose_post(budget, question) || !choose_bank(budget, question))
            return std::nullopt;
        return choose_months(budget, question) ? std::optional(question) : std::nullopt;
    }

    bool choose_post(const Budget& budget, AffordQuestion& question) {
        if (!find_post(budget, question))
            return false;
        if (!question.post || budget.posts[*question.post].employed())
            return true;
        const Post& post = budget.posts[*question.post];
        complain("afford.form",
                 {tr("{post} is invoiced, and --afford tries hours that the entity pays itself"),
                  {{"post", budget.items[post.item].id}}},
                 Message{tr("--hourly AMOUNT without --post asks about a post of its own"), {}}, post.place.span);
        return false;
    }

    bool find_post(const Budget& budget, AffordQuestion& question) {
        if (!settings_.post.empty()) {
            for (std::size_t i = 0; i < budget.posts.size(); ++i) {
                if (budget.items[budget.posts[i].item].id == settings_.post)
                    question.post = i;
            }
            return question.post.has_value();
        }
        if (settings_.hourly || budget.posts.empty())
            return true;
        if (budget.posts.size() == 1) {
            question.post = 0;
            return true;
        }
        const std::string ids = listed(ids_of_posts(budget));
        complain("afford.post", {tr("there are several posts, and one is to be asked about: {ids}"), {{"ids", ids}}},
                 Message{tr("name it with --post; --hourly AMOUNT asks about a new one"), {}});
        return false;
    }

    bool choose_bank(const Budget& budget, AffordQuestion& question) {
        if (!settings_.bank.empty()) {
            question.bank = budget.bank(settings_.bank);
            if (!question.bank) {
                std::vector<std::string_view> known;
                for (const Bank& bank : budget.banks)
                    known.emplace_back(bank.id);
                complain("option.choice",
                         {tr("--bank names \"{id}\", and {scenario} has no such bank"),
                          {{"id", settings_.bank}, {"scenario", Term{tr("the budget")}}}},
                         what_there_is(settings_.bank, known));
                return false;
            }
        }
        const BankIndex bank = paying_bank(budget, question);
        if (!question.asks_hours() || paying_employer(budget, bank))
            return true;
        complain(
            "afford.employer",
            {tr("nothing is said of {entity} as an employer, and --hourly asks about a post of it"),
             {{"entity", budget.entities[budget.banks[bank].entity].title()}}},
            Message{tr("add the employer's table to the budget; without --hourly the highest level cost is asked for"),
                    {}});
        return false;
    }

    bool choose_months(const Budget& budget, AffordQuestion& question) {
        const std::optional<Date> as_of = context_.options.as_of();
        const Bank& bank = budget.banks[paying_bank(budget, question)];
        question.first = std::max(Month::of(days_.first), Month::of(bank.date));
        if (as_of && question.first.first() < *as_of)
            question.first = question.first + 1;
        question.last = Month::of(days_.last);
        if (question.post && budget.posts[*question.post].until)
            question.last = std::min(question.last, Month::of(*budget.posts[*question.post].until));
        const bool any = question.first <= question.last;
        if (any && !settings_.hire)
            return true;
        if (any && question.first <= *settings_.hire && *settings_.hire <= question.last) {
            question.first = question.last = *settings_.hire;
            return true;
        }
        if (any)
            complain("afford.hire",
                     {tr("a hire in {month} is asked for; the plan has months of hire from {first} to {last}"),
                      {{"month", iso(*settings_.hire)}, {"first", iso(question.first)}, {"last", iso(question.last)}}});
        else
            complain("afford.hire",
                     {tr("no month of hire is left: the account opens on {day}, the plan ends on {last}, and "
                         "a post is over after its last day"),
                      {{"day", bank.date}, {"last", days_.last}}});
        return false;
    }

    // What the plans lack.
    void warn() {
        const std::vector<Gap> of_base = found_.front().gaps;
        for (const Afforded& each : found_) {
            const bool first = &each == &found_.front();
            add_new(context_.diagnostics,
                    gap_warnings(*each.budget, each.scenario, each.gaps, first ? std::vector<Gap>() : of_base));
        }
    }

    // On a page all months where there are several, else each number of hours of the one.
    [[nodiscard]] Sheet page_of(const Afforded& each) const {
        const bool one = each.hires.size() == 1 && !each.hires.front().hours.empty();
        return (one ? &afford_month_sheet : &afford_hires_sheet)({&each, 1}, context_.language);
    }

    void show() {
        const TextStyle style = style_of(context_);
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        for (const Afforded& each : found_) {
            parts.emplace_back(Prose{[&each, style] {
                return heading(afford_title(each, style.language), style) + afford_verdict(each, style) + '\n';
            }});
            if (each.without.holds())
                parts.emplace_back(Table{page_of(each), SheetIn::text});
            parts.emplace_back(Prose{[&each, style] {
                std::string lines;
                for (const std::string& note : afford_notes(each, style.language))
                    lines += wrapped(note, 2, page_width(style));
                return lines + '\n';
            }});
        }
        parts.emplace_back(Table{afford_verdicts_sheet(found_, context_.language), SheetIn::json});
        parts.emplace_back(Table{afford_hires_sheet(found_, context_.language), SheetIn::json});
        parts.emplace_back(Table{afford_hours_sheet(found_, context_.language), SheetIn::csv_and_json});
        parts.emplace_back(Members{[this](Json& json) {
            notes(json);
            write_receipt(json, coordinator_program, context_);
        }});
        answer(context_, parts);
    }

    void notes(Json& json) const {
        json.begin_array("notes");
        for (const Afforded& each : found_) {
            for (const std::string& note : afford_notes(each, context_.language)) {
                json.begin_object();
                json.text("scenario", each.scenario);
                json.text("text", note);
                json.end_object();
            }
        }
        json.end_array();
    }

    Context& context_;
    const CoordinatorSettings& settings_;
    std::vector<Case> cases_;
    Window plan_;
    Period days_;
    std::vector<Afforded> found_;
};

}  // namespace

Wanted afford_wanted(const CoordinatorSettings& settings) {
    Wanted wanted;
    wanted.answer_checks = true;
    if (settings.hourly)
        wanted.needs = [](const Budget& budget) {
            LawNeeds needs = plan_needs(budget);
            needs.add({.rules = {{.kind = payroll_rules}}});
            return needs;
        };
    return wanted;
}

Status afford(Context& context, const CoordinatorSettings& settings, Cases& cases) {
    return AffordAnswer(context, settings, cases).run();
}

}  // namespace msp::app
