// SPDX-License-Identifier: MIT
#include <msp/cash/headline.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/distribution_sheets.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-charges/distributions.hpp>
#include <msp-charges/results.hpp>
#include <utility>

namespace msp::app {
namespace {

class DistributionsAnswer {
 public:
    DistributionsAnswer(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases)
        : context_(context), settings_(settings) {
        for (const Case& one : cases) {
            const std::vector<Distributed> all = all_distributed(one.budget);
            for (std::size_t i = 0; i < one.budget.entities.size(); ++i)
                find(one, static_cast<EntityIndex>(i), all);
        }
    }

    Status run() {
        const Language language = context_.language;
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        for (const DistributionResult& result : results_)
            add_page(parts, result);
        for (const Das2Result& result : das2_)
            add_page(parts, result);
        parts.emplace_back(Table{payments_sheet(results_, language), SheetIn::csv_and_json});
        parts.emplace_back(Table{distributions_sheet(results_, language), SheetIn::json});
        parts.emplace_back(Table{das2_sheet(das2_, language), SheetIn::json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
        return Status::done;
    }

 private:
    // What can be paid out on the day; nothing of one before the accounts open.
    [[nodiscard]] std::optional<Money> distributable(const Case& of, EntityIndex entity, Date day) const {
        constexpr int months_shown = 12;
        const Budget& budget = of.budget;
        const Date as_of = context_.options.as_of().value_or(budget.banks.front().date);
        if (day < as_of || day < budget.last_opened().date)
            return std::nullopt;
        const HeadlineOptions asked = {.plan = {},
                                       .view = {budget.first_day(), std::max(day, add_months(as_of, months_shown))},
                                       .as_of = as_of,
                                       .distributable = day,
                                       .watch_until = as_of,
                                       .selection = {.entity = entity, .bank = {}}};
        const Projection projection =
            project(of, {}, {budget.first_day(), std::max(asked.view.last, horizon(of, asked))});
        const std::vector<Headline> found = headlines(of, projection, asked);
        return found.empty() ? std::nullopt : std::optional(found.front().payout.amount({}));
    }

    void find(const Case& of, EntityIndex entity, const std::vector<Distributed>& all) {
        const Budget& budget = of.budget;
        const std::int16_t exercise = exercise_of(budget, entity, settings_, context_.options);
        std::vector<std::int16_t> years;
        for (const Distributed& each : all) {
            DistributionResult result = {&budget, of.scenario, of.label, exercise, each, payments_of(budget, each), {}};
            std::erase_if(result.payments, [&](const Payment& payment) { return payment.exercise != exercise; });
            if (each.of->entity != entity || result.payments.empty())
                continue;
            for (const Payment& payment : result.payments) {
                result.days.push_back(payment.date);
                if (each.of->as == PaidAs::fees)
                    years.push_back(static_cast<std::int16_t>(Month::of(payment.date).year()));
            }
            result.days.erase(std::unique(result.days.begin(), result.days.end()),
                              result.days.end());  // they come by day
            result.distributable = distributable(of, entity, result.days.front());
            results_.push_back(std::move(result));
        }
        std::ranges::sort(years);
        years.erase(std::unique(years.begin(), years.end()), years.end());
        if (years.empty())
            return;
        std::vector<Declared> above = declared(budget, all, of.law->das2, entity, years);
        das2_.push_back({&budget, of.scenario, of.label, entity, &of.law->das2, std::move(years), std::move(above)});
    }

    void add_page(std::vector<Part>& parts, const DistributionResult& result) const {
        parts.emplace_back(Prose{
            [this, &result] { return heading(distribution_title(result, context_.language), style_of(context_)); }});
        parts.emplace_back(Table{beneficiaries_sheet(result, context_.language), SheetIn::text});
        if (result.distributed.of->dates.size() > 1)
            parts.emplace_back(Table{pay_days_sheet(result, context_.language), SheetIn::text});
        parts.emplace_back(Prose{[this, &result] { return distribution_rules(result, style_of(context_)) + '\n'; }});
    }

    void add_page(std::vector<Part>& parts, const Das2Result& result) const {
        parts.emplace_back(
            Prose{[this, &result] { return heading(das2_title(result, context_.language), style_of(context_)); }});
        if (!result.declared.empty())
            parts.emplace_back(Table{das2_sheet({&result, 1}, context_.language), SheetIn::text});
        parts.emplace_back(Prose{[this, &result] { return das2_rules_text(result, style_of(context_)) + '\n'; }});
    }

    Context& context_;
    const ChargesSettings& settings_;
    std::vector<DistributionResult> results_;
    std::vector<Das2Result> das2_;
};

}  // namespace

std::vector<Distributed> all_distributed(const Budget& budget) {
    Diagnostics told;
    std::vector<Distributed> all;
    for (std::size_t i = 0; i < budget.distributions.size(); ++i)
        all.push_back(distributed(budget, i, told).value());
    return all;
}

void check_distributions(const Case& of, const ChargesSettings& settings, const Options& options,
                         Diagnostics& diagnostics) {
    const Budget& budget = of.budget;
    const bool compares = settings.question == ChargesQuestion::rules;
    const bool asked = settings.question == ChargesQuestion::distribution || compares;
    bool any = false;
    for (std::size_t i = 0; i < budget.distributions.size(); ++i) {
        const EntityIndex entity = budget.distributions[i].entity;
        const std::optional<Distributed> found = distributed(budget, i, diagnostics);
        const std::vector<PayDate>& dates = budget.distributions[i].dates;
        if (budget.distributions[i].alternative)
            continue;
        any = any || !found || std::ranges::any_of(dates, [&](const PayDate& day) {
                  return budget.distributions[i].exercise.value_or(budget.exercise_of(day.date, entity)) ==
                         exercise_of(budget, entity, settings, options);
              });
    }
    if (!asked)
        return;
    if (budget.distributions.empty())
        diagnostics.error("distribution.none", {tr("the budget distributes no money of the ACI"), {}}, {},
                          Message{tr("write a distribution, [[distribution]] with an id, a date and rates or an "
                                     "envelope, and what each member did, [[participation]]"),
                                  {}});
    else if (compares && std::ranges::none_of(budget.distributions,
                                              [](const Distribution& each) { return each.alternative.has_value(); }))
        diagnostics.error("distribution.rules", {tr("no distribution has an alternative to be compared with"), {}}, {},
                          Message{tr("write a second [[distribution]] with alternative = \"{id}\" and other rates"),
                                  {{"id", budget.distributions.front().id}}});
    else if (!any)
        diagnostics.warning("distribution.exercise", {tr("no distribution pays anything in this exercise"), {}}, {},
                            Message{tr("choose another one with --exercise"), {}});
}

Status distributions(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases) {
    return DistributionsAnswer(context, settings, cases).run();
}

}  // namespace msp::app
