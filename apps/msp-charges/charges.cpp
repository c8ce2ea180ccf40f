// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/plan/charged.hpp>
#include <msp/report/calls_sheets.hpp>
#include <msp/report/charges_sheets.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-charges/charges.hpp>
#include <msp-charges/settings.hpp>
#include <utility>

namespace msp::app {
namespace {

std::int16_t exercise_of(const Budget& budget, EntityIndex entity, const ChargesSettings& settings,
                         const Options& options) {
    if (settings.exercise)
        return *settings.exercise;
    return budget.exercise_of(options.as_of().value_or(budget.banks.front().date), entity);
}

bool shares_anything(const Budget& budget, EntityIndex entity) {
    return std::ranges::any_of(
        budget.lines, [&](const Line& line) { return line.shared && budget.banks[line.bank].entity == entity; });
}

std::vector<Period> shown_periods(const Window& days, const ChargesSettings& settings) {
    if (settings.grid == Grid::year)
        return {{days.first, days.last}};
    return periods(days.first, days.last, settings.grid);
}

// Of one entity, by the lines given. The checker has seen that each charge has somebody to pay it.
ChargesResult computed(const Case& of, EntityIndex entity, std::int16_t exercise, const ChargesSettings& settings,
                       std::span<const ChargedLine> lines) {
    const Window days = days_of(of.budget, exercise, entity);
    std::vector<Period> shown = shown_periods(days, settings);
    std::vector<Window> windows;
    for (const Period& period : shown)
        windows.push_back({period.first, period.last});
    Diagnostics told;  // by the checker
    ExerciseShares shares = shares_of(of.budget, lines, windows, told).value();
    return {&of.budget,    of.scenario,      of.label,         entity, exercise, {days.first, days.last},
            settings.grid, std::move(shown), std::move(shares)};
}

CallsResult called(ChargesResult charges) {
    const Budget& budget = *charges.budget;
    const Window days = {charges.days.first, charges.days.last};
    std::vector<Call> calls = calls_of(budget, charges.shares, charges.entity, days);
    for (const Call& advance : advances_of(budget, charges.entity, days))
        calls.push_back(advance);
    std::ranges::stable_sort(calls, {}, &Call::date);
    return {std::move(charges), std::move(calls)};
}

SettlementResult settled(const Case& of, EntityIndex entity, std::int16_t exercise, const ChargesSettings& settings) {
    ExerciseCharges charges = exercise_charges(of.budget, exercise, entity);
    CallsResult voted = called(computed(of, entity, exercise, settings, charges.voted));
    ExerciseShares real = computed(of, entity, exercise, settings, charges.real).shares;
    Settlement settlement = settle(of.budget, voted.calls, real, entity, exercise);
    return {std::move(voted), std::move(real), std::move(charges.unsaid), std::move(settlement)};
}

// What only this program needs of a budget.
class Checker {
 public:
    Checker(const Options& options, const ChargesSettings& settings) : options_(options), settings_(settings) {}

    void operator()(const Case& of, Diagnostics& diagnostics) const {
        const Budget& budget = of.budget;
        bool any = false;
        for (std::size_t i = 0; i < budget.entities.size(); ++i) {
            const auto entity = static_cast<EntityIndex>(i);
            if (!shares_anything(budget, entity))
                continue;
            any = true;
            tell_of_figures(budget, entity, diagnostics);
            const std::int16_t exercise = exercise_of(budget, entity, settings_, options_);
            const ExerciseCharges charges = exercise_charges(budget, exercise, entity);
            check_shares(budget, charges.voted, diagnostics);
            if (settings_.question == ChargesQuestion::settlement && !diagnostics.has_errors())
                check_shares(budget, charges.real, diagnostics);
            check_advances(budget, entity, diagnostics);
            if (charges.real.empty())
                nothing(budget, entity, exercise, diagnostics);
        }
        if (!any)
            diagnostics.error(
                "charges.none", {tr("no line of the budget has a key, so nothing is shared"), {}}, {},
                Message{tr("write a key, [[key]] with an id, and name it in each line that members share: "
                           "shared = \"id\""),
                        {}});
    }

 private:
    // Who has no figure weighs nothing: that may be meant, or forgotten.
    static void tell_of_figures(const Budget& budget, EntityIndex entity, Diagnostics& diagnostics) {
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

    // By a line of the entity, or by a mix that is.
    static bool is_used(const Budget& budget, EntityIndex entity, const ShareKey& key) {
        const auto index = static_cast<KeyIndex>(&key - budget.keys.data());
        const bool by_line = std::ranges::any_of(budget.lines, [&](const Line& line) {
            return line.shared == index && budget.banks[line.bank].entity == entity;
        });
        return by_line || std::ranges::any_of(budget.keys, [&](const ShareKey& mix) {
                   return std::ranges::find(mix.mix, index, &KeyMix::key) != mix.mix.end() &&
                          is_used(budget, entity, mix);
               });
    }

    static void nothing(const Budget& budget, EntityIndex entity, std::int16_t exercise, Diagnostics& diagnostics) {
        diagnostics.warning("charges.exercise",
                            {tr("no shared line of {entity} costs anything in the exercise {exercise}"),
                             {{"entity", budget.entities[entity].id}, {"exercise", std::int64_t{exercise}}}},
                            {}, Message{tr("choose another one with --exercise"), {}});
    }

    const Options& options_;
    const ChargesSettings& settings_;
};

class ChargesAnswer {
 public:
    ChargesAnswer(Context& context, const ChargesSettings& settings, Cases& cases)
        : context_(context), settings_(settings) {
        cases_.reserve(cases.count());
        while (std::optional<Case> next = cases.next())
            cases_.push_back(std::move(*next));
    }

