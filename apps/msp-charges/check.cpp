// SPDX-License-Identifier: MIT
#include <msp/budget/named_key.hpp>
#include <msp/plan/accounts.hpp>
#include <msp/plan/gaps.hpp>
#include <msp/plan/post_costs.hpp>
#include <msp/plan/tried_key.hpp>

#include <algorithm>
#include <msp-charges/results.hpp>
#include <set>
#include <string_view>

namespace msp::app {
namespace {

// By a line of the entity, or by a mix that is.
bool is_used(const Budget& budget, EntityIndex entity, const ShareKey& key) {
    const auto index = static_cast<KeyIndex>(&key - budget.keys.data());
    const bool by_line =
        std::ranges::any_of(shared_lines(budget, entity), [&](const Line* line) { return line->shared == index; });
    return by_line || std::ranges::any_of(budget.keys, [&](const ShareKey& mix) {
               return std::ranges::find(mix.mix, index, &KeyMix::key) != mix.mix.end() && is_used(budget, entity, mix);
           });
}

// Who has no figure weighs nothing: that may be meant, or forgotten.
void tell_of_figures(const Budget& budget, EntityIndex entity, Diagnostics& diagnostics) {
    std::set<std::string_view> told;  // a key that is tried may stand in for several
    for (const ShareKey& key : budget.keys) {
        const std::string& counter = key.level == KeyLevel::profession ? key.within : key.counter;
        if (counter.empty() || !is_used(budget, entity, key) || !told.insert(key.id).second)
            continue;
        for (std::size_t i = 0; i < budget.members.size(); ++i) {
            const Member& member = budget.members[i];
            if (pays_by(budget, key, i, entity) &&
                std::ranges::find(member.counts, counter, &MemberCount::counter) == member.counts.end())
                diagnostics.warning("charges.figure",
                                    {tr("{member} has no {counter}, and bears nothing by the key {key}"),
                                     {{"member", member.id}, {"counter", counter}, {"key", key.id}}},
                                    member.place.span, Message{tr("give it, or 0 where that is meant"), {}},
                                    {{key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}}});
        }
        for (const ThirdParty& party : budget.third_parties) {
            if (std::ranges::find(key.members, party.id) != key.members.end())
                diagnostics.warning("charges.figure",
                                    {tr("{member} has no {counter}, and bears nothing by the key {key}"),
                                     {{"member", party.id}, {"counter", counter}, {"key", key.id}}},
                                    party.place.span,
                                    Message{tr("a third party has no figures: give it a weight or a fixed share"), {}},
                                    {{key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}}});
        }
    }
}

// What the lines cost is what members and third parties pay of them: with rents the receipts of an SCM.
void limit(const Case& of, EntityIndex entity, std::int16_t exercise, const std::vector<ChargedLine>& lines,
           Diagnostics& diagnostics) {
    const Money rents = rents_received(of.budget, exercise, entity);
    if (of.budget.third_parties.empty() && rents == Money())
        return;
    const ChargesResult result = computed(of, entity, exercise, Grid::year, lines);
    if (beyond_scm_limit(of.budget, result.shares, rents))
        diagnostics.warning(
            "charges.scm",
            {tr("{entity}: third parties pay {amount} in the exercise {exercise}, more than 10 % of the receipts"),
             {{"entity", of.budget.entities[entity].title()},
              {"amount", borne_by_third_parties(of.budget, result.shares) + rents},
              {"exercise", std::int64_t{exercise}}}},
            of.budget.entities[entity].place.span,
            Message{tr("an SCM loses its regime above 10 % (CGI, article 239 quater A): let another entity, or the "
                       "landlord, have that money"),
                    {}});
}

