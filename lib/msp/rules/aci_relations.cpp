// SPDX-License-Identifier: MIT
#include <msp/read/word.hpp>
#include <msp/rules/aci_reader.hpp>

#include <algorithm>

namespace msp {
namespace {

constexpr std::int64_t most_alternative_units = 1'000;

constexpr LawKey alternative_keys[] = {{"indicator", true}, {"units"}, {"theme"}};

bool contains(const std::vector<std::size_t>& all, std::size_t one) {
    return std::ranges::find(all, one) != all.end();
}

}  // namespace

// The indicator that the value of a key names.
std::optional<std::size_t> AciReader::other(LawTable& table, std::string_view key, NodeId node) {
    if (node == no_node)
        return std::nullopt;
    const std::string_view id = document_[node].text;
    if (document_[node].kind != NodeKind::text) {
        (void)table.text(key);
        return std::nullopt;
    }
    if (const auto found = text_.find(id); found && !id.empty())
        return found;
    std::vector<std::string_view> known;
    for (const AciIndicator& indicator : text_.indicators)
        known.emplace_back(indicator.id);
    table.error("id.unknown",
                {tr("{key} names \"{id}\", which is not there"), {{"key", std::string(key)}, {"id", std::string(id)}}},
                document_[node].span, table.known_names(id, known));
    return std::nullopt;
}

void AciReader::list(LawTable& table, std::size_t index, std::string_view key, Relation relation,
                     std::vector<std::size_t>& found) {
    for (const NodeId node : table.texts(key)) {
        const auto to = other(table, key, node);
        if (!to)
            continue;
        links_[index].push_back({relation, *to, document_[node].span});
        if (!contains(found, *to))
            found.push_back(*to);
    }
}

void AciReader::relations(LawTable& table, std::size_t index) {
    AciIndicator& indicator = text_.indicators[index];
    if (table.has("with")) {
        indicator.with = other(table, "with", table.node("with"));
        if (indicator.with)
            links_[index].push_back({Relation::with, *indicator.with, table.span("with")});
    }
    list(table, index, "needs", Relation::needs, indicator.needs);
    list(table, index, "brings", Relation::brings, indicator.brings);
    list(table, index, "excludes", Relation::excludes, indicator.excludes);
    alternatives(table, index);
}

void AciReader::alternatives(LawTable& table, std::size_t index) {
    for (const NodeId node : table.tables("one_of")) {
        LawTable entry = open(node, alternative_keys);
        AciAlternative alternative;
        alternative.units = entry.integer("units", 1, most_alternative_units).value_or(0);
        alternative.theme = folded(entry.text("theme").value_or(""));
        if (entry.has("units") && entry.has("theme"))
            entry.error("law.both", {tr("units and theme cannot both stand here"), {}}, entry.span("theme"),
                        Message{tr("one_of has a table for each"), {}}, {{entry.span("units"), {tr("the units"), {}}}});
        if (!entry.has("units") && !entry.has("theme"))
            entry.missing("units", Message{tr("or theme, where its only unit is on one"), {}});
        const auto to = other(entry, "indicator", entry.node("indicator"));
        if (!to)
            continue;
        alternative.indicator = *to;
        links_[index].push_back({Relation::one_of, *to, entry.span("indicator")});
        text_.indicators[index].one_of.push_back(std::move(alternative));
    }
}

void AciReader::contradictions(LawTable& root) {
    for (std::size_t i = 0; i < links_.size(); ++i) {
        for (const Link& link : links_[i]) {
            if (link.relation != Relation::excludes)
                continue;
            for (const Link& wanted : links_[i]) {
                if (wanted.relation != Relation::excludes && wanted.to == link.to)
                    root.error("law.contradiction",
                               {tr("{id} excludes {other}, which it also asks for"),
                                {{"id", text_.indicators[i].id}, {"other", text_.indicators[link.to].id}}},
                               link.span, {}, {{wanted.span, {tr("asked for here"), {}}}});
            }
            // What is said on one side holds on both.
            std::vector<std::size_t>& theirs = text_.indicators[link.to].excludes;
            if (link.to != i && !contains(theirs, i))
                theirs.push_back(i);
        }
    }
}

// Each indicator that depends on itself, at the place that closes the circle.
void AciReader::cycles(LawTable& root) {
    std::vector<int> states(links_.size(), 0);
    std::vector<std::size_t> path;
    for (std::size_t i = 0; i < links_.size(); ++i)
        visit(root, i, states, path);
}

void AciReader::visit(LawTable& root, std::size_t index, std::vector<int>& states, std::vector<std::size_t>& path) {
    constexpr int on_path = 1;
    constexpr int done = 2;
    if (states[index] == done)
        return;
    states[index] = on_path;
    path.push_back(index);
    for (const Link& link : links_[index]) {
        if (link.relation == Relation::excludes && link.to != index)
            continue;
        if (states[link.to] != on_path) {
            visit(root, link.to, states, path);
            continue;
        }
        std::string circle;
        for (auto step = std::ranges::find(path, link.to); step != path.end(); ++step)
            circle += text_.indicators[*step].id + " > ";
        root.error("law.cycle",
                   {tr("{id} depends on itself: {circle}"),
                    {{"id", text_.indicators[link.to].id}, {"circle", circle + text_.indicators[link.to].id}}},
                   link.span, Message{tr("with, needs, brings and one_of must not lead back to it"), {}});
    }
    path.pop_back();
    states[index] = done;
}

}  // namespace msp