    Status run() {
        if (refuses_warnings(context_))
            return Status::wrong_input;
        if (settings_.question == ChargesQuestion::calls)
            return calls();
        if (settings_.question == ChargesQuestion::settlement)
            return settlement();
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results_.push_back(computed(of, entity, exercise, settings_, charged_lines(of.budget, exercise, entity)));
        });
        return settings_.explain ? explain() : shares();
    }

 private:
    // Entities of all cases that share anything.
    template <typename Do>
    void each_entity(Do todo) const {
        for (const Case& one : cases_) {
            for (std::size_t i = 0; i < one.budget.entities.size(); ++i) {
                const auto entity = static_cast<EntityIndex>(i);
                if (shares_anything(one.budget, entity))
                    todo(one, entity, exercise_of(one.budget, entity, settings_, context_.options));
            }
        }
    }

    // A page of each result, and one table of all of them as data.
    template <typename Result>
    Status show(const std::vector<Result>& results, std::string (*title)(const Result&, Language),
                Sheet (*page)(const Result&, Language), std::string (*rules)(const Result&, const TextStyle&),
                Sheet data) {
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        for (const Result& result : results) {
            parts.emplace_back(Prose{
                [this, title, &result] { return heading(title(result, context_.language), style_of(context_)); }});
            if (!lines_of(result).empty())
                parts.emplace_back(Table{page(result, context_.language), SheetIn::text});
            parts.emplace_back(Prose{[this, rules, &result] { return rules(result, style_of(context_)) + '\n'; }});
        }
        parts.emplace_back(Table{std::move(data), SheetIn::csv_and_json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
        return Status::done;
    }

    static const std::vector<LineShares>& lines_of(const ChargesResult& result) { return result.shares.lines; }
    static const std::vector<LineShares>& lines_of(const CallsResult& result) { return result.charges.shares.lines; }
    static const std::vector<LineShares>& lines_of(const SettlementResult& result) { return result.real.lines; }

    Status shares() {
        return show(results_, &charges_title, &member_sheet, &charges_rules, shares_sheet(results_, context_.language));
    }

    Status calls() {
        std::vector<CallsResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results.push_back(
                called(computed(of, entity, exercise, settings_, charged_lines(of.budget, exercise, entity))));
        });
        return show(results, &calls_title, &call_plan_sheet, &calls_rules, calls_sheet(results, context_.language));
    }

    Status settlement() {
        std::vector<SettlementResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results.push_back(settled(of, entity, exercise, settings_));
        });
        return show(results, &settlement_title, &settled_members_sheet, &settlement_rules,
                    settlement_sheet(results, context_.language));
    }

    // "rent@dr-martin", or a member: all lines. Of the last scenario that is asked for.
    Status explain() {
        const std::string& asked = *settings_.explain;
        const std::size_t at = asked.find('@');
        const std::string line = at == std::string::npos ? "" : asked.substr(0, at);
        const std::string who = at == std::string::npos ? asked : asked.substr(at + 1);
        const std::vector<Member>& members = cases_.back().budget.members;
        const auto member = std::ranges::find(members, who, &Member::id);
        if (member == members.end())
            return unknown(who, [](const Budget& budget, std::vector<std::string_view>& known) {
                for (const Member& one : budget.members)
                    known.push_back(one.id);
            });
        const auto index = static_cast<std::size_t>(member - members.begin());
        for (const ChargesResult& result : results_) {
            if (result.scenario != results_.back().scenario)
                continue;
            for (const ChargedLine& each :
                 lines_.emplace_back(charged_lines(*result.budget, result.exercise, result.entity))) {
                if (line.empty() || result.budget->items[each.line->item].id == line)
                    explained_.push_back({&result, &each, index});
            }
        }
        if (explained_.empty())
            return unknown(line, [](const Budget& budget, std::vector<std::string_view>& known) {
                for (const Line& one : budget.lines) {
                    if (one.shared)
                        known.push_back(budget.items[one.item].id);
                }
            });
        show_explanation();
        return Status::done;
    }

    void show_explanation() {
        std::vector<Part> parts;
        for (const ExplainedShare& share : explained_) {
            parts.emplace_back(Prose{[&] { return explanation_heading(share, style_of(context_)); }});
            parts.emplace_back(Table{explanation_sheet({&share, 1}, context_.language), SheetIn::text});
            parts.emplace_back(Prose{[&] { return explanation_rounding(share, style_of(context_)) + '\n'; }});
        }
        parts.emplace_back(Table{explanation_sheet(explained_, context_.language), SheetIn::json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
    }

    template <typename Known>
    Status unknown(const std::string& id, Known names) {
        std::vector<std::string_view> known;
        names(cases_.back().budget, known);
        std::optional<Message> help = did_you_mean(id, known);
        if (!help && !known.empty())
            help = Message{tr("there is: {list}"), {{"list", listed(known)}}};
        context_.diagnostics.error("explain.unknown",
                                   {tr("{id} is no member, or no shared line, of this exercise"), {{"id", id}}}, {},
                                   std::move(help));
        return Status::wrong_input;
    }

    Context& context_;
    const ChargesSettings& settings_;
    std::vector<Case> cases_;
    std::vector<ChargesResult> results_;
    std::deque<std::vector<ChargedLine>> lines_;  // that are explained
    std::vector<ExplainedShare> explained_;
};

}  // namespace

Status charges(Run& run) {
    const ChargesSettings settings = charges_settings_from(run.options());
    Wanted wanted;
    wanted.check = Checker(run.options(), settings);
    return run.each([&](Context& context) {
        return with_budgets(context, wanted,
                            [&](Cases& cases) { return ChargesAnswer(context, settings, cases).run(); });
    });
}

}  // namespace msp::app
