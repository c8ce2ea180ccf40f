// SPDX-License-Identifier: MIT
#include <msp/budget/keys.hpp>
#include <msp/report/aci_words.hpp>
#include <msp/report/sheet.hpp>
#include <msp/rules/catalogue.hpp>
#include <msp/rules/law.hpp>
#include <support/answer.hpp>
#include <support/list.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

// A text, or a word of ours that a page shows otherwise.
struct Entry {
    std::string text;
    std::string shown = {};

    [[nodiscard]] Cell cell() const { return shown.empty() ? Cell(TextCell{text}) : Cell(WordCell{text, shown}); }
};

struct List {
    std::vector<Column> columns;
    std::vector<std::vector<Entry>> rows;
};

List categories(const Catalogue& catalogue, Language language) {
    List list;
    list.columns = columns_of(
        {head::text("id", tr("Id")), head::text("french", tr("In French keys")), head::text("label", tr("Label")),
         head::text("nature", tr("Nature")), head::text("account", tr("Account"))},
        language);
    for (const Category& category : catalogue.categories)
        list.rows.push_back({{category.id},
                             {category.french_id},
                             {language == Language::french ? category.french : category.english},
                             {std::string(id_of(category.nature))},
                             {category.account}});
    return list;
}

List keys(Language language) {
    List list;
    list.columns = columns_of({head::text("section", tr("Table")), head::text("key", tr("Key")),
                               head::text("french", tr("In French")), head::text("about", tr("What it says"))},
                              language);
    for (std::size_t i = 0; i < section_count; ++i) {
        const auto section = static_cast<Section>(i);
        for (const Key& key : keys_of(section))
            list.rows.push_back({{about(section, language)}, {key.english}, {key.french}, {about(key, language)}});
    }
    return list;
}

// Each once, as the latest text that has it says.
List indicators(const Law& law, Language language) {
    List list;
    list.columns = columns_of(
        {head::text("id", tr("Id")), head::text("label", tr("Label")), head::text("class", tr("Class"))}, language);
    for (auto text = law.aci.rbegin(); text != law.aci.rend(); ++text)
        for (const AciIndicator& indicator : text->indicators)
            if (std::ranges::none_of(list.rows, [&](const auto& row) { return row.front().text == indicator.id; }))
                list.rows.push_back(
                    {{indicator.id},
                     {std::string(indicator.label.in(language))},
                     {std::string(id_of(indicator.kind)), std::string(translate(name_of(indicator.kind), language))}});
    return list;
}

List professions(const Law& law, Language language) {
    List list;
    list.columns = columns_of(
        {head::text("id", tr("Id")), head::text("label", tr("Label")), head::text("kind", tr("Kind"))}, language);
    for (const Profession& profession : law.professions.all)
        list.rows.push_back({{profession.id},
                             {std::string(profession.label.in(language))},
                             {std::string(profession_kind_ids[static_cast<std::size_t>(profession.kind)]),
                              std::string(translate(name_of(profession.kind), language))}});
    return list;
}

std::optional<List> wanted_list(Context& context, const std::string& what) {
    if (what == "keys")
        return keys(context.language);
    if (what == "categories") {
        const Catalogue* catalogue = context.rules.catalogue(context.sources, context.diagnostics);
        return catalogue != nullptr ? std::optional(categories(*catalogue, context.language)) : std::nullopt;
    }
    const bool people = what == "professions";
    const LawNeeds needs =
        people ? LawNeeds{.rules = {{.kind = profession_rules}}} : LawNeeds{.rules = {}, .everything = true};
    const Law* law = context.rules.law(needs, context.sources, context.diagnostics);
    if (law == nullptr)
        return std::nullopt;
    return people ? professions(*law, context.language) : indicators(*law, context.language);
}

void write_list(const Context& context, const Program& program, const List& list, const std::string& what) {
    const auto rows = [&list](RowSink& sink) {
        sink.begin({});
        for (const std::vector<Entry>& row : list.rows) {
            std::vector<Cell> cells;
            for (const Entry& entry : row)
                cells.push_back(entry.cell());
            sink.row({}, cells);
        }
    };
    answer(context, {Table{Sheet{what, list.columns, rows}},
                     Members{[&](Json& json) { write_receipt(json, program, context); }}});
}

}  // namespace

Status show_list(Run& run, const Program& program) {
    Context context = run.context();
    const std::string what = run.options().value("list").value_or("");
    Status status = Status::wrong_input;
    if (const auto list = wanted_list(context, what);
        list && !run.overwrites("", context.sources, context.diagnostics)) {
        write_list(context, program, *list, what);
        status = Status::done;
    }
    run.print(context.diagnostics, context.sources, context.language);
    return status;
}

}  // namespace msp::app
