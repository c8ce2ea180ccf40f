// SPDX-License-Identifier: MIT
#include <msp/premises/rule_premises.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// "Arrêté du 24 juillet 2025, p. 3; …": what a reader can look up.
std::string titled_sources(const Evidence& evidence, const std::vector<LegalSource>& sources) {
    std::string all;
    for (const Citation& citation : evidence.citations) {
        all += (all.empty() ? "" : "; ") + sources[citation.source].title;
        if (!citation.page.empty())
            all += ", " + citation.page;
    }
    return all;
}

class Collector {
 public:
    Collector(const Case& of, const Window& plan, Language language) : of_(of), plan_(plan), language_(language) {}

    std::vector<RulePremise> run() {
        for (const Settled& year : of_.aci.years())
            add_aci(year);
        if (!of_.budget.posts.empty())
            add_payroll();
        for (const Grant& grant : of_.budget.grants) {
            if (grant.aid)
                add_aid(*grant.aid);
        }
        return std::move(found_);
    }

 private:
    void add(RulePremise premise, const Evidence& evidence, const std::vector<LegalSource>& sources) {
        premise.source = titled_sources(evidence, sources);
        premise.confidence = evidence.confidence;
        add_once(std::move(premise));
    }

    void add_once(RulePremise premise) {
        if (std::ranges::find(found_, premise) == found_.end())
            found_.push_back(std::move(premise));
    }

    void add_aci(const Settled& year);
    void add_facts(const AciFacts& facts);
    void add_indicators(const AciFacts& facts, const AciRemuneration& paid);
    void add_due(const Due& due, std::int16_t year);

    void add_payroll();
    void add_figures(const std::vector<DatedFigure>& figures, RuleFact fact);
    void add_month(const PayMonth& month);
    void add_tax();

    void add_aid(const GrantAid& aid);

    const Case& of_;
    Window plan_;
    Language language_;
    std::vector<RulePremise> found_;
};

void Collector::add_aci(const Settled& year) {
    if (year.facts != nullptr && year.computed) {
        add_facts(*year.facts);
        add_indicators(*year.facts, *year.computed);
    }
    add_due(year.advance, year.year->year);
    add_due(year.balance, year.year->year);
}

void Collector::add_facts(const AciFacts& facts) {
    const AciText& text = *facts.text;
    const auto of_text = [&](RuleFact fact, decltype(RulePremise::value) value, const Evidence& evidence) {
        RulePremise premise = {.fact = fact, .number = facts.year, .value = value, .assumed = facts.assumed};
        if (fact == RuleFact::text) {
            premise.label = text.label.in(language_);
            premise.source = text.legal;
            premise.confidence = evidence.confidence;
            return add_once(std::move(premise));
        }
        add(std::move(premise), evidence, text.sources);
    };
    of_text(RuleFact::text, {}, text.evidence);
    if (text.point != Money())
        of_text(RuleFact::point, text.point, text.point_evidence);
    of_text(RuleFact::advance_share, text.advance_rate, text.advance_evidence);
    if (facts.precarity)
        of_text(RuleFact::precarity_cap, text.precarity_cap, text.precarity_evidence);
    const auto counted = [&](RuleFact fact, const Quotient& count, const Place& typed) {
        add_once({.fact = fact,
                  .number = facts.year,
                  .value = count,
                  .day = facts.counted_on,
                  .computed = true,
                  .place = typed.span});
    };
    counted(RuleFact::patients, facts.counts.patients, facts.patients_place);
    counted(RuleFact::associates, facts.counts.associates, facts.associates_place);
    counted(RuleFact::doctors, facts.counts.doctors, {});
}

void Collector::add_indicators(const AciFacts& facts, const AciRemuneration& paid) {
    const AciText& text = *facts.text;
    for (const std::size_t indicator : facts.taken_over)
        add_once({.fact = RuleFact::taken_over,
                  .number = facts.year,
                  .label = text.indicators[indicator].label.in(language_)});
    for (const AciLine& line : paid.lines) {
        if (line.amount == Money())
            continue;
        const AciIndicator& indicator = text.indicators[line.indicator];
        RulePremise premise = {.fact = RuleFact::indicator,
                               .number = facts.year,
                               .label = indicator.label.in(language_),
                               .value = line.amount,
                               .assumed = facts.assumed};
        premise.source = titled_sources(indicator.evidence, text.sources);
        premise.confidence = line.confidence;
        add_once(std::move(premise));
    }
}