// Each key that is to be compared parts every line, or says why not.
void try_keys(const Case& of, const ChargesSettings& settings, EntityIndex entity, std::int16_t exercise,
              const std::vector<ChargedLine>& lines, Diagnostics& diagnostics) {
    if (settings.compared.empty())
        return;
    const ExerciseShares now = computed(of, entity, exercise, Grid::year, lines).shares;
    for (const std::string& name : settings.compared) {
        const std::optional<ShareKey> key = key_named(of.budget, name);
        if (!key)
            continue;  // told when it is asked for
        const Budget tried = with_key(of.budget, entity, *key, now);
        tell_of_figures(tried, entity, diagnostics);
        check_shares(tried, charged_lines(tried, exercise, entity), days_of(tried, exercise, entity), diagnostics);
    }
}

void nothing(const Budget& budget, EntityIndex entity, std::int16_t exercise, Diagnostics& diagnostics) {
    diagnostics.warning("charges.exercise",
                        {tr("no shared line of {entity} costs anything in the exercise {exercise}"),
                         {{"entity", budget.entities[entity].id}, {"exercise", std::int64_t{exercise}}}},
                        {}, Message{tr("choose another one with --exercise"), {}});
}

}  // namespace

// Also of those that are not asked for with --check.
void check_charges(const Case& of, const ChargesSettings& settings, const Options& options, Diagnostics& diagnostics) {
    const Budget& budget = of.budget;
    const bool distributes =
        settings.question == ChargesQuestion::distribution || settings.question == ChargesQuestion::rules;
    const bool enters = settings.question == ChargesQuestion::entries;
    const bool credits = std::ranges::any_of(
        budget.distributions, [](const Distribution& each) { return each.as == PaidAs::current_account; });
    if (distributes || enters || credits || options.flag("check"))
        check_distributions(of, settings, options, diagnostics);
    if (distributes)
        return;
    bool any = false;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        if (!shares_anything(budget, entity))
            continue;
        any = true;
        tell_of_figures(budget, entity, diagnostics);
        const std::int16_t exercise = exercise_of(budget, entity, settings, options);
        const auto next = static_cast<std::int16_t>(exercise + 1);
        const bool proposes = settings.question == ChargesQuestion::proposal;
        const Date planned = plan_window(budget, options.as_of()).last;
        if (!post_costs_known(budget, entity, exercise, planned, diagnostics) ||
            (proposes && !post_costs_known(budget, entity, next, planned, diagnostics)))
            continue;
        const ExerciseCharges charges = exercise_charges(budget, exercise, entity);
        check_shares(budget, charges.voted, days_of(budget, exercise, entity), diagnostics);
        check_capitalised(budget, exercise, entity, diagnostics);
        for (const EarlierLines& earlier : charges.earlier) {
            if (!diagnostics.has_errors())
                check_shares(budget, earlier.lines, days_of(budget, exercise, entity), diagnostics);
        }
        const bool past = settings.question == ChargesQuestion::settlement || proposes ||
                          settings.question == ChargesQuestion::unpaid || enters || settings.statement.has_value();
        if (past && !diagnostics.has_errors())
            check_shares(budget, charges.real, days_of(budget, exercise, entity), diagnostics);
        if (past && !diagnostics.has_errors())
            (void)accounts_before(budget, entity, exercise, diagnostics);
        if (proposes && !diagnostics.has_errors())
            check_shares(budget, proposed_lines(budget, charges, next, entity), days_of(budget, next, entity),
                         diagnostics);
        if (!diagnostics.has_errors())
            try_keys(of, settings, entity, exercise, charges.voted, diagnostics);
        check_advances(budget, entity, diagnostics);
        if (budget.entities[entity].form == EntityForm::scm && !diagnostics.has_errors())
            limit(of, entity, exercise, past ? charges.real : charges.voted, diagnostics);
        if (charges.real.empty())
            nothing(budget, entity, exercise, diagnostics);
    }
    if (!any && (budget.distributions.empty() || (!enters && !options.flag("check"))))
        diagnostics.error("charges.none", {tr("no line of the budget has a key, so nothing is shared"), {}}, {},
                          Message{tr("write a key, [[key]] with an id, and name it in each line that members share: "
                                     "shared = \"id\""),
                                  {}});
}

}  // namespace msp::app
