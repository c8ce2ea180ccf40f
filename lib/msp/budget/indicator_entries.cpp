// SPDX-License-Identifier: MIT
#include <msp/budget/indicator_entries.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

bool may_be_indicator(std::string_view id) {
    return is_path_of_ids(id) && id.find('.') != std::string_view::npos && id.size() <= longest_indicator;
}

// An axis of which nothing is said yet is no indicator, and no mistake.
bool names_indicator(Decoding& decoding, const FreeEntry& entry) {
    const Node& node = decoding.node(entry.node);
    const bool empty = node.kind == NodeKind::table && node.child == no_node;
    if (empty && entry.id.find('.') == std::string::npos)
        return false;
    if (empty) {
        decoding.reading.error("aci.indicator-empty", {tr("{id} says nothing"), {{"id", entry.id}}}, node.key_span,
                               Message{tr("give it a value, or leave it out"), {}});
        return false;
    }
    if (may_be_indicator(entry.id))
        return true;
    decoding.reading.error("aci.indicator-id", {tr("\"{id}\" cannot be an indicator"), {{"id", entry.id}}},
                           node.key_span,
                           Message{tr("an indicator is named with its axis, such as {id}; msp-aci --rules lists them"),
                                   {{"id", "equipe.qualite.n1"}}});
    return false;
}

}  // namespace

std::vector<FreeEntry> indicator_entries(Decoding& decoding, const FieldOf<KeyType::free_table>& field,
                                         const std::function<bool(std::string_view)>& others) {
    std::vector<FreeEntry> entries = field.entries();
    std::erase_if(entries,
                  [&](const FreeEntry& entry) { return !others(entry.id) && !names_indicator(decoding, entry); });
    std::ranges::sort(entries, {}, [&](const FreeEntry& entry) {
        return std::pair(std::string_view(entry.id), decoding.node(entry.node).key_span.begin);
    });
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].id == entries[i - 1].id)
            decoding.reading.error("aci.indicator-twice", {tr("{id} stands twice"), {{"id", entries[i].id}}},
                                   decoding.node(entries[i].node).key_span, {},
                                   {{decoding.node(entries[i - 1].node).key_span, {tr("first said here"), {}}}});
    }
    return entries;
}

}  // namespace msp
