// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_charges.hpp>
#include <msp/actuals/booked_payments.hpp>
#include <msp/budget/named_key.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/read/word.hpp>
#include <msp/report/booked_charges_sheets.hpp>
#include <msp/report/distribution_sheets.hpp>
#include <msp/report/unpaid_sheets.hpp>
#include <support/answer.hpp>
#include <support/books.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <deque>
#include <msp-charges/charges.hpp>
#include <msp-charges/distributions.hpp>
#include <msp-charges/people.hpp>
#include <msp-charges/results.hpp>
#include <msp-charges/statements.hpp>
#include <type_traits>
#include <utility>

namespace msp::app {
namespace {

class ChargesAnswer {
 public:
    ChargesAnswer(Context& context, ChargesSettings settings, Cases& cases)
        : context_(context), settings_(std::move(settings)), cases_(cases.all()) {}

    Status run() {
        if (!take_books() || refuses_warnings(context_))
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
            return comparisons();
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
        return settings_.explain ? explain() : shares();
    }

 private:
    // What the books say that the lines cost, in the place of the budget's word. Rules are those of each case.
    bool take_books() {
        if (settings_.actuals.empty())
            return true;
        const Budget& base = cases_.front().budget;
        const std::optional<std::deque<EntityExport>> read = read_books(context_, base, settings_.actuals);
        if (!read)
            return false;
        const AllBooks books = books_by_entity(base, *read);
        for (Case& of : cases_) {
            Diagnostics found;
            for (const EntityBooks& each : books.entities)
                take_payments(of, each, found);
            for (const EntityBooks& each : books.entities)
                take_books(of, each, found);
            if (!found.has_errors())
                check_charges(of, settings_, context_.options, found);
            add_new(context_.diagnostics, found);
        }
        return !context_.diagnostics.has_errors();
    }

    void take_payments(Case& of, const EntityBooks& books, Diagnostics& found) {
        BookedPayments paid = booked_payments(of.budget, books.entity, *books.ledgers);
        tell_paid(of.budget, paid, found);
        // Beyond the end of the books of an entity nobody has paid yet.
        if (settings_.question == ChargesQuestion::unpaid && paid.first)
            settings_.books_end = std::min(settings_.books_end.value_or(paid.until), paid.until);
        take_booked(of.budget, paid);
        if (!paid.rows.empty())
            paid_.push_back({&of.budget, of.scenario, of.label, std::move(paid)});
    }

    static void tell_paid(const Budget& budget, const BookedPayments& paid, Diagnostics& found) {
        for (const BookedPayments::Typed& each : paid.typed)
            found.warning("charges.paid",
                          {tr("the budget says that {member} paid {typed} from {first} to {last}, and the books "
                              "{booked}: theirs counts"),
                           {{"member", budget.payer_id(each.payer)},
                            {"typed", each.typed},
                            {"first", *paid.first},
                            {"last", paid.until},
                            {"booked", each.booked}}},
                          each.place.span, Message{tr("correct the payment, or the entry in the books"), {}});
        for (const BookedPayer& each : paid.rows) {
            if (!each.payer)
                found.add(nobodys(budget, paid.entity, each));
        }
    }

    // Two members with one account are a fault of the budget: whose the money is cannot be told.
    static Diagnostic nobodys(const Budget& budget, EntityIndex entity, const BookedPayer& each) {
        const std::string& account = each.auxiliary.empty() ? each.account : each.auxiliary;
        std::vector<Note> owners;
        for (const Member& member : budget.members) {
            if (folded(member.account) == folded(account))
                owners.push_back({member.place.span, {tr("{member} has this account"), {{"member", member.id}}}});
        }
        const bool doubled = owners.size() > 1;
        Message help = {tr("give the member whose it is account = \"{account}\""), {{"account", account}}};
        if (doubled)
            help = {tr("give each of them an account of their own"), {}};
        else if (each.auxiliary.empty())
            help = {tr("book the payments of members under an auxiliary account, or an account of their own; the "
                       "member names it: account"),
                    {}};
        return {doubled ? Severity::error : Severity::warning,
                "charges.payer",
                {doubled ? tr("several members have the account {account} of the books of {entity}: {amount} of {n} "
                              "{n:payment|payments} {n:counts|count} for nobody")
                         : tr("no member has the account {account} of the books of {entity}: {amount} of {n} "
                              "{n:payment|payments} {n:counts|count} for nobody"),
                 {{"account", each.auxiliary.empty() ? each.account : each.account + ' ' + each.auxiliary},
                  {"entity", budget.entities[entity].title()},
                  {"n", each.count},
                  {"amount", each.amount}}},
                {},
                doubled ? std::move(owners) : std::vector<Note>(),
                std::move(help)};
    }

