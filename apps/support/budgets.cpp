// SPDX-License-Identifier: MIT
#include <msp/actuals/held_lines.hpp>
#include <msp/diag/listed.hpp>
#include <msp/report/text_style.hpp>
#include <msp/rules/catalogue.hpp>
#include <msp/rules/law.hpp>
#include <msp/scenario/scenario.hpp>
#include <support/budgets.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace msp::app {
namespace {

// So many are kept decoded.
constexpr std::size_t most_kept = 16;

}  // namespace

// Decodes every case, holds each against the rules, and keeps some.
class CaseReader {
 public:
    CaseReader(Context& context, const Wanted& wanted) : context_(context), wanted_(wanted), cases_(context) {}

    Status run(const std::function<Status(Cases&)>& answer) {
        const bool only_check = context_.options.flag("check");
        if (!read())
            return only_check ? Status::done : Status::wrong_input;  // the errors decide
        if (only_check)
            return check(answer);
        const std::vector<std::string>& asked = context_.options.values("scenario");
        const bool every = wanted_.every_scenario && asked.empty();
        if (!take_base_or_tell(every ? written_scenarios(*cases_.document_) : asked))
            return Status::wrong_input;
        for (const std::string& id : asked)
            take_scenario(id);
        if (every) {
            const ScenarioNames scenarios = base().scenarios;
            for (const ScenarioName& scenario : scenarios.all())
                take_scenario(scenario.id);
        }
        if (asked_)
            take_scenario(*asked_);
        if (!settle() || context_.diagnostics.has_errors())
            return Status::wrong_input;
        for (const Entity& entity : base().entities) {
            if (!entity.name.empty())
                context_.entities.push_back(entity.name);
        }
        if (!context_.as_of && !base().banks.empty())
            context_.as_of = base().banks.front().date;
        return answer(cases_);
    }

 private:
    bool read() {
        cases_.document_ = read_budget(
            context_.sources, context_.path, input_format(context_), context_.diagnostics,
            {context_.options.value("balances"), context_.path, context_.several, context_.options.as_of()});
        if (!cases_.document_)
            return false;
        context_.speak(language_of(*cases_.document_));
        cases_.catalogue_ = context_.rules.catalogue(context_.sources, context_.diagnostics);
        return cases_.catalogue_ != nullptr;
    }

    bool take_base() {
        std::optional<Budget> base =
            decode(*cases_.document_, context_.sources, *cases_.catalogue_, context_.diagnostics);
        if (!base || !add_scenario(base))
            return false;
        cases_.scenarios_ = base->scenarios;
        take("base", {}, std::move(*base));
        return true;
    }

    // Where the base is wrong, tells what is wrong with the changes of these scenarios all the same.
    bool take_base_or_tell(const std::vector<std::string>& scenarios) {
        // Where a file of lines could not be read, a scenario would be said to change what is not there.
        const bool whole = !context_.diagnostics.has_errors();
        if (take_base())
            return true;
        if (!whole || context_.diagnostics.has("list.too-many") || context_.diagnostics.has("scenario.chain"))
            return false;
        Diagnostics found;
        for (const std::string& id : scenarios)
            (void)apply_scenario(*cases_.document_, id, context_.sources, found);
        add_new(context_.diagnostics, found);
        return false;
    }

    // The base has the names of all scenarios, so that it is decoded again with one more.
    bool add_scenario(std::optional<Budget>& base) {
        const std::size_t before = context_.diagnostics.errors();
        if (wanted_.scenario)
            asked_ = wanted_.scenario(context_, *cases_.document_, *base);
        if (!asked_ || context_.diagnostics.errors() != before)
            return context_.diagnostics.errors() == before;
        Diagnostics found;
        base = decode(*cases_.document_, context_.sources, *cases_.catalogue_, found);
        add_new(context_.diagnostics, found);
        return base.has_value();
    }

    [[nodiscard]] const Budget& base() const { return cases_.kept_.front().budget; }

    // What the base has already reported is not reported again.
    void take_scenario(const std::string& id) {
        Diagnostics found;
        std::optional<Budget> budget =
            decode_scenario(*cases_.document_, base(), id, *cases_.catalogue_, context_.sources, found);
        add_new(context_.diagnostics, with_scenario(id, found));
        if (!budget)
            return;
        const ScenarioNames& scenarios = base().scenarios;
        std::string label;
        for (const std::string& one : scenario_ids(id))  // which are there, or it had not been applied
            label += (label.empty() ? "" : " + ") + scenarios.title(*scenarios.find(one));
        take(id, std::move(label), std::move(*budget));
    }

