// SPDX-License-Identifier: MIT
#include <msp-forecast/rewrite.hpp>
#include <msp/budget/decode.hpp>
#include <msp/budget/files.hpp>
#include <msp/read/file.hpp>
#include <msp/scenario/rewrite.hpp>
#include <msp/scenario/scenario.hpp>
#include <support/budgets.hpp>
#include <support/text_out.hpp>

#include <algorithm>

namespace msp::app {
namespace {

// Whether two documents mean the same, base and every scenario.
bool same_meaning(const Document& one, const Document& other, const Budget& budget, const Catalogue& catalogue,
                  Sources& sources) {
    Diagnostics ignored;
    const std::optional<Budget> again = decode(other, sources, catalogue, ignored);
    if (!again || !(*again == budget))
        return false;
    return std::ranges::all_of(budget.scenarios.all(), [&](const ScenarioName& scenario) {
        const auto first = decode_scenario(one, budget, scenario.id, catalogue, sources, ignored);
        const auto second = decode_scenario(other, *again, scenario.id, catalogue, sources, ignored);
        return first.has_value() && second.has_value() && *first == *second;
    });
}

// A category of the budget's own may have the French id of a shipped one, and is then the one that is meant.
std::vector<Word> category_words(const Budget& budget) {
    std::vector<Word> words;
    for (const Category& category : budget.categories)
        if (category.french_id == category.id ||
            std::ranges::find(budget.categories, category.french_id, &Category::id) == budget.categories.end())
            words.push_back({category.id.c_str(), category.french_id.c_str()});
    return words;
}

}  // namespace

Status rewrite(Context& context, const Document& document, const Budget& budget, const Catalogue& catalogue,
               Language language) {
    const FileFormat format = input_format(context);
    const SourceId original = context.sources.all().front();
    Diagnostics diagnostics;
    const std::optional<Document> bare = read_as(format, context.sources, original, diagnostics);
    const std::string text = rewritten(*bare, context.sources, original, category_words(budget), language);
    const std::size_t slash = context.path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : context.path.substr(0, slash + 1);
    std::optional<Document> again;
    if (const auto source = load_text(context.sources, context.path, text, diagnostics))
        again = read_as(format, context.sources, *source, diagnostics);
    if (again)
        read_named_files(*again, context.sources, folder, diagnostics);
    if (!again || !same_meaning(document, *again, budget, catalogue, context.sources)) {
        context.diagnostics.error("rewrite.differs", {tr("\"{file}\" cannot be rewritten without a change of meaning"),
                                                      {{"file", context.path}}});
        return Status::answer_is_no;
    }
    write_file(context, text);
    return Status::done;
}

}  // namespace msp::app
