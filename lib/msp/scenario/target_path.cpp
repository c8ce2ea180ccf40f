// SPDX-License-Identifier: MIT
#include <msp/budget/free_table.hpp>
#include <msp/budget/keys_aci.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_reached.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/diag/listed.hpp>
#include <msp/read/written.hpp>
#include <msp/scenario/target_path.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// Of the file alone, and not of a scenario.
bool is_fixed(int slot) {
    const std::initializer_list<Slot<Section::budget>> fixed = {"schema"_key, "lang"_key, "forecast"_key, "files"_key,
                                                                "scenario"_key};
    return std::ranges::find(fixed, slot, &Slot<Section::budget>::position) != fixed.end();
}

const Key& key_at(Section section, int slot) {
    return keys_of(section)[static_cast<std::size_t>(slot)];
}

std::vector<std::string> names_of(Section section) {
    std::vector<std::string> names;
    for (const Key& key : keys_of(section)) {
        names.emplace_back(key.english);
        names.emplace_back(key.french);
    }
    return names;
}

bool may_be_table(const Target& at) {
    return at.key == nullptr || at.key->type == KeyType::table || at.key->type == KeyType::one_or_more ||
           at.key->type == KeyType::revisions || at.key->type == KeyType::period || at.key->type == KeyType::frequency;
}

}  // namespace

std::optional<Message> there_is(const std::vector<std::string>& known) {
    constexpr std::size_t most = 20;
    if (known.empty() || known.size() > most)
        return std::nullopt;
    std::string ids = listed(known);
    return Message{tr("there is {ids}"), {{"ids", std::move(ids)}}};
}

// `known` are ids, or keys in both languages.
void TargetPath::no_path(const std::string& path, const std::string& part, Span span,
                         const std::vector<std::string>& known, bool ids) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    std::optional<Message> help = did_you_mean(part, names);
    if (!help && ids)
        help = there_is(known);
    diagnostics_.error("scenario.path", {tr("the path {path} finds no {part}"), {{"path", path}, {"part", part}}}, span,
                       help);
}

