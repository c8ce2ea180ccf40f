// SPDX-License-Identifier: MIT
// The layout is told at the top of classes.toml.
#include <msp/rules/class_numbers.hpp>
#include <msp/rules/law_sources.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr LawKey class_file_keys[] = {
    {"schema", true}, {"checked", true}, {"sources", true}, {"class", true}, {"third_party"}};
constexpr LawKey class_keys[] = {{"number", true}, {"name", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey third_party_keys[] = {{"account", true}, {"class", true}, {"source"}, {"confidence"}, {"note"}};

class ClassReader {
 public:
    ClassReader(const Document& document, Diagnostics& diagnostics)
        : document_(document),
          diagnostics_(diagnostics),
          sources_(document, diagnostics, tr("a class rests on a text that was read")) {}

    ClassRules run() {
        LawTable root(document_, diagnostics_, Document::root(), class_file_keys);
        if (root.has("schema") && !root.integer("schema", 1, 1))
            return std::move(found_);
        (void)root.date("checked");
        sources_.read(root);
        for (const NodeId node : root.tables("class"))
            one_class(node);
        for (const NodeId node : root.tables("third_party"))
            third_party(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    void one_class(NodeId node) {
        LawTable table(document_, diagnostics_, node, class_keys);
        AccountClass of;
        of.evidence = sources_.evidence(table, LawSources::Unknown::refused);
        of.name = table.bilingual("name");
        std::optional<std::string> number = numbers_.next(table, 79);
        if (!number)
            return;
        of.number = std::move(*number);
        found_.classes.push_back(std::move(of));
    }

    void third_party(NodeId node) {
        LawTable table(document_, diagnostics_, node, third_party_keys);
        ThirdPartyAccount account;
        account.evidence = sources_.evidence(table, LawSources::Unknown::refused);
        account.account = table.text("account").value_or("");
        const auto number = table.integer("class", 60, 79);
        if (!number)
            return;
        account.number = std::to_string(*number);
        if (found_.numbered(account.number) == nullptr)
            table.error("law.order", {tr("there is no class {number}"), {{"number", account.number}}},
                        table.span("class"), Message{tr("write its [[class]] first"), {}});
        found_.third_parties.push_back(std::move(account));
    }

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
    ClassRules found_;
    ClassNumbers numbers_;
};

std::optional<std::int16_t> the_classes(std::string_view id) {
    return id == class_rules ? std::optional<std::int16_t>(0) : std::nullopt;
}

void read_classes(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    for (const RuleFile& file : files.needed)
        law.classes = ClassReader(file.document, diagnostics).run();
}

}  // namespace

constinit const RuleKind class_rule_kind = {
    .name = class_rules, .owns = the_classes, .all_with_folder = false, .read = read_classes};

}  // namespace msp
