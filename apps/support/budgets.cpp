// SPDX-License-Identifier: MIT
#include <msp/io/decode.hpp>
#include <msp/io/law.hpp>
#include <msp/io/scenario.hpp>
#include <msp/lines/lines.hpp>
#include <msp/plan/plan.hpp>
#include <msp/report/text_style.hpp>
#include <support/budgets.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace msp::app {
namespace {

std::vector<std::string> written_scenarios(const Document& document) {
    std::vector<std::string> ids;
    const NodeId list = document.find(Document::root(), "scenario");
    if (list == no_node)
        return ids;
    for (NodeId node = document[list].child; node != no_node; node = document[node].next) {
        if (const NodeId id = document.find(node, "id"); id != no_node)
            ids.emplace_back(document[id].text);
    }
    return ids;
}

class Reader {
 public:
    Reader(Context& context, const Wanted& wanted) : context_(context), wanted_(wanted) {}

    Status run(const std::function<Status(Budgets)>& answer) {
        const bool only_check = context_.options.flag("check");
        const std::optional<Document> document = read_budget(
            context_.sources, context_.path, input_format(context_), context_.diagnostics,
            {context_.options.value("balances"), context_.path, context_.several, context_.options.as_of()});
        if (document)
            context_.speak(language_of(*document));
        const std::optional<Catalogue> catalogue = document ? read_catalogue() : std::nullopt;
        if (!catalogue)
            return only_check ? Status::done : Status::wrong_input;  // the errors decide
        if (only_check)
            return check(*document, *catalogue);
        if (!decode_base(*document, *catalogue))
            return Status::wrong_input;
        for (const std::string& id : context_.options.values("scenario"))
            decode_scenario_of(*document, id, *catalogue);
        if (!read_rules() || context_.diagnostics.has_errors())
            return Status::wrong_input;
        return answer(std::move(budgets_));
    }

 private:
    std::optional<Catalogue> read_catalogue() {
        if (const std::optional<std::string> folder = context_.options.value("law"))
            return shipped_catalogue(*folder, context_.sources, context_.diagnostics);
        return shipped_catalogue();
    }

    bool decode_base(const Document& document, const Catalogue& catalogue) {
        std::optional<Budget> base = decode(document, context_.sources, catalogue, context_.diagnostics);
        if (base)
            budgets_.variants.emplace_back().budget = std::move(*base);
        return !budgets_.variants.empty();
    }

    // What the base has already reported is not reported again.
    void decode_scenario_of(const Document& document, const std::string& id, const Catalogue& catalogue) {
        const Budget& base = budgets_.variants.front().budget;
        Diagnostics found;
        std::optional<Budget> budget = decode_scenario(document, base, id, catalogue, context_.sources, found);
        add_new(context_.diagnostics, found);
        if (!budget)
            return;
        std::string label;
        for (const std::string& one : scenario_ids(id))
            label += (label.empty() ? "" : " + ") +
                     std::ranges::find(base.scenarios, one, &ScenarioName::id)->label;  // or it had not been applied
        budgets_.variants.push_back({id, std::move(label), std::move(*budget)});
    }

    // The law, and what only it shows to be wrong.
    bool read_rules() {
        LawWanted wanted{.years = wanted_.more_years, .texts = {}, .everything = false};
        for (const Variant& variant : budgets_.variants) {
            for (std::string& aid : aid_needs(variant.budget))
                wanted.aids.push_back(std::move(aid));
            if (aci_needs_professions(variant.budget, wanted_.years))
                wanted.professions = true;
            // A weight may be of an indicator that only another text has.
            if (variant.budget.aci && !variant.budget.aci->efforts.empty())
                wanted.everything = true;
            for (AciNeed& need : aci_needs(variant.budget, wanted_.years)) {
                if (need.text.empty())
                    wanted.years.push_back(need.year);
                else
                    wanted.texts.push_back(std::move(need.text));
            }
        }
        std::optional<Law> law =
            read_law(wanted, context_.options.value("law"), context_.sources, context_.diagnostics);
        if (!law)
            return false;
        budgets_.law = std::move(*law);
        for (const Variant& variant : budgets_.variants)
            check_rules(variant);
        return true;
    }

    void check_rules(const Variant& variant) {
        Diagnostics of_plan;
        check_plan(variant.budget, budgets_.law, context_.options.as_of(), of_plan);
        add_new(context_.diagnostics, of_plan);
        if (!wanted_.check)
            return;
        Diagnostics of_program;
        wanted_.check(variant, budgets_.law, of_program);
        add_new(context_.diagnostics, of_program);
    }

    Status check(const Document& document, const Catalogue& catalogue) {
        // Where a file of lines could not be read, a scenario would be said to change what is not there.
        const bool whole = !context_.diagnostics.has_errors();
        if (!decode_base(document, catalogue)) {
            if (context_.diagnostics.has("list.too-many") || context_.diagnostics.has("scenario.chain"))
                return Status::answer_is_no;
            for (const std::string& id : whole ? written_scenarios(document) : std::vector<std::string>())
                (void)apply_scenario(document, id, context_.sources, context_.diagnostics);
            return Status::answer_is_no;
        }
        const std::vector<ScenarioName> scenarios = budgets_.variants.front().budget.scenarios;
        for (const ScenarioName& scenario : scenarios)
            decode_scenario_of(document, scenario.id, catalogue);
        for (const std::string& id : context_.options.values("scenario")) {
            if (std::ranges::find(scenarios, id, &ScenarioName::id) == scenarios.end())
                (void)apply_scenario(document, id, context_.sources,
                                     context_.diagnostics);  // which says that it is not there
        }
        const bool refused = !read_rules() || context_.diagnostics.has_errors() ||
                             (context_.options.flag("strict") && context_.diagnostics.warnings() != 0);
        if (refused)
            return Status::answer_is_no;
        if (wanted_.instead)
            return wanted_.instead(document, budgets_.variants.front().budget, catalogue);
        tell_verdict();
        return Status::done;
    }

    void tell_verdict() {
        if (context_.options.flag("quiet"))
            return;
        const auto warnings = static_cast<std::int64_t>(context_.diagnostics.warnings());
        Message verdict = {tr("{file}: no problem found"), {{"file", context_.path}}};
        if (warnings != 0)
            verdict = {tr("{file}: no error, {n} {n:warning|warnings}"), {{"file", context_.path}, {"n", warnings}}};
        write_text(context_, tell(verdict, {context_.language}) + '\n');
    }

    Context& context_;
    const Wanted& wanted_;
    Budgets budgets_;
};

}  // namespace

Status with_budgets(Context& context, const Wanted& wanted, const std::function<Status(Budgets)>& answer) {
    return Reader(context, wanted).run(answer);
}

bool refuses_warnings(Context& context) {
    if (!context.options.flag("strict") || context.diagnostics.warnings() == 0)
        return false;
    context.diagnostics.add(
        {Severity::error, "strict.warnings", {tr("there are warnings, and --strict refuses them"), {}}, {}, {}, {}});
    return true;
}

msp::Format input_format(const Context& context) {
    const std::optional<std::string> input = context.options.value("input");
    if (!input || context.path != "-")
        return format_of(context.path);
    if (*input == "yaml")
        return msp::Format::yaml;
    return *input == "json" ? msp::Format::json : msp::Format::toml;
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