    void take_books(Case& of, const EntityBooks& books, Diagnostics& found) {
        const std::int16_t exercise = exercise_of(of.budget, books.entity, settings_, context_.options);
        // What is unpaid of an exercise that goes on does not ask what it costs.
        if (settings_.question == ChargesQuestion::unpaid &&
            day_of(of.budget, settings_, context_.options) <= of.budget.last_day_of(exercise, books.entity))
            return;
        BookedCharges charges = booked_charges(of.budget, books.entity, exercise, *books.ledgers);
        if (&of == &cases_.front()) {
            for (std::size_t i = 0; i < charges.ties.size(); ++i) {
                const std::uint32_t part = charges.tied_parts[i];
                const Fec& ledger = (*books.ledgers)[part];
                const std::uint32_t line = charges.ties[i].line;
                tell_tie(context_, of.budget, books.files[part], charges.ties[i], ledger.number_of(line),
                         ledger.text(ledger.lines()[line], LedgerColumn::label));
            }
        }
        tell_booked(of.budget, charges, found);
        take_booked(of.budget, charges);
        booked_.push_back({&of.budget, of.scenario, of.label, std::move(charges)});
    }

    static void tell_booked(const Budget& budget, const BookedCharges& charges, Diagnostics& found) {
        const std::string& name = budget.entities[charges.entity].title();
        const Window days = days_of(budget, charges.exercise, charges.entity);
        if (!charges.first)
            return found.error("charges.books",
                               {tr("the books of {entity} that are named have nothing of the exercise {exercise}"),
                                {{"entity", name}, {"exercise", std::int64_t{charges.exercise}}}},
                               {}, Message{tr("name the export of that exercise, or another exercise"), {}});
        if (Month::of(*charges.first) > Month::of(days.first) || Month::of(*charges.last) < Month::of(days.last))
            found.warning("charges.books",
                          {tr("of the exercise {exercise} the books of {entity} that are named have {first} to {last}: "
                              "what is booked on its other days is not settled"),
                           {{"exercise", std::int64_t{charges.exercise}},
                            {"entity", name},
                            {"first", *charges.first},
                            {"last", *charges.last}}},
                          {}, Message{tr("name all parts of the export, once the exercise is closed"), {}});
        for (const BookedCharges::Typed& each : charges.typed)
            found.warning("charges.booked",
                          {tr("the budget says that {line} cost {typed}, and the books {booked}: theirs counts"),
                           {{"line", budget.items[each.item].id}, {"typed", each.typed}, {"booked", each.booked}}},
                          each.place.span, Message{tr("correct the cost, or the rule that takes it in the books"), {}});
    }

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
        if (!booked_.empty())
            parts.emplace_back(Table{booked_charges_sheet(booked_, context_.language), SheetIn::text});
        if (!paid_.empty())
            parts.emplace_back(Table{booked_payers_sheet(paid_, context_.language), SheetIn::text});
        parts.emplace_back(std::move(table));
        if (!booked_.empty())
            parts.emplace_back(Table{booked_charges_sheet(booked_, context_.language), SheetIn::json});
        if (!paid_.empty())
            parts.emplace_back(Table{booked_payers_sheet(paid_, context_.language), SheetIn::json});
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

    Status comparisons() {
        std::vector<std::vector<ShareKey>> keys;  // by case
        for (const Case& one : cases_) {
            keys.emplace_back();
            for (const std::string& name : settings_.compared) {
                if (std::optional<ShareKey> key = key_named(one.budget, name))
                    keys.back().push_back(std::move(*key));
                else
                    return unknown_key(one.budget, name);
            }
        }
        std::vector<ComparisonResult> results;
        each_entity([&](const Case& of, EntityIndex entity, std::int16_t exercise) {
            results.push_back(
                comparison(of, entity, exercise, keys[static_cast<std::size_t>(&of - cases_.data())], settings_.rise));
        });
        show_comparisons(results);
        return Status::done;
    }

    Status unknown_key(const Budget& budget, const std::string& name) {
        const std::vector<std::string> known = key_names(budget, context_.language);
        context_.diagnostics.error(
            "compare.unknown", {tr("{key} is no key of the budget, and no figure that members have"), {{"key", name}}},
            {}, what_there_is(name, {known.begin(), known.end()}));
        return Status::wrong_input;
    }

