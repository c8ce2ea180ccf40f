// SPDX-License-Identifier: MIT
#include <msp/rules/law_sources.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace msp {
namespace {

constexpr std::array<std::string_view, 5> source_kinds = {"official", "federation", "press", "academic", "vendor"};
constexpr LawKey source_keys[] = {{"kind", true}, {"title", true}, {"url"}};

}  // namespace

LawSources::LawSources(const Document& document, Diagnostics& diagnostics, const char* unknown)
    : document_(document), diagnostics_(diagnostics), unknown_(unknown) {}

void LawSources::read(LawTable& root) {
    for (const NodeId node : root.entries("sources")) {
        LawTable table(document_, diagnostics_, node, source_keys);
        LegalSource source;
        source.id = std::string(document_[node].key);
        source.kind = source_kinds.at(table.word("kind", source_kinds).value_or(0));
        source.title = table.text("title").value_or("");
        source.url = table.text("url").value_or("");
        sources_.push_back(std::move(source));
        places_.push_back(document_[node].key_span);
    }
    used_.assign(sources_.size(), false);
}

Evidence LawSources::evidence(LawTable& table, Unknown unknown) {
    Evidence found;
    found.citations = citations(table);
    found.note = table.bilingual("note");
    const auto sure = confidence(table);
    found.confidence = sure.value_or(Confidence::confirmed);
    if (!table.has("confidence"))
        table.error("law.evidence", {tr("nothing says how sure this is: confidence is missing"), {}}, table.span(),
                    Message{tr("it is one of: confirmed, single, inferred, unknown"), {}});
    if (!table.has("source") && sure != Confidence::unknown)
        table.error(
            "law.evidence", {tr("nothing says where this stands: source is missing"), {}}, table.span(),
            Message{tr("write a list of ids of [sources], each with its page: source = [\"guide p. 12\"]"), {}});
    if (sure == Confidence::unknown && unknown == Unknown::refused)
        refuse_unknown(table);
    return found;
}

void LawSources::override_evidence(LawTable& table, Evidence& evidence) {
    if (table.has("source"))
        evidence.citations = citations(table);
    if (const auto sure = confidence(table); sure == Confidence::unknown)
        refuse_unknown(table);
    else if (sure)
        evidence.confidence = *sure;
    evidence.note = table.bilingual("note");
}

void LawSources::refuse_unknown(LawTable& table) const {
    table.error("law.unknown", {tr("a value that stands here is not unknown"), {}}, table.span("confidence"),
                Message{unknown_, {}});
}

std::optional<Confidence> LawSources::confidence(LawTable& table) {
    const auto found = table.word("confidence", confidence_ids);
    return found ? std::optional(static_cast<Confidence>(*found)) : std::nullopt;
}

std::vector<Citation> LawSources::citations(LawTable& table) {
    std::vector<Citation> found;
    const std::vector<NodeId> nodes = table.texts("source");
    if (nodes.empty() && table.has("source") && document_[table.node("source")].child == no_node)
        table.error("law.evidence", {tr("the list of sources is empty"), {}}, table.span("source"));
    for (const NodeId node : nodes) {
        const std::string_view entry = document_[node].text;
        const std::size_t space = std::min(entry.find(' '), entry.size());
        const std::string_view id = entry.substr(0, space);
        const auto source = std::ranges::find(sources_, id, &LegalSource::id);
        if (source == sources_.end()) {
            std::vector<std::string_view> known;
            for (const LegalSource& candidate : sources_)
                known.push_back(candidate.id);
            table.error("law.source",
                        {tr("\"{id}\" is not among the [sources] of this file"), {{"id", std::string(id)}}},
                        document_[node].span, table.known_names(id, known));
            continue;
        }
        const auto index = static_cast<std::size_t>(source - sources_.begin());
        used_[index] = true;
        found.push_back({index, std::string(entry.substr(std::min(space + 1, entry.size())))});
    }
    return found;
}

void LawSources::unused() const {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        if (!used_[i])
            diagnostics_.error("law.unused",
                               {tr("no value of this file cites the source {id}"), {{"id", sources_[i].id}}},
                               places_[i]);
    }
}

}  // namespace msp
