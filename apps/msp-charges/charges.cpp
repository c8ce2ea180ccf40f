// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/distribution_sheets.hpp>
#include <msp/report/unpaid_sheets.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <deque>
#include <msp-charges/charges.hpp>
#include <msp-charges/compared_keys.hpp>
#include <msp-charges/distributions.hpp>
#include <msp-charges/explain.hpp>
#include <msp-charges/people.hpp>
#include <msp-charges/results.hpp>
#include <msp-charges/statements.hpp>
#include <msp-charges/taken_books.hpp>
#include <type_traits>
#include <utility>

namespace msp::app {
namespace {

class ChargesAnswer {
 public:
    ChargesAnswer(Context& context, ChargesSettings settings, Cases& cases)
        : context_(context), settings_(std::move(settings)), cases_(cases.all()) {}

    Status run() {
        if (!settings_.actuals.empty()) {
            std::optional<TakenBooks> taken = take_books(context_, settings_, cases_);
            if (!taken)
                return Status::wrong_input;
            books_ = std::move(*taken);
        }
        if (refuses_warnings(context_))
            return Status::wrong_input;
        if (settings_.question == ChargesQuestion::calls)
            return calls();
        if (settings_.question == ChargesQuestion::settlement)
            return settlement();
        if (settings_.question == ChargesQuestion::distribution)
            return distributions(context_, settings_, cases_);
        if (settings_.question == ChargesQuestion::proposal)
            return proposal();
        if (settings_.question == ChargesQuestion::comparison)
            return compared_keys(context_, settings_, cases_);
        if (settings_.question == ChargesQuestion::rules)
            return compared();
        if (settings_.question == ChargesQuestion::unpaid)
            return unpaid();
        if (settings_.question == ChargesQuestion::entries)
            return settings_.fec ? fec() : entries();
        if (settings_.statement)
            return statements(context_, settings_, cases_.back());
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results_.push_back(
                computed(of, entity, exercise, settings_.grid, charged_lines(of.budget, exercise, entity)));
        });
        return settings_.explain ? explain_share(context_, settings_, cases_, results_) : shares();
    }

 private:
    template <typename Do>
    void each_entity(Do todo) const {
        app::each_entity(cases_, settings_, context_.options, todo);
    }

