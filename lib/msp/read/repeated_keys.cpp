// SPDX-License-Identifier: MIT
#include <msp/read/repeated_keys.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace msp {

bool report_repeated_keys(const Document& document, NodeId table, std::vector<NodeId>& keys, Diagnostics& diagnostics) {
    keys.clear();
    for (NodeId child = document[table].child; child != no_node; child = document[child].next)
        keys.push_back(child);
    std::sort(keys.begin(), keys.end(), [&](NodeId a, NodeId b) {
        return document[a].key != document[b].key ? document[a].key < document[b].key : a < b;
    });
    bool repeated = false;
    std::size_t first = 0;
    for (std::size_t i = 1; i < keys.size(); ++i) {
        const Node& node = document[keys[i]];
        if (node.key != document[keys[first]].key) {
            first = i;
            continue;
        }
        repeated = true;
        Diagnostic problem;
        problem.id = "key.repeated";
        problem.message = Message{tr("\"{key}\" is given twice"), {{"key", std::string(node.key)}}};
        problem.span = node.key_span;
        problem.notes.push_back({document[keys[first]].key_span, {tr("the first time is here"), {}}});
        diagnostics.add(std::move(problem));
    }
    return repeated;
}

}  // namespace msp