std::optional<Target> TargetPath::find(const FieldOf<KeyType::text>& field) {
    const std::optional<std::string> path = field.read();
    if (!path)
        return std::nullopt;
    std::vector<std::string> parts(1);
    for (const char c : *path) {
        if (c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    const Span span = field.span();
    const KeyMatch found = find_key(Section::budget, parts.front());
    if (found.slot < 0) {
        no_path(*path, parts.front(), span, names_of(Section::budget), false);
        return std::nullopt;
    }
    const Key& key = key_at(Section::budget, found.slot);
    if (is_fixed(found.slot)) {
        diagnostics_.error("scenario.target",
                           {tr("{key} is the same for the base and all scenarios"), {{"key", parts.front()}}}, span);
        return std::nullopt;
    }
    Target at{Document::root(), child(document(), Document::root(), key), &key, key.child};
    // The years of the ACI are found by number, with or without the key between.
    if (key.child == Section::aci && parts.size() > 1 && at.node != no_node &&
        find_key(Section::aci, parts[1]).slot < 0)
        parts.insert(parts.begin() + 1, row_of<Section::aci>("year"_key).english);
    return descend(*path, parts, 1, at, span);
}

// The entry of a list that parts.front() names: by id, by year, or by number from 1.
std::optional<Target> TargetPath::entry(const std::string& path, std::vector<std::string>& parts, const Target& at,
                                        Span span) {
    std::vector<std::string> known;
    std::size_t number = 0;
    for (NodeId node = document()[at.node].child; node != no_node; node = document()[node].next) {
        ++number;
        NodeId name = document().find(node, "id");
        if (at.section == Section::aci_year)
            name = msp::find<Section::aci_year>(document(), node, "year"_key);
        const std::string id = name != no_node ? std::string(document()[name].text) : std::to_string(number);
        if (id == parts.front())  // a list of dated rates stands for an indexation
            return Target{at.node, node,
                          nullptr, at.section == Section::index ? Section::revision : at.section,
                          {},      at.section == Section::dated_value ? at.key : nullptr};
        known.push_back(id);
    }
    no_path(path, parts.front(), span, known, true);
    return std::nullopt;
}

std::optional<Target> TargetPath::descend(const std::string& path, const std::vector<std::string>& parts,
                                          std::size_t from, Target at, Span span) {
    for (std::size_t i = from; i < parts.size(); ++i) {
        if (at.node != no_node && document()[at.node].kind == NodeKind::list) {
            std::vector<std::string> rest(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.end());
            const std::optional<Target> found = entry(path, rest, at, span);
            if (!found)
                return std::nullopt;
            at = *found;
            continue;
        }
        if (at.key != nullptr && at.key->type == KeyType::free_table)
            return indicator(path, parts, i, at, span);
        if (names_single(at, parts[i])) {
            at = {at.parent, at.node, nullptr, at.section};
            continue;
        }
        const KeyMatch found = may_be_table(at) ? find_key(at.section, parts[i]) : KeyMatch{};
        if (found.slot < 0 || (at.node != no_node && document()[at.node].kind != NodeKind::table)) {
            no_path(path, parts[i], span, names_of(at.section), false);
            return std::nullopt;
        }
        if (at.node == no_node)
            at.node = edit_.make_table(at, span);
        const Key& key = key_at(at.section, found.slot);
        at = {at.node, child(document(), at.node, key), &key, key.child, {}, at.dated};
    }
    return at;
}

// A single bank or entity may be named by its id, or by none.
bool TargetPath::names_single(const Target& at, const std::string& part) {
    if (at.node == no_node || at.key == nullptr || at.key->type != KeyType::one_or_more || at.section == Section::dated)
        return false;
    const NodeId name = document().find(at.node, "id");
    return part == (name == no_node ? std::string_view("main") : document()[name].text);
}

// An entry of a free table, which need not be there, or one of its details.
std::optional<Target> TargetPath::indicator(const std::string& path, const std::vector<std::string>& parts,
                                            std::size_t from, Target at, Span span) {
    if (at.node != no_node && document()[at.node].kind != NodeKind::table) {
        no_path(path, parts[from], span, {}, true);
        return std::nullopt;
    }
    const Key& key = *at.key;
    const int slot = from + 1 < parts.size() ? detail_slot(key, parts.back()) : -1;
    std::string id = parts[from];
    for (std::size_t i = from + 1; i < parts.size() - (slot < 0 ? 0 : 1); ++i)
        id += '.' + parts[i];
    if (at.node == no_node)
        at.node = edit_.make_table(at, span);
    Target entry{at.node, no_node, &key, key.child, id};
    for (const FreeEntry& known : free_entries(document(), at.node, key)) {
        if (known.id == id) {
            entry.parent = known.parent;
            entry.node = known.node;
        } else if (id.starts_with(known.id + '.') && document()[known.node].kind == NodeKind::list) {
            const auto named = static_cast<std::size_t>(1 + std::ranges::count(known.id, '.'));
            return descend(path, parts, from + named, {known.parent, known.node, nullptr, Section::dated_value}, span);
        } else if (key.child != Section::budget && id.starts_with(known.id + '.')) {
            no_path(path, id.substr(known.id.size() + 1), span, names_of(key.child), false);
            return std::nullopt;
        }
    }
    return slot < 0 ? entry : detail(path, parts.back(), entry, span);
}

// `part` is the name of the detail.
std::optional<Target> TargetPath::detail(const std::string& path, const std::string& part, const Target& entry,
                                         Span span) {
    const int slot = detail_slot(*entry.key, part);
    const Key& key = key_at(entry.section, slot);
    if (entry.node == no_node) {
        const NodeId made = edit_.make_table(entry, span);
        return Target{made, no_node, &key, key.child};
    }
    const Node& node = document()[entry.node];
    if (node.kind == NodeKind::table)
        return Target{entry.node, child(document(), entry.node, key), &key, key.child};
    // What is said of an indicator in a word is its number or its day.
    const bool is_day = parse_written_date(node.text).has_value();
    const bool is_number = parse_count(node).has_value();
    if ((&key == &row_of<Section::reached>("number"_key) && is_number) ||
        (&key == &row_of<Section::reached>("since"_key) && is_day))
        return entry;
    no_path(path, part, span, {}, true);
    return std::nullopt;
}

}  // namespace msp