    // Holds it against the rules that it needs. What they show to be wrong is told after all that decoding does.
    void take(std::string id, std::string label, Budget budget) {
        static const Law no_rules;
        const LawNeeds needs = wanted_.needs(budget);
        needs_.add(needs);
        const Law* law = rules_known_ ? context_.rules.law(needs) : nullptr;
        rules_known_ = law != nullptr;
        cases_.asked_.push_back({std::move(id), std::move(label), rules_known_ ? law : &no_rules});
        Case made = Cases::made(cases_.asked_.back(), std::move(budget));
        if (rules_known_)
            check_rules(made);
        if (cases_.kept_.size() < most_kept)
            cases_.kept_.push_back(std::move(made));
    }

    void check_rules(const Case& made) {
        Diagnostics of_plan;
        check_plan(made, context_.options.as_of(), of_plan);
        if (!wanted_.books_tell)
            check_before_opening(made, of_plan);
        add_new(by_rules_, with_scenario(made.scenario, of_plan));
        if (wanted_.check) {
            Diagnostics of_program;
            wanted_.check(made, of_program);
            add_new(by_rules_, with_scenario(made.scenario, of_program));
        }
        if (!by_rules_.has_errors())
            ++sound_;
    }

    // Lends the rules that all cases need to their budget, and tells what they show. False where they cannot be read.
    bool settle() {
        if (context_.rules.law(needs_, context_.sources, context_.diagnostics) == nullptr)
            return false;
        add_new(context_.diagnostics, by_rules_);
        return true;
    }

    // What is wrong with a scenario that only options ask for stands in no place that would name it.
    [[nodiscard]] Diagnostics with_scenario(const std::string& id, const Diagnostics& found) const {
        if (!asked_ || id != *asked_)
            return found;
        const Span place = base().scenarios.find(scenario_ids(id).back())->place.span;
        Diagnostics all;
        for (Diagnostic& problem : found.sorted()) {
            problem.notes.push_back({place, {tr("with this scenario"), {}}});
            all.add(std::move(problem));
        }
        return all;
    }

    Status check(const std::function<Status(Cases&)>& answer) {
        const Document& document = *cases_.document_;
        if (!take_base_or_tell(written_scenarios(document)))
            return Status::answer_is_no;
        const std::vector<std::string>& asked = context_.options.values("scenario");
        for (const std::string& id : asked)
            take_scenario(id);
        const std::size_t cases = cases_.asked_.size();
        const ScenarioNames scenarios = base().scenarios;
        for (const ScenarioName& scenario : scenarios.all()) {
            if (std::ranges::find(asked, scenario.id) == asked.end())
                take_scenario(scenario.id);
        }
        const bool decoded = !context_.diagnostics.has_errors();
        const bool known = settle();
        if (known && decoded && wanted_.survey)
            survey();
        if (known && decoded && wanted_.answer_checks && !context_.diagnostics.has_errors()) {
            cases_.keep_first(cases);
            const TextSink sink = std::exchange(context_.sink, [](std::string_view /*text*/) {});
            (void)answer(cases_);
            context_.sink = sink;
        }
        if (!known || context_.diagnostics.has_errors() ||
            (context_.options.flag("strict") && context_.diagnostics.warnings() != 0))
            return Status::answer_is_no;
        if (wanted_.instead)
            return wanted_.instead(document, base(), *cases_.catalogue_);
        tell_verdict(context_);
        return Status::done;
    }

    void survey() {
        for (std::size_t i = 0; i < sound_; ++i) {
            Diagnostics found;
            const bool kept = i < cases_.kept_.size();
            kept ? wanted_.survey(cases_.kept_[i], found) : wanted_.survey(cases_.again(cases_.asked_[i]), found);
            add_new(context_.diagnostics, found);
        }
    }

    Context& context_;
    const Wanted& wanted_;
    Cases cases_;
    std::optional<std::string> asked_;  // a scenario beside those of the file
    LawNeeds needs_;                    // of all cases
    bool rules_known_ = true;
    Diagnostics by_rules_;
    std::size_t sound_ = 0;  // cases before the first with an error
};

Case Cases::made(const Asked& asked, Budget budget) {
    Case made(std::move(budget), *asked.law);
    made.scenario = asked.scenario;
    made.label = asked.label;
    return made;
}

Case Cases::again(const Asked& asked) {
    Diagnostics told;
    const std::optional<Overlay> overlay = apply_scenario(*document_, asked.scenario, context_.sources, told);
    Budget budget = decode(overlay.value().document, context_.sources, *catalogue_, told).value();
    budget.scenarios = scenarios_;
    return made(asked, std::move(budget));
}

