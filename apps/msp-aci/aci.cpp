// SPDX-License-Identifier: MIT
#include <msp-aci/aci.hpp>
#include <msp-aci/answer.hpp>
#include <msp-aci/rules.hpp>
#include <msp-aci/settings.hpp>
#include <msp/diag/listed.hpp>
#include <msp/report/aci_notes.hpp>
#include <support/budgets.hpp>

#include <algorithm>
#include <utility>

namespace msp::app {
namespace {

bool is_known(const Law& law, const std::string& id) {
    return std::ranges::any_of(law.aci, [&](const AciText& text) { return text.find(id).has_value(); });
}

// A weight for an indicator that no text has.
void check_efforts(const Budget& budget, const Law& law, Diagnostics& diagnostics) {
    std::vector<std::string_view> known = {"ipa"};
    for (const AciText& text : law.aci) {
        for (const AciIndicator& indicator : text.indicators)
            known.push_back(indicator.id);
    }
    for (const AciEffort& effort : budget.aci->efforts) {
        if (effort.indicator == "ipa" || is_known(law, effort.indicator))
            continue;
        std::optional<Message> help = did_you_mean(effort.indicator, known);
        diagnostics.error("aci.effort", {tr("there is no indicator \"{id}\" to weigh"), {{"id", effort.indicator}}},
                          effort.place.span, std::move(help));
    }
}

// What no year could be computed from.
void check_anything(const Budget& budget, const std::vector<AciFacts>& facts, Diagnostics& diagnostics) {
    if (!facts.empty() || diagnostics.has_errors())
        return;
    const std::vector<AciYear>& years = budget.aci->years;
    diagnostics.error(
        "aci.nothing", {tr("nothing is said to be reached, so no year of the ACI can be computed"), {}},
        years.empty() ? Span() : years.front().place.span,
        Message{tr("write under the first year what it reached, such as reached = {{ \"equipe.protocoles\" "
                   "= 6 }}"),
                {}});
}

// What only this program needs of a budget.
class AciCheck {
 public:
    AciCheck(const Options& options, const AciSettings& settings)
        : strict_(options.flag("strict")), settings_(settings) {}

    void operator()(const Case& of, Diagnostics& diagnostics) const {
        const Budget& budget = of.budget;
        if (!budget.aci) {
            diagnostics.error("aci.absent", {tr("the budget says nothing of the ACI"), {}}, {},
                              Message{tr("msp-forecast --init sisa prints a budget with an ACI"), {}});
            return;
        }
        const std::vector<AciFacts> facts = aci_facts(budget, *of.law, years_of(settings_), diagnostics);
        if (settings_.ask != Ask::schedule)
            check_anything(budget, facts, diagnostics);
        check_efforts(budget, *of.law, diagnostics);
        for (const AciFacts& year : facts) {
            if (strict_ && (!settings_.year || year.year == *settings_.year))
                refuse_uncertain(budget, year, diagnostics);
        }
    }

 private:
    static void refuse_uncertain(const Budget& budget, const AciFacts& facts, Diagnostics& diagnostics) {
        const std::string ids = listed(uncertain_values(facts, remuneration(facts)), [](const UncertainValue& value) {
            return value.id + " (" + std::string(id_of(value.confidence)) + ')';
        });
        if (ids.empty())
            return;
        const auto year = std::ranges::find(budget.aci->years, facts.year, &AciYear::year);
        diagnostics.error("strict.confidence",
                          {tr("{year} rests on values that no official document confirms, and --strict refuses them: "
                              "{ids}"),
                           {{"year", std::int64_t{facts.year}}, {"ids", ids}}},
                          year == budget.aci->years.end() ? Span() : year->place.span,
                          Message{tr("msp-aci --rules --year {year} shows where they come from"),
                                  {{"year", std::int64_t{facts.text->from}}}});
    }

    bool strict_;
    const AciSettings& settings_;
};

}  // namespace

Status aci(Run& run) {
    const Options& options = run.options();
    const AciSettings settings = aci_settings_from(options);
    if (settings.ask == Ask::rules)
        return show_rules(run, settings);
    Wanted wanted;
    wanted.check = AciCheck(options, settings);
    wanted.needs = [&settings](const Budget& budget) {
        LawNeeds needs = plan_needs(budget);
        needs.add(aci_needs(budget, years_of(settings)));
        for (const std::int16_t year : settings.compared)
            needs.rules.push_back({.kind = aci_rules, .year = year});
        return needs;
    };
    return run.each([&](Context& context) {
        return with_budgets(context, wanted, [&](Cases& cases) { return answer_aci(context, settings, cases); });
    });
}

}  // namespace msp::app
