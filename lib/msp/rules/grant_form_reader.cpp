// SPDX-License-Identifier: MIT
// The layout is told at the top of grant-budget.toml.
#include <msp/rules/class_numbers.hpp>
#include <msp/rules/law_sources.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr LawKey form_keys[] = {{"schema", true}, {"checked", true}, {"sources", true}, {"class", true}};
constexpr LawKey form_class_keys[] = {{"number", true}, {"name", true}, {"line"}, {"by_funder"},
                                      {"source"},       {"confidence"}, {"note"}};
constexpr LawKey form_line_keys[] = {{"name", true}, {"accounts"}};

class GrantFormReader {
 public:
    GrantFormReader(const Document& document, Diagnostics& diagnostics)
        : document_(document),
          diagnostics_(diagnostics),
          sources_(document, diagnostics, tr("a class rests on a text that was read")) {}

    GrantForm run() {
        LawTable root(document_, diagnostics_, Document::root(), form_keys);
        if (root.has("schema") && !root.integer("schema", 1, 1))
            return std::move(found_);
        (void)root.date("checked");
        sources_.read(root);
        for (const NodeId node : root.tables("class"))
            one_class(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    void one_class(NodeId node) {
        LawTable table(document_, diagnostics_, node, form_class_keys);
        GrantFormClass of;
        of.evidence = sources_.evidence(table, LawSources::Unknown::refused);
        of.name = table.bilingual("name");
        of.by_funder = table.boolean("by_funder").value_or(false);
        for (const NodeId line : table.tables("line"))
            of.lines.push_back(one_line(line));
        std::optional<std::string> number = numbers_.next(table, 87);
        if (!number)
            return;
        of.number = std::move(*number);
        found_.classes.push_back(std::move(of));
    }

    [[nodiscard]] GrantFormLine one_line(NodeId node) {
        LawTable table(document_, diagnostics_, node, form_line_keys);
        GrantFormLine line;
        line.name = table.bilingual("name");
        for (const NodeId account : table.texts("accounts"))
            line.accounts.emplace_back(document_[account].text);
        return line;
    }

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
    GrantForm found_;
    ClassNumbers numbers_;
};

std::optional<std::int16_t> the_form(std::string_view id) {
    return id == grant_form_rules ? std::optional<std::int16_t>(0) : std::nullopt;
}

void read_form(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    for (const RuleFile& file : files.needed)
        law.grant_form = GrantFormReader(file.document, diagnostics).run();
}

}  // namespace

constinit const RuleKind grant_form_rule_kind = {
    .name = grant_form_rules, .owns = the_form, .all_with_folder = false, .read = read_form};

}  // namespace msp