void Cases::keep_first(std::size_t count) {
    asked_.resize(count);
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(std::min(count, kept_.size())), kept_.end());
}

Document Cases::document(const std::string& scenario) const {
    Diagnostics told;
    return scenario == "base" ? *document_
                              : apply_scenario(*document_, scenario, context_.sources, told).value().document;
}

std::vector<Case> Cases::all() {
    std::vector<Case> all;
    all.reserve(count());
    while (std::optional<Case> of = next())
        all.push_back(std::move(*of));
    return all;
}

std::optional<Case> Cases::next() {
    if (next_ == asked_.size())
        return std::nullopt;
    const std::size_t index = next_++;
    return index < kept_.size() ? std::move(kept_[index]) : again(asked_[index]);
}

Status with_budgets(Context& context, const Wanted& wanted, const std::function<Status(Cases&)>& answer) {
    return CaseReader(context, wanted).run(answer);
}

std::optional<Case> other_budget(Context& context, const std::string& path) {
    const std::size_t before = context.diagnostics.errors();
    const std::optional<Document> document = read_budget(context.sources, path, format_of(path), context.diagnostics);
    const Catalogue* catalogue = document ? context.rules.catalogue(context.sources, context.diagnostics) : nullptr;
    if (catalogue == nullptr)
        return std::nullopt;
    std::optional<Budget> budget = decode(*document, context.sources, *catalogue, context.diagnostics);
    const Law* law = budget ? context.rules.law(plan_needs(*budget), context.sources, context.diagnostics) : nullptr;
    if (law == nullptr)
        return std::nullopt;
    std::optional<Case> made(std::in_place, std::move(*budget), *law);
    check_plan(*made, context.options.as_of(), context.diagnostics);
    check_before_opening(*made, context.diagnostics);
    return context.diagnostics.errors() == before ? std::move(made) : std::nullopt;
}

std::optional<Case> voted_case(Context& context, const std::string& path, const Budget& today) {
    std::optional<Case> voted = other_budget(context, path);
    if (!voted)
        return voted;
    const HeldLines lines(today, voted->budget);
    const std::vector<Entity>& entities = voted->budget.entities;
    bool known = true;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (lines.entity_today(static_cast<EntityIndex>(i)))
            continue;
        known = false;
        context.diagnostics.error("voted.entity",
                                  {tr("{file} has no entity {id}, for which this budget was voted"),
                                   {{"file", context.path}, {"id", entities[i].id}}},
                                  entities[i].place.span,
                                  Message{tr("give the entity the same id in both files; today's has: {ids}"),
                                          {{"ids", listed(today.entities, &Entity::id)}}});
    }
    return known ? std::move(voted) : std::nullopt;
}

void tell_verdict(const Context& context) {
    tell_verdict(context, context.path, context.diagnostics.warnings());
}

void tell_verdict(const Context& context, const std::string& path, std::size_t warnings) {
    if (context.options.flag("quiet"))
        return;
    Message verdict = {tr("{file}: no problem found"), {{"file", path}}};
    if (warnings != 0)
        verdict = {tr("{file}: no error, {n} {n:warning|warnings}"),
                   {{"file", path}, {"n", static_cast<std::int64_t>(warnings)}}};
    write_text(context, tell(verdict, {context.language}) + '\n');
}

bool refuses_warnings(Context& context) {
    if (!context.options.flag("strict") || context.options.flag("check") || context.diagnostics.warnings() == 0)
        return false;
    context.diagnostics.error("strict.warnings", {tr("there are warnings, and --strict refuses them"), {}});
    return true;
}

Message ends_before_it_opens(Date last, Date opens) {
    return {tr("the period shown ends on {last}, before the account opens on {date}"),
            {{"last", last}, {"date", opens}}};
}

FileFormat input_format(const Context& context) {
    const std::optional<std::string> input = context.options.value("input");
    if (!input || context.path != "-")
        return format_of(context.path);
    if (*input == "yaml")
        return FileFormat::yaml;
    return *input == "json" ? FileFormat::json : FileFormat::toml;
}

void add_new(Diagnostics& known, const Diagnostics& found) {
    const std::vector<Diagnostic> before = known.sorted();
    const auto told = [](const Diagnostic& diagnostic) { return words(diagnostic.message, Language::english); };
    for (Diagnostic& diagnostic : found.sorted()) {
        const bool again = std::ranges::any_of(before, [&](const Diagnostic& other) {
            return diagnostic.id == std::string_view(other.id) && diagnostic.span == other.span &&
                   told(diagnostic) == told(other);
        });
        if (!again)
            known.add(std::move(diagnostic));
    }
}

}  // namespace msp::app