    // A page of each result, and one table of all of them as data.
    template <typename Result>
    Status show(const std::vector<Result>& results, std::string (*title)(const Result&, Language),
                Sheet (*page)(const Result&, Language), std::string (*rules)(const Result&, const TextStyle&),
                Sheet (*data)(std::span<const Result* const>, Language)) {
        std::vector<const Result*> all;
        for (const Result& result : results)
            all.push_back(&result);
        Table table = {data(all, context_.language), SheetIn::csv_and_json};
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        for (const Result& result : results) {
            parts.emplace_back(Prose{
                [this, title, &result] { return heading(title(result, context_.language), style_of(context_)); }});
            if (!lines_of(result).empty())
                parts.emplace_back(
                    Table{one_of_several(page(result, context_.language), owner_of(result, context_.language),
                                         title(result, context_.language)),
                          SheetIn::text});
            if constexpr (has_shares<Result>) {
                const auto departs = [](const LineShares& line) { return line.exercise.plain.has_value(); };
                if (std::ranges::any_of(shares_in(result).lines, departs))
                    parts.emplace_back(Table{derogation_sheet(of_budget(result), shares_in(result), context_.language),
                                             SheetIn::text});
            }
            if constexpr (std::is_same_v<Result, SettlementResult>) {
                if (!result.later.charges.empty())
                    parts.emplace_back(Table{later_sheet({&result}, {}, context_.language), SheetIn::text});
            }
            parts.emplace_back(Prose{[this, rules, &result] { return rules(result, style_of(context_)) + '\n'; }});
        }
        if (!books_.exercises.empty())
            parts.emplace_back(Table{booked_charges_sheet(books_.exercises, context_.language), SheetIn::text});
        if (!books_.payers.empty())
            parts.emplace_back(Table{booked_payers_sheet(books_.payers, context_.language), SheetIn::text});
        parts.emplace_back(std::move(table));
        if (!books_.exercises.empty())
            parts.emplace_back(Table{booked_charges_sheet(books_.exercises, context_.language), SheetIn::json});
        if (!books_.payers.empty())
            parts.emplace_back(Table{booked_payers_sheet(books_.payers, context_.language), SheetIn::json});
        if constexpr (std::is_same_v<Result, SettlementResult>)
            parts.emplace_back(Table{later_sheet(all, {}, context_.language), SheetIn::json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
        return Status::done;
    }

    // A sheet of members, of all of them.
    template <auto sheet>
    static Sheet of_all(auto results, Language language) {
        return sheet(results, {}, language);
    }

    // Results that show what a derogatory key charges, the exact amounts beside it.
    template <typename Result>
    static constexpr bool has_shares = std::is_same_v<Result, ChargesResult> || std::is_same_v<Result, CallsResult> ||
                                       std::is_same_v<Result, SettlementResult>;
    template <typename Result>
    static const Result& of_budget(const Result& result) {
        return result;
    }
    static const ChargesResult& of_budget(const CallsResult& result) { return result.charges; }
    static const ChargesResult& of_budget(const SettlementResult& result) { return result.voted.charges; }
    static const ChargesResult& of_budget(const ProposalResult& result) { return result.next.charges; }
    template <typename Result>
    static std::string owner_of(const Result& result, Language language) {
        const auto& of = of_budget(result);
        return with_scenario(of.budget->entities[of.entity].title(), of.label, language);
    }
    static std::string owner_of(const RulesResult& result, Language language) { return rules_title(result, language); }
    static const ExerciseShares& shares_in(const ChargesResult& result) { return result.shares; }
    static const ExerciseShares& shares_in(const CallsResult& result) { return result.charges.shares; }
    static const ExerciseShares& shares_in(const SettlementResult& result) { return result.real; }

    static const std::vector<LineShares>& lines_of(const ChargesResult& result) { return result.shares.lines; }
    static const std::vector<LineShares>& lines_of(const CallsResult& result) { return result.charges.shares.lines; }
    static const std::vector<LineShares>& lines_of(const SettlementResult& result) { return result.real.lines; }
    static const std::vector<LineShares>& lines_of(const ProposalResult& result) {
        return result.next.charges.shares.lines;
    }
    static const std::vector<ComparedRules::Row>& lines_of(const RulesResult& result) { return result.compared.rows; }
    static const std::vector<MemberDebts>& lines_of(const UnpaidResult& result) { return result.unpaid.members; }
    static const std::vector<JournalEntry>& lines_of(const EntriesResult& result) { return result.entries; }

    Status shares() { return show(results_, &charges_title, &member_sheet, &charges_rules, &of_all<shares_sheet>); }

    Status calls() {
        std::vector<CallsResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results.push_back(
                called(computed(of, entity, exercise, settings_.grid, charged_lines(of.budget, exercise, entity)),
                       earlier_lines(of.budget, exercise, entity)));
        });
        return show(results, &calls_title, &call_plan_sheet, &calls_rules, &of_all<calls_sheet>);
    }