// What is typed stands among what the file says; its day may still be that of the rules.
void Collector::add_due(const Due& due, std::int16_t year) {
    if (!due.amount || due.item == nullptr)
        return;
    add_once({.fact = due.part == Part::advance ? RuleFact::advance : RuleFact::balance,
              .number = year,
              .value = *due.amount,
              .day = due.day(),
              .assumed = due.state == State::assumed,
              .computed = true});
}

void Collector::add_payroll() {
    const PayrollLaw& law = of_.law->payroll;
    const Payroll& payroll = of_.payroll.until(of_.budget, law, Month::of(plan_.last));
    bool employs = false;
    bool assumed = false;
    for (const PostMonths& post : payroll.posts) {
        for (const PayMonth& month : months_between(post.months, Month::of(plan_.first), Month::of(plan_.last))) {
            employs = true;
            assumed = assumed || month.assumed;
            add_month(month);
        }
    }
    if (!employs)
        return;
    add_once({.topic = RuleTopic::payroll,
              .fact = RuleFact::known_until,
              .value = law.known_until().last(),
              .assumed = assumed});
    add_figures(law.contributions.smic, RuleFact::minimum_wage);
    add_figures(law.contributions.ceiling, RuleFact::ceiling);
    if (std::ranges::any_of(of_.budget.employers, &Employer::payroll_tax))
        add_tax();
}

// Of the one in force as the plan begins, and of those that follow.
void Collector::add_figures(const std::vector<DatedFigure>& figures, RuleFact fact) {
    const DatedFigure* first = figure_on(figures, plan_.first);
    for (const DatedFigure& figure : figures) {
        if (&figure == first || plan_.holds(figure.from))
            add({.topic = RuleTopic::payroll, .fact = fact, .value = figure.amount, .day = figure.from},
                figure.evidence, of_.law->payroll.contributions.sources);
    }
}

void Collector::add_month(const PayMonth& month) {
    const PayrollLaw& law = of_.law->payroll;
    for (const PayLine& line : month.pay->lines) {
        if (line.rule == nullptr || line.evidence == nullptr)
            continue;
        const ContributionRate* rate = line.rule->on(month.first);
        const bool of_rule = rate != nullptr && rate->rate == line.rate;
        add({.topic = RuleTopic::payroll,
             .fact = line.payer == PaidBy::employer ? RuleFact::contribution : RuleFact::employee_contribution,
             .label = line.rule->label.in(language_),
             .value = line.rate,
             .day = of_rule ? std::optional(rate->from) : std::nullopt},
            *line.evidence, law.contributions.sources);
    }
    if (month.rule != nullptr)
        add({.topic = RuleTopic::payroll,
             .fact = RuleFact::reduction,
             .value = month.rule->least + month.rule->range,
             .day = month.rule->from},
            month.rule->evidence, law.reductions.sources);
}

void Collector::add_tax() {
    const PayrollTaxRules& tax = of_.law->payroll.tax;
    for (std::size_t band = 0; band < tax.rates.size(); ++band)
        add({.topic = RuleTopic::payroll,
             .fact = RuleFact::tax_rate,
             .number = static_cast<std::int64_t>(band) + 1,
             .value = tax.rates[band]},
            tax.evidence, tax.sources);
    for (int year = plan_.first.fields().year; year <= plan_.last.fields().year; ++year) {
        const PayrollTaxScale* scale = tax.of_year(year);
        if (scale == nullptr)
            continue;
        for (const auto& [band, amount] : {std::pair(1, scale->first), std::pair(2, scale->second)})
            add({.topic = RuleTopic::payroll,
                 .fact = RuleFact::tax_band,
                 .number = band,
                 .value = amount,
                 .day = Month(scale->year, 1).first()},
                scale->evidence, tax.sources);
    }
}

void Collector::add_aid(const GrantAid& aid) {
    const Aid* found = of_.law->aid_named(aid.id);
    const AidTerms* terms = found == nullptr || !aid.contract ? nullptr : found->terms_on(*aid.contract);
    const AidAmounts* amounts = terms == nullptr || !aid.fte ? nullptr : terms->find(*aid.fte, aid.list);
    if (amounts == nullptr)
        return;
    for (std::size_t year = 0; year < amounts->years.size(); ++year) {
        if (amounts->years[year])
            add({.topic = RuleTopic::aid,
                 .fact = RuleFact::aid_year,
                 .number = static_cast<std::int64_t>(year) + 1,
                 .label = found->label.in(language_),
                 .value = *amounts->years[year],
                 .day = aid.contract},
                amounts->evidence, found->sources);
    }
}

}  // namespace

std::vector<RulePremise> rule_premises(const Case& of, const Window& plan, Language language) {
    return Collector(of, plan, language).run();
}

}  // namespace msp
