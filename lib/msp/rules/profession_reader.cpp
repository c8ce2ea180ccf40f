// SPDX-License-Identifier: MIT
#include <msp/read/word.hpp>
#include <msp/rules/law_sources.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace msp {
namespace {

constexpr LawKey professions_keys[] = {{"schema", true}, {"checked", true}, {"source"},           {"confidence"},
                                       {"note"},         {"sources", true}, {"profession", true}, {"endings"}};
constexpr LawKey profession_keys[] = {{"id", true}, {"label", true}, {"kind", true}, {"names"}};

class ProfessionReader {
 public:
    ProfessionReader(const Document& document, Diagnostics& diagnostics)
        : document_(document),
          diagnostics_(diagnostics),
          sources_(document, diagnostics, tr("a list of professions rests on a text that was read")) {}

    Professions run() {
        LawTable root(document_, diagnostics_, Document::root(), professions_keys);
        if (root.has("schema") && !root.integer("schema", 1, 1))
            return std::move(found_);
        (void)root.date("checked");
        sources_.read(root);
        found_.evidence = sources_.evidence(root, LawSources::Unknown::refused);
        for (std::string& ending : texts(root, "endings"))
            found_.endings.push_back(folded(ending));
        for (const NodeId node : root.tables("profession"))
            profession(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    std::vector<std::string> texts(LawTable& table, std::string_view key) {
        std::vector<std::string> values;
        for (const NodeId node : table.texts(key))
            values.emplace_back(document_[node].text);
        return values;
    }

    void profession(NodeId node) {
        LawTable table(document_, diagnostics_, node, profession_keys);
        Profession profession;
        profession.id = table.id("id").value_or("");
        profession.label = table.bilingual("label");
        profession.kind = static_cast<ProfessionKind>(table.word("kind", profession_kind_ids).value_or(0));
        profession.names = {profession.label.french, profession.label.english};
        std::ranges::move(texts(table, "names"), std::back_inserter(profession.names));
        for (const std::string& name : profession.names) {
            profession.folded.push_back(folded(name));
            once(table, profession, profession.folded.back());
        }
        found_.all.push_back(std::move(profession));
    }

    // A name of two professions would be of neither.
    void once(LawTable& table, const Profession& profession, const std::string& name) {
        const auto [other, fresh] = owners_.try_emplace(name, profession.id, table.span());
        if (!fresh && other->second.first != profession.id)
            table.error("law.profession",
                        {tr("{name} is a name of {one} and of {other}"),
                         {{"name", name}, {"one", other->second.first}, {"other", profession.id}}},
                        table.span("id"), {}, {{other->second.second, {tr("first used here"), {}}}});
    }

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
    Professions found_;
    std::unordered_map<std::string, std::pair<std::string, Span>> owners_;  // of names
};

std::optional<std::int16_t> the_list(std::string_view id) {
    return id == "professions" ? std::optional<std::int16_t>(0) : std::nullopt;
}

void read_professions(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    for (const RuleFile& file : files.needed)
        law.professions = ProfessionReader(file.document, diagnostics).run();
}

}  // namespace

constinit const RuleKind profession_rule_kind = {
    .name = profession_rules, .owns = the_list, .all_with_folder = false, .read = read_professions};

}  // namespace msp
