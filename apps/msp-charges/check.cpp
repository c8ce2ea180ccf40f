// SPDX-License-Identifier: MIT
#include <algorithm>
#include <msp-charges/results.hpp>

namespace msp::app {
namespace {

// By a line of the entity, or by a mix that is.
bool is_used(const Budget& budget, EntityIndex entity, const ShareKey& key) {
    const auto index = static_cast<KeyIndex>(&key - budget.keys.data());
    const bool by_line = std::ranges::any_of(budget.lines, [&](const Line& line) {
        return line.shared == index && budget.banks[line.bank].entity == entity;
    });
    return by_line || std::ranges::any_of(budget.keys, [&](const ShareKey& mix) {
               return std::ranges::find(mix.mix, index, &KeyMix::key) != mix.mix.end() && is_used(budget, entity, mix);
           });
}

// Who has no figure weighs nothing: that may be meant, or forgotten.
void tell_of_figures(const Budget& budget, EntityIndex entity, Diagnostics& diagnostics) {
    for (const ShareKey& key : budget.keys) {
        const std::string& counter = key.level == KeyLevel::profession ? key.within : key.counter;
        if (counter.empty() || !is_used(budget, entity, key))
            continue;
        for (const Member& member : budget.members) {
            if (pays_by(key, member, entity) &&
                std::ranges::find(member.counts, counter, &MemberCount::counter) == member.counts.end())
                diagnostics.warning("charges.figure",
                                    {tr("{member} has no {counter}, and bears nothing by the key {key}"),
                                     {{"member", member.id}, {"counter", counter}, {"key", key.id}}},
                                    member.place.span, Message{tr("give it, or 0 where that is meant"), {}},
                                    {{key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}}});
        }
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
    const bool distributes = settings.question == ChargesQuestion::distribution;
    if (distributes || options.flag("check"))
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
        const ExerciseCharges charges = exercise_charges(budget, exercise, entity);
        check_shares(budget, charges.voted, diagnostics);
        if ((settings.question == ChargesQuestion::settlement || settings.statement) && !diagnostics.has_errors())
            check_shares(budget, charges.real, diagnostics);
        check_advances(budget, entity, diagnostics);
        if (charges.real.empty())
            nothing(budget, entity, exercise, diagnostics);
    }
    if (!any && (budget.distributions.empty() || !options.flag("check")))
        diagnostics.error("charges.none", {tr("no line of the budget has a key, so nothing is shared"), {}}, {},
                          Message{tr("write a key, [[key]] with an id, and name it in each line that members share: "
                                     "shared = \"id\""),
                                  {}});
}

}  // namespace msp::app