    void show_comparisons(const std::vector<ComparisonResult>& results) {
        const Language language = context_.language;
        const bool years = settings_.rise.has_value();
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        const auto prose = [&](auto write) {
            parts.emplace_back(Prose{[this, write] { return write(style_of(context_)) + '\n'; }});
        };
        for (const ComparisonResult& result : results) {
            parts.emplace_back(Prose{
                [this, &result] { return heading(comparison_title(result, context_.language), style_of(context_)); }});
            if (result.now.shares.lines.empty()) {
                prose([&result](const TextStyle& style) { return charges_rules(result.now, style); });
                continue;
            }
            parts.emplace_back(Table{compared_members_sheet(result, language), SheetIn::text});
            parts.emplace_back(Table{compared_keys_sheet({&result, 1}, language), SheetIn::text});
            prose([&result](const TextStyle& style) { return comparison_rules(result, style); });
            for (const TriedKey& key : result.keys) {
                if (!years)
                    break;
                parts.emplace_back(Table{transition_years_sheet(result, key, language), SheetIn::text});
                prose([&result, &key](const TextStyle& style) { return transition_rules(result, key, style); });
            }
        }
        parts.emplace_back(Table{comparison_sheet(results, language), years ? SheetIn::json : SheetIn::csv_and_json});
        parts.emplace_back(Table{compared_keys_sheet(results, language), SheetIn::json});
        if (years)
            parts.emplace_back(Table{transition_sheet(results, language), SheetIn::csv_and_json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
    }

    // "rent@dr-martin", or a member: all lines. Of the last scenario that is asked for.
    Status explain() {
        const std::string& asked = *settings_.explain;
        const std::size_t at = asked.find('@');
        const std::string line = at == std::string::npos ? "" : asked.substr(0, at);
        const std::string who = at == std::string::npos ? asked : asked.substr(at + 1);
        const Budget& last = cases_.back().budget;
        std::size_t index = 0;
        while (index < last.payers() && last.payer_id(index) != who)
            ++index;
        index = last.person_of(index);
        if (index == last.payers() && is_shared_line(last, who))
            return not_a_member(last, who, line);
        if (index == last.payers())
            return unknown(who, [](const Budget& budget, std::vector<std::string_view>& known) {
                for (std::size_t payer = 0; payer < budget.payers(); ++payer)
                    known.push_back(budget.payer_id(payer));
            });
        for (const ChargesResult& result : results_) {
            if (result.scenario != results_.back().scenario)
                continue;
            const std::vector<ChargedLine>& own =
                lines_.emplace_back(charged_lines(*result.budget, result.exercise, result.entity));
            for (const ChargedLine& each : own) {
                if (line.empty() || result.budget->items[each.line->item].id == line)
                    explained_.push_back({&result, &each, index, own});
            }
        }
        if (explained_.empty() && line.empty()) {
            context_.diagnostics.error(
                "explain.nothing",
                {tr("there is nothing to explain of {id}: no shared line costs anything in this exercise"),
                 {{"id", who}}},
                {}, Message{tr("choose another one with --exercise"), {}});
            return Status::wrong_input;
        }
        if (explained_.empty())
            return unknown(line, [](const Budget& budget, std::vector<std::string_view>& known) {
                for (std::size_t i = 0; i < budget.entities.size(); ++i) {
                    for (const Line* one : shared_lines(budget, static_cast<EntityIndex>(i)))
                        known.emplace_back(budget.items[one->item].id);
                }
            });
        show_explanation();
        return Status::done;
    }

    static bool is_shared_line(const Budget& budget, const std::string& id) {
        for (std::size_t i = 0; i < budget.entities.size(); ++i) {
            const auto is_it = [&](const Line* line) { return budget.items[line->item].id == id; };
            if (std::ranges::any_of(shared_lines(budget, static_cast<EntityIndex>(i)), is_it))
                return true;
        }
        return false;
    }

    // A line without its member, or the two the wrong way round.
    Status not_a_member(const Budget& budget, const std::string& line, const std::string& other) {
        const auto payer = std::ranges::find(budget.members, other, &Member::id);
        const std::string& member = payer == budget.members.end() ? budget.payer_id(0) : payer->id;
        context_.diagnostics.error("explain.unknown",
                                   {tr("{id} is a line, and a share of it is a member's"), {{"id", line}}}, {},
                                   Message{tr("ask for {line}@{member}"), {{"line", line}, {"member", member}}});
        return Status::wrong_input;
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
        context_.diagnostics.error("explain.unknown",
                                   {tr("{id} is no member, or no shared line, of this exercise"), {{"id", id}}}, {},
                                   what_there_is(id, known));
        return Status::wrong_input;
    }

    Context& context_;
    ChargesSettings settings_;
    std::vector<Case> cases_;
    std::vector<BookedExercise> booked_;  // by case, where books are named
    std::vector<BookedPayers> paid_;      // likewise
    std::vector<ChargesResult> results_;
    std::deque<std::vector<Distributed>> distributed_;  // by case, where rules are compared
    std::deque<std::vector<ChargedLine>> lines_;        // that are explained
    std::vector<ExplainedShare> explained_;
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
