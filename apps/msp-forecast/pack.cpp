// SPDX-License-Identifier: MIT
#include <msp-forecast/pack.hpp>
#include <msp-forecast/views.hpp>
#include <msp/charges/shares.hpp>
#include <msp/distribution/distributed.hpp>
#include <msp/report/aci.hpp>
#include <msp/report/aci_sheets.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/charges_sheets.hpp>
#include <msp/report/curve_picture.hpp>
#include <msp/report/curve_sheets.hpp>
#include <msp/report/distribution_sheets.hpp>
#include <msp/report/income_sheets.hpp>
#include <msp/report/rolling_sheets.hpp>
#include <msp/workbook/workbook.hpp>
#include <support/aci_years.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/shared_charges.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

// Under what its worksheet is called, where there is none: of one account, tables have no title of their own.
void add(const Context& context, std::vector<Part>& parts, Sheet sheet) {
    if (context.options.format() != Format::xlsx)
        parts.emplace_back(Prose{
            [&context, id = sheet.id] { return heading(worksheet_word(id, context.language), style_of(context)); }});
    parts.emplace_back(Table{std::move(sheet)});
}

// A page's table as one of its own. Its worksheet is called by the scenario, unless that is the base, and by whose it
// is.
Sheet worksheet(std::string id, Sheet sheet, std::string owner, const std::string& scenario, std::string whose) {
    sheet.id = std::move(id);
    sheet.apart = true;
    sheet.owner = std::move(owner);
    if (!scenario.empty())
        sheet.called.push_back(scenario);
    sheet.called.push_back(std::move(whose));
    return sheet;
}

// The ACI, the shared charges and the distribution, as the programs of their own show them: each table under the
// heading that says whose it is, and its rules below.
class PackParts {
 public:
    // What is missing is reported.
    PackParts(Context& context, Results results, Date as_of);

    // Parts refer to this.
    void add_to(std::vector<Part>& parts) const;

 private:
    void add_aci(const Result& result, Date as_of);
    void add_shares(const Result& result, Date as_of);
    void add_distributions(const Result& result, Date as_of);

    struct Aci {
        AciResult result;
        const AciYearResult* year =
            nullptr;  // that of the day asked about, else the last; null where only payments are typed
    };

    Context& context_;
    std::deque<Aci> aci_;  // by case
    std::deque<ChargesResult> shares_;
    std::deque<DistributionResult> distributions_;
};

PackParts::PackParts(Context& context, Results results, Date as_of) : context_(context) {
    for (const Result& result : results) {
        add_aci(result, as_of);
        add_shares(result, as_of);
        add_distributions(result, as_of);
    }
}

void PackParts::add_aci(const Result& result, Date as_of) {
    if (!result.budget.aci || !result.selection.holds(result.budget, result.budget.aci->bank))
        return;
    AciResult made(Case::changed(result.budget, *result.law));
    made.scenario = result.scenario;
    made.label = result.label;
    add_aci_years(made, AciYears::all, false);
    Aci& kept = aci_.emplace_back(Aci{std::move(made), nullptr});
    kept.year = aci_year_on(kept.result, as_of);
}

void PackParts::add_shares(const Result& result, Date as_of) {
    for (std::size_t i = 0; i < result.budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        if (!shares_anything(result.budget, entity) || result.selection.entity.value_or(entity) != entity ||
            result.selection.bank)
            continue;
        const std::int16_t exercise = result.budget.exercise_of(as_of, entity);
        const std::vector<ChargedLine> lines = charged_lines(result.budget, exercise, entity);
        Diagnostics found;
        if (post_costs_known(result.budget, entity, exercise, plan_window(result.budget, as_of).last, found))
            check_shares(result.budget, lines, days_of(result.budget, exercise, entity), found);
        check_capitalised(result.budget, exercise, entity, found);
        add_new(context_.diagnostics, found);
        if (!found.has_errors())
            shares_.push_back(computed(result, entity, exercise, Grid::year, lines));
    }
}

void PackParts::add_distributions(const Result& result, Date as_of) {
    const Budget& budget = result.budget;
    for (std::size_t i = 0; i < budget.distributions.size(); ++i) {
        const EntityIndex entity = budget.distributions[i].entity;
        if (result.selection.entity.value_or(entity) != entity || result.selection.bank)
            continue;
        Diagnostics found;
        const std::optional<Distributed> each = distributed(budget, i, found);
        add_new(context_.diagnostics, found);
        if (!each)
            continue;
        const std::int16_t exercise = budget.exercise_of(as_of, entity);
        DistributionResult made = {&budget, result.scenario, result.label, exercise, *each, payments_of(budget, *each),
                                   {}};
        std::erase_if(made.payments, [&](const Payment& payment) { return payment.exercise != exercise; });
        for (const Payment& payment : made.payments)
            made.days.push_back(payment.date);
        made.days.erase(std::unique(made.days.begin(), made.days.end()), made.days.end());  // they come by day
        if (!made.payments.empty())
            distributions_.push_back(std::move(made));
    }
}

