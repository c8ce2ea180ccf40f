// SPDX-License-Identifier: MIT
#include <msp/budget/free_table.hpp>

#include <utility>

namespace msp {
namespace {

bool holds_details(const Document& document, NodeId table, const Key& key) {
    for (NodeId child = document[table].child; child != no_node; child = document[child].next) {
        if (detail_slot(key, document[child].key) >= 0)
            return true;
    }
    return false;
}

void add_entries(const Document& document, NodeId table, const Key& key, const std::string& before,
                 std::vector<FreeEntry>& found) {
    for (NodeId child = document[table].child; child != no_node; child = document[child].next) {
        const Node& node = document[child];
        if (node.kind == NodeKind::null)
            continue;
        std::string id = before;
        if (id.size() <= longest_indicator)
            id += node.key.substr(0, longest_indicator + 1);
        const bool leads_on =
            node.kind == NodeKind::table && node.child != no_node && !holds_details(document, child, key);
        if (leads_on)
            add_entries(document, child, key, id.size() <= longest_indicator ? id + '.' : id, found);
        else
            found.push_back({std::move(id), table, child});
    }
}

}  // namespace

std::vector<FreeEntry> free_entries(const Document& document, NodeId table, const Key& key) {
    std::vector<FreeEntry> found;
    add_entries(document, table, key, "", found);
    return found;
}

int detail_slot(const Key& key, std::string_view name) {
    return key.child == Section::budget ? -1 : find_key(key.child, name).slot;
}

}  // namespace msp
