// SPDX-License-Identifier: MIT
// The texts of the ACI as a kind of rule: dated files, of which each year has one.
#include <msp/rules/aci_reader.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <utility>

namespace msp {
namespace {

// The places where a text says from when and until when it holds.
struct Years {
    Span from;
    Span until;
};

void check_years(const AciText& before, Span ends, const AciText& text, Span begins, Diagnostics& diagnostics) {
    const auto add = [&](Message message, const char* note, std::optional<Message> help) {
        diagnostics.error("law.years", std::move(message), begins, std::move(help),
                          {{ends, {note, {{"text", before.id}}}}});
    };
    const std::int64_t from = text.from;
    const Message one_text{tr("a year has one text: a file replaces the built-in one of its own name only"), {}};
    if (!before.until)
        add({tr("{text} begins in {from}, but the text before it has no end"), {{"text", text.id}, {"from", from}}},
            tr("{text} begins here and has no until"), one_text);
    else if (*before.until >= from)
        add({tr("{text} begins in {from}, but the text before it holds until {until}"),
             {{"text", text.id}, {"from", from}, {"until", std::int64_t{*before.until}}}},
            tr("{text} ends here"), one_text);
    else if (*before.until + 1 < from)
        add({tr("{text} begins in {from}, but the text before it ends in {until}: no text holds between them"),
             {{"text", text.id}, {"from", from}, {"until", std::int64_t{*before.until}}}},
            tr("{text} ends here"), {});
}

void read_aci(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    law.aci_names = files.names;
    std::vector<Years> years;
    for (const RuleFile& file : files.needed) {
        AciReader reader(file.document, diagnostics, file.id);
        AciText& text = law.aci.emplace_back(reader.run());
        text.file = file.path;
        years.push_back({reader.from(), reader.until()});
    }
    for (std::size_t i = 1; files.complete() && i < years.size(); ++i) {
        if (years[i - 1].from.known() && years[i].from.known())
            check_years(law.aci[i - 1], years[i - 1].until, law.aci[i], years[i].from, diagnostics);
    }
}

}  // namespace

constinit const RuleKind aci_rule_kind = {
    .name = aci_rules, .owns = aci_year_of, .all_with_folder = true, .read = read_aci};

}  // namespace msp
