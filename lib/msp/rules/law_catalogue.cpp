// SPDX-License-Identifier: MIT
#include <msp/read/file.hpp>
#include <msp/read/readers.hpp>
#include <msp/rules/built_in.hpp>
#include <msp/rules/catalogue.hpp>
#include <msp/rules/law_table.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace msp {
namespace {

constexpr LawKey catalogue_keys[] = {{"schema", true}, {"from", true},       {"checked", true},
                                     {"source", true}, {"confidence", true}, {"category", true}};
constexpr LawKey category_keys[] = {{"id", true},      {"french_id"},  {"french", true}, {"english", true},
                                    {"account", true}, {"grant_line"}, {"tax_line"},     {"nature", true}};

Category category_of(LawTable& table) {
    Category category;
    category.id = table.id("id").value_or("");
    category.french_id = table.text("french_id").value_or(category.id);
    category.french = table.text("french").value_or("");
    category.english = table.text("english").value_or("");
    category.account = table.text("account").value_or("");
    category.grant_line = table.text("grant_line").value_or("");
    category.tax_line = table.text("tax_line").value_or("");
    category.nature = static_cast<Nature>(table.word("nature", nature_ids).value_or(0));
    return category;
}

// By its id in either language.
std::optional<std::size_t> named(const Catalogue& catalogue, std::string_view id) {
    const auto found = std::ranges::find_if(
        catalogue.categories, [&](const Category& known) { return known.id == id || known.french_id == id; });
    if (found == catalogue.categories.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - catalogue.categories.begin());
}

std::optional<Catalogue> read_catalogue(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    const std::optional<Document> document = read_toml(sources, source, diagnostics);
    if (!document)
        return std::nullopt;
    const std::size_t before = diagnostics.errors();
    LawTable root(*document, diagnostics, Document::root(), catalogue_keys);
    if (root.has("schema") && !root.integer("schema", 1, 1))
        return std::nullopt;
    (void)root.date("from");
    (void)root.date("checked");
    (void)root.text("source");
    (void)root.word("confidence", confidence_ids);
    Catalogue catalogue;
    std::vector<Span> places;
    for (const NodeId node : root.tables("category")) {
        LawTable table(*document, diagnostics, node, category_keys);
        Category category = category_of(table);
        for (const char* key : {"id", "french_id"}) {
            const std::string& id = key == std::string_view("id") ? category.id : category.french_id;
            if (const auto first = named(catalogue, id); first && table.has(key) && !id.empty())
                table.error("id.repeated", {tr("the id {id} is used twice"), {{"id", id}}}, table.span(key), {},
                            {{places[*first], {tr("first used here"), {}}}});
        }
        catalogue.categories.push_back(std::move(category));
        places.push_back(table.span("id"));
    }
    return diagnostics.errors() == before ? std::optional(std::move(catalogue)) : std::nullopt;
}

// "rent, water"; a few of them, then "…".
std::string not_in(const Catalogue& catalogue, const Catalogue& built_in) {
    constexpr std::size_t most_named = 5;
    std::string ids;
    std::size_t named = 0;
    for (const Category& category : built_in.categories) {
        if (catalogue.find(category.id))
            continue;
        if (named++ == most_named)
            return ids + ", …";
        ids += (ids.empty() ? "" : ", ") + category.id;
    }
    return ids;
}

}  // namespace

const Catalogue& shipped_catalogue() {
    static const Catalogue shipped = [] {
        Catalogue made;
        made.categories.reserve(built_in_categories.size());
        for (const BuiltInCategory& one : built_in_categories)
            made.categories.push_back({.id = std::string(one.id),
                                       .french = std::string(one.french),
                                       .english = std::string(one.english),
                                       .account = std::string(one.account),
                                       .grant_line = std::string(one.grant_line),
                                       .tax_line = std::string(one.tax_line),
                                       .nature = one.nature,
                                       .french_id = std::string(one.french_id)});
        return made;
    }();
    return shipped;
}

std::optional<Catalogue> shipped_catalogue(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
    const Catalogue& built_in = shipped_catalogue();
    const std::string path = (std::filesystem::path(folder) / catalogue_file).string();
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return built_in;
    const std::optional<SourceId> source = load(sources, path, diagnostics);
    if (!source)
        return std::nullopt;
    std::optional<Catalogue> catalogue = read_catalogue(sources, *source, diagnostics);
    if (!catalogue)
        return std::nullopt;
    if (const std::string missing = not_in(*catalogue, built_in); !missing.empty()) {
        diagnostics.error(
            "law.category", {tr("the catalogue lacks {ids}, which the built-in one has"), {{"ids", missing}}},
            {*source, 0, 0}, Message{tr("budgets and programs name them: keep the ids, and change what they say"), {}});
        return std::nullopt;
    }
    return catalogue;
}

}  // namespace msp
