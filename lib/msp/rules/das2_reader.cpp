// SPDX-License-Identifier: MIT
// The layout is told at the top of das2.toml.
#include <msp/rules/law_sources.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr LawKey das2_keys[] = {{"schema", true}, {"checked", true}, {"sources", true}, {"threshold", true}};
constexpr LawKey threshold_keys[] = {{"from", true}, {"amount", true}, {"source"}, {"confidence"}, {"note"}};

constexpr std::int64_t first_threshold_year = 1901;
constexpr std::int64_t last_threshold_year = 2190;

class Das2Reader {
 public:
    Das2Reader(const Document& document, Diagnostics& diagnostics)
        : document_(document),
          diagnostics_(diagnostics),
          sources_(document, diagnostics, tr("a threshold rests on a text that was read")) {}

    Das2 run() {
        LawTable root(document_, diagnostics_, Document::root(), das2_keys);
        if (root.has("schema") && !root.integer("schema", 1, 1))
            return std::move(found_);
        (void)root.date("checked");
        sources_.read(root);
        for (const NodeId node : root.tables("threshold"))
            threshold(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    void threshold(NodeId node) {
        LawTable table(document_, diagnostics_, node, threshold_keys);
        Das2Threshold threshold;
        threshold.evidence = sources_.evidence(table, LawSources::Unknown::refused);
        const auto from = table.integer("from", first_threshold_year, last_threshold_year);
        const auto amount = table.euros("amount");
        if (!from || !amount)
            return;
        threshold.from = static_cast<std::int16_t>(*from);
        threshold.amount = *amount;
        if (!found_.thresholds.empty() && threshold.from <= found_.thresholds.back().from)
            table.error("law.order", {tr("this threshold does not begin after the one before it"), {}},
                        table.span("from"), {}, {{place_, {tr("the one before"), {}}}});
        place_ = table.span("from");
        found_.thresholds.push_back(std::move(threshold));
    }

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
    Das2 found_;
    Span place_;  // of the threshold before
};

std::optional<std::int16_t> the_thresholds(std::string_view id) {
    return id == "das2" ? std::optional<std::int16_t>(0) : std::nullopt;
}

void read_das2(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    for (const RuleFile& file : files.needed)
        law.das2 = Das2Reader(file.document, diagnostics).run();
}

}  // namespace

constinit const RuleKind das2_rule_kind = {
    .name = das2_rules, .owns = the_thresholds, .all_with_folder = false, .read = read_das2};

}  // namespace msp
