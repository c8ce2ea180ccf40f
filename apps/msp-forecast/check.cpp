// SPDX-License-Identifier: MIT
#include <msp-forecast/check.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/io/decode.hpp>
#include <msp/io/file.hpp>
#include <msp/io/readers.hpp>
#include <msp/io/rewrite.hpp>
#include <msp/io/scenario.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>

namespace msp::app {
namespace {

std::optional<Document> read(Sources& sources, SourceId source, msp::Format format, Diagnostics& diagnostics) {
    return format == msp::Format::toml ? read_toml(sources, source, diagnostics)
                                       : read_yaml(sources, source, diagnostics);
}

std::vector<std::string> scenario_ids(const Document& document) {
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

// Whether two documents mean the same, base and every scenario.
bool same_meaning(const Document& one, const Document& other, const Budget& budget, const Catalogue& catalogue,
                  Sources& sources) {
    Diagnostics ignored;
    const std::optional<Budget> again = decode(other, sources, catalogue, ignored);
    if (!again || !(*again == budget))
        return false;
    return std::ranges::all_of(budget.scenarios, [&](const ScenarioName& scenario) {
        const auto first = decode_scenario(one, budget, scenario.id, catalogue, sources, ignored);
        const auto second = decode_scenario(other, *again, scenario.id, catalogue, sources, ignored);
        return first.has_value() && second.has_value() && *first == *second;
    });
}

// The file in the other language, refused unless both texts mean the same.
Status rewrite(Context& context, const Document& document, const Budget& budget, const Catalogue& catalogue,
               Language language) {
    const msp::Format format = input_format(context);
    const SourceId original = context.sources.all().front();
    Diagnostics diagnostics;
    const std::optional<Document> bare = read(context.sources, original, format, diagnostics);
    const std::string text = rewritten(*bare, context.sources, original, language);
    const std::size_t slash = context.path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : context.path.substr(0, slash + 1);
    std::optional<Document> again;
    if (const auto source = load_text(context.sources, context.path, text, diagnostics))
        again = read(context.sources, *source, format, diagnostics);
    if (again)
        read_named_files(*again, context.sources, folder, diagnostics);
    if (!again || !same_meaning(document, *again, budget, catalogue, context.sources)) {
        context.diagnostics.add(
            {Severity::error,
             "rewrite.differs",
             {tr("\"{file}\" cannot be rewritten without a change of meaning"), {{"file", context.path}}},
             {},
             {},
             {}});
        return Status::answer_is_no;
    }
    context.sink(text);
    return Status::done;
}

}  // namespace

msp::Format input_format(const Context& context) {
    const std::optional<std::string> input = context.options.value("input");
    if (!input || context.path != "-")
        return format_of(context.path);
    if (*input == "yaml")
        return msp::Format::yaml;
    return *input == "json" ? msp::Format::json : msp::Format::toml;
}

std::optional<Budget> decode_overlay(Context& context, const Document& base, const Budget& unchanged,
                                     const std::string& id, const Catalogue& catalogue, std::optional<Date> as_of) {
    Diagnostics found;
    std::optional<Budget> budget = decode_scenario(base, unchanged, id, catalogue, context.sources, found);
    if (budget)
        check_plan(*budget, as_of, found);
    const std::vector<Diagnostic> known = context.diagnostics.sorted();
    for (Diagnostic& diagnostic : found.sorted()) {
        const bool again = std::ranges::any_of(known, [&](const Diagnostic& other) {
            return diagnostic.id == std::string_view(other.id) && diagnostic.span == other.span;
        });
        if (!again)
            context.diagnostics.add(std::move(diagnostic));
    }
    return budget;
}

Status check(Context& context, const Document& document, const Catalogue& catalogue) {
    const std::optional<Budget> base = decode(document, context.sources, catalogue, context.diagnostics);
    if (!base) {
        for (const std::string& id : scenario_ids(document))
            (void)apply_scenario(document, id, context.sources, context.diagnostics);
        return Status::answer_is_no;
    }
    const std::optional<Date> as_of = context.options.as_of();
    check_plan(*base, as_of, context.diagnostics);
    for (const ScenarioName& scenario : base->scenarios)
        (void)decode_overlay(context, document, *base, scenario.id, catalogue, as_of);
    for (const std::string& id : context.options.values("scenario")) {
        if (std::ranges::find(base->scenarios, id, &ScenarioName::id) == base->scenarios.end())
            (void)apply_scenario(document, id, context.sources,
                                 context.diagnostics);  // which says that it is not there
    }
    const bool refused =
        context.diagnostics.has_errors() || (context.options.flag("strict") && context.diagnostics.warnings() != 0);
    if (refused)
        return Status::answer_is_no;
    if (const auto language = context.options.value("rewrite"))
        return rewrite(context, document, *base, catalogue, *language == "fr" ? Language::french : Language::english);
    if (context.options.flag("quiet"))
        return Status::done;
    const auto warnings = static_cast<std::int64_t>(context.diagnostics.warnings());
    Message verdict = {tr("{file}: no problem found"), {{"file", context.path}}};
    if (warnings != 0)
        verdict = {tr("{file}: no error, {n} {n:warning|warnings}"), {{"file", context.path}, {"n", warnings}}};
    context.sink(visible(words(verdict, context.language)) + "\n");
    return Status::done;
}

}  // namespace msp::app