void PackParts::add_to(std::vector<Part>& parts) const {
    const Language language = context_.language;
    for (const Aci& aci : aci_) {
        const auto add_sheet = [&](const char* id, Sheet sheet) {
            add(context_, parts,
                worksheet(id, std::move(sheet), aci_title(aci.result),
                          titled("", aci.result.scenario, aci.result.label), aci.result.entity().title()));
        };
        add_sheet("aci_schedule", aci_schedule_sheet({&aci.result, 1}, {}, language));
        if (aci.year == nullptr)
            continue;
        add_sheet("aci", aci_overview_sheet(aci.result, language));
        parts.emplace_back(Prose{[this, &aci] {
            const TextStyle style = style_of(context_);
            return (aci_.size() > 1 ? heading(aci_title(aci.result), style) : "") + aci_year_heading(*aci.year, style);
        }});
        add_sheet("indicators", aci_year_sheet(*aci.year, language));
        parts.emplace_back(
            Prose{[this, &aci] { return aci_year_text(aci.result, *aci.year, style_of(context_)) + '\n'; }});
    }
    for (const ChargesResult& shares : shares_) {
        parts.emplace_back(
            Prose{[this, &shares] { return heading(charges_title(shares, context_.language), style_of(context_)); }});
        const std::string& whose = shares.budget->entities[shares.entity].title();
        parts.emplace_back(Table{worksheet("shares", member_sheet(shares, language),
                                           with_scenario(whose, shares.label, language), shares.label, whose)});
        parts.emplace_back(Prose{[this, &shares] { return charges_rules(shares, style_of(context_)) + '\n'; }});
    }
    for (const DistributionResult& result : distributions_) {
        parts.emplace_back(Prose{
            [this, &result] { return heading(distribution_title(result, context_.language), style_of(context_)); }});
        const Distribution& of = *result.distributed.of;
        const std::string whose = of.label + ", " + result.budget->entities[of.entity].title();
        parts.emplace_back(Table{worksheet("distribution", beneficiaries_sheet(result, language),
                                           with_scenario(whose, result.label, language), result.label, whose)});
        parts.emplace_back(Prose{[this, &result] { return distribution_rules(result, style_of(context_)) + '\n'; }});
    }
}

void add(const ComputedForecast& of, std::vector<Part>& parts, Sheet sheet) {
    add(of.context, parts, std::move(sheet));
}

void add_curve(const ComputedForecast& of, std::vector<Part>& parts) {
    const Format format = of.context.options.format();
    if (format == Format::xlsx)
        add(of, parts, evenings_sheet(of.whole(), of.view));
    else if (format == Format::html)
        parts.emplace_back(Pictures{[&of] { return curve_pictures(of.whole(), of.view, of.style()); }});
    else
        parts.emplace_back(Prose{[&of] { return curve_text(of.whole(), of.view, of.style()); }});
}

// Its other tables take from the plans what they have in common, so that these stand before them.
bool recalculates(const ComputedForecast& of) {
    return of.context.options.format() == Format::xlsx;
}

std::string what_follows(const ComputedForecast& of) {
    const char* const one =
        tr("A changed cell of a plan runs through to its last balance, to the receipts, payments and balances by "
           "period and to the closings that are compared; lowest balances, curves, movements and all else keep the "
           "figures of the program.");
    const char* const several =
        tr("A changed cell of a plan runs through to its last balance, to the plans that add it up, to the receipts, "
           "payments and balances by period and to the closings that are compared; lowest balances, curves, movements "
           "and all else keep the figures of the program.");
    return heading(tell(tr("Changed cells"), of.style()), of.style()) +
           wrapped(translate(holdings(of.base()).size() > 1 ? several : one, of.context.language), 0,
                   page_width(of.style()));
}

// What an account's plan is made of, and what scenarios change of it.
void add_plan(const ComputedForecast& of, std::vector<Part>& parts) {
    const Results all = of.results;
    if (!recalculates(of))
        add(of, parts, plan_sheet(of.whole(), of.view));
    if (of.settings.pack == Pack::all)
        add(of, parts, movement_sheet(of.whole(), of.view));
    if (of.several()) {
        add(of, parts, comparison_sheet(all, of.view));
        for (std::size_t i = 1; i < all.size(); ++i)
            add(of, parts, difference_sheet(of.base(), all.subspan(i, 1), of.view));
    }
    if (of.settings.wants_results())
        add(of, parts, income_sheet(of.whole(), of.view));
}

void add_loans(const ComputedForecast& of, std::vector<Part>& parts) {
    if (of.base().budget.loans.empty())
        return;
    add(of, parts, loan_sheet(of.whole(), of.view));
    add(of, parts, loan_year_sheet(of.whole(), of.view));
    if (!of.settings.bank)
        add(of, parts, debt_service_sheet(of.whole(), of.view));
}

void add_books(const ComputedForecast& of, std::vector<Part>& parts) {
    if (!of.has_books())
        return;
    add(of, parts, landing_sheet(of.whole(), of.view));
    if (of.settings.pack == Pack::all)
        add(of, parts, due_sheet(of.whole(), of.view));
}

}  // namespace

bool answer_pack(const ComputedForecast& of) {
    const PackParts own(of.context, of.settings.pack == Pack::all ? of.whole() : Results(), of.days.as_of);
    if (of.context.diagnostics.has_errors())
        return false;
    std::vector<Part> parts = {Prose{[&of] { return headlines_text(of); }}};
    if (recalculates(of))
        add(of, parts, plan_sheet(of.whole(), of.view));
    add(of, parts, balance_sheet(of.whole(), of.view));
    add_curve(of, parts);
    add_plan(of, parts);
    add_loans(of, parts);
    add_books(of, parts);
    own.add_to(parts);
    add(of, parts, assumptions_sheet(of, of.whole()));
    parts.emplace_back(Prose{[&of] { return notes_below(of); }});
    if (recalculates(of))
        parts.emplace_back(Prose{[&of] { return what_follows(of); }});
    answer(of.context, parts);
    return true;
}

}  // namespace msp::app