    Status settlement() {
        std::vector<SettlementResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results.push_back(settled(of, entity, exercise));
        });
        return show(results, &settlement_title, &settled_members_sheet, &settlement_rules, &of_all<settlement_sheet>);
    }

    Status proposal() {
        std::vector<ProposalResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results.push_back(proposed(of, entity, exercise));
        });
        return show(results, &proposal_title, &proposal_plan_sheet, &proposal_rules, &of_all<proposal_sheet>);
    }

    // Of the exercise in which each distribution is paid first.
    Status compared() {
        std::vector<RulesResult> results;
        for (const Case& one : cases_) {
            const std::vector<Distributed>& all = distributed_.emplace_back(all_distributed(one.budget));
            for (ComparedRules& alike : compared_rules(one.budget, all)) {
                const std::vector<Payment> payments = payments_of(one.budget, all[alike.rules.front()]);
                const std::int16_t exercise = payments.empty() ? std::int16_t() : payments.front().exercise;
                results.push_back({&one.budget, one.scenario, one.label, exercise, all, std::move(alike)});
            }
        }
        return show(results, &rules_title, &rules_page, &rules_words, &rules_sheet);
    }

    Status unpaid() {
        std::vector<UnpaidResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            const Date as_of = day_of(of.budget, settings_, context_.options);
            Diagnostics told;  // by the checker
            results.push_back({&of.budget, of.scenario, of.label, entity, as_of,
                               unpaid_calls(of.budget, entity, exercise, as_of, told).value()});
        });
        return show(results, &unpaid_title, &unpaid_page, &unpaid_rules, &unpaid_sheet);
    }

    // Who shares nothing may distribute.
    Status entries() {
        std::vector<EntriesResult> results;
        for (const Case& one : cases_) {
            for (std::size_t i = 0; i < one.budget.entities.size(); ++i) {
                const auto entity = static_cast<EntityIndex>(i);
                EntriesResult result =
                    entered(one, entity, exercise_of(one.budget, entity, settings_, context_.options));
                if (!result.entries.empty())
                    results.push_back(std::move(result));
            }
        }
        return show(results, &entries_title, &entries_page, &entries_rules, &entries_sheet);
    }

    // Of the last scenario that is asked for.
    Status fec() {
        const Case& last = cases_.back();
        const std::optional<EntityIndex> entity = last.budget.entity(*settings_.fec);
        if (!entity) {
            std::vector<std::string_view> known;
            for (const Entity& each : last.budget.entities)
                known.emplace_back(each.id);
            context_.diagnostics.error("fec.entity", {tr("there is no entity {id}"), {{"id", *settings_.fec}}}, {},
                                       what_there_is(*settings_.fec, known));
            return Status::wrong_input;
        }
        const EntriesResult result =
            entered(last, *entity, exercise_of(last.budget, *entity, settings_, context_.options));
        answer(context_, {Prose{[&] { return fec_of(result, context_.language); }}});
        return Status::done;
    }

    Context& context_;
    ChargesSettings settings_;
    std::vector<Case> cases_;
    TakenBooks books_;  // where they are named
    std::vector<ChargesResult> results_;
    std::deque<std::vector<Distributed>> distributed_;  // by case, where rules are compared
};

}  // namespace

Status charges(Run& run) {
    const ChargesSettings settings = charges_settings_from(run.options());
    if (settings.statement && run.options().format() == Format::csv) {
        Diagnostics found;
        found.error("option.statement-csv", {tr("--statement answers in text, HTML, JSON or xlsx"), {}}, {},
                    Message{tr("--settle and --calls have the figures of all members as CSV"), {}});
        run.print(found, Sources(), run.language());
        return Status::wrong_input;
    }
    if (settings.fec && run.options().format() != Format::text) {
        Diagnostics found;
        found.error("option.fec-format", {tr("--fec has a form of its own"), {}}, {},
                    Message{tr("leave --format out, or ask for --entries"), {}});
        run.print(found, Sources(), run.language());
        return Status::wrong_input;
    }
    if (!settings.actuals.empty() && run.options().positional().size() > 1) {
        Diagnostics found;
        found.error("option.actuals", {tr("--actuals goes with one budget"), {}}, {},
                    Message{tr("ask for each budget with the exports of its own books"), {}});
        run.print(found, Sources(), run.language());
        return Status::wrong_input;
    }
    Wanted wanted;
    wanted.needs = [](const Budget& budget) {
        LawNeeds needs = plan_needs(budget);
        needs.add(distribution_needs(budget));
        return needs;
    };
    wanted.scenario = [&](Context& context, Document& document, const Budget& base) {
        return people_scenario(context, settings, document, base);
    };
    // With books the answer checks once it knows what they say.
    wanted.answer_checks = !settings.actuals.empty();
    wanted.check = [&](const Case& of, Diagnostics& diagnostics) {
        if (settings.actuals.empty() || run.options().flag("check"))
            check_charges(of, settings, run.options(), diagnostics);
    };
    return run.each([&](Context& context) {
        return with_budgets(context, wanted,
                            [&](Cases& cases) { return ChargesAnswer(context, settings, cases).run(); });
    });
}

}  // namespace msp::app
