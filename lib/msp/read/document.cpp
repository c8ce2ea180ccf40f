// SPDX-License-Identifier: MIT
#include <msp/read/document.hpp>
#include <msp/read/document_limit.hpp>

#include <algorithm>
#include <utility>

namespace msp {

Diagnostic too_many_values(Span span) {
    Diagnostic problem;
    problem.id = "document.too-many";
    problem.message =
        Message{tr("more than {limit} values: the reading stops here"), {{"limit", Term{tr("1,000,000")}}}};
    problem.span = span;
    problem.help = Message{tr("cut the file into several"), {}};
    return problem;
}

Diagnostic too_deep(Span span) {
    Diagnostic problem;
    problem.id = "document.depth";
    problem.message = Message{tr("more than {limit} levels, one inside the other"),
                              {{"limit", static_cast<std::int64_t>(deepest_level)}}};
    problem.span = span;
    problem.help = Message{tr("look for a bracket that is opened and not closed"), {}};
    return problem;
}

Document::Document() {
    Node root;
    root.kind = NodeKind::table;
    nodes_.push_back(root);
}

NodeId Document::add(const Node& node) {
    if (nodes_.size() >= limit)
        throw Error(too_many_values(node.span));
    nodes_.push_back(node);
    nodes_.back().child = no_node;
    nodes_.back().next = no_node;
    return static_cast<NodeId>(nodes_.size() - 1);
}

NodeId Document::link(NodeId parent, NodeId last, NodeId child) {
    (last == no_node ? nodes_[parent].child : nodes_[last].next) = child;
    return child;
}

NodeId Document::append(NodeId parent, NodeId child) {
    NodeId last = nodes_[parent].child;
    while (last != no_node && nodes_[last].next != no_node)
        last = nodes_[last].next;
    return link(parent, last, child);
}

void Document::overwrite(NodeId id, const Node& value) {
    Node& written = nodes_[id];
    before_.push_back({id, written});
    written.kind = value.kind;
    written.text = value.text;
    written.span = value.span;
    written.child = value.child;
}

const Node& Document::as_typed(NodeId id) const {
    const auto before = std::ranges::find(before_, id, &Before::id);
    return before == before_.end() ? nodes_[id] : before->node;
}

void Document::unlink(NodeId parent, NodeId child) {
    NodeId* place = &nodes_[parent].child;
    while (*place != no_node && *place != child)
        place = &nodes_[*place].next;
    if (*place == child)
        *place = std::exchange(nodes_[child].next, no_node);
}

NodeId Document::copy(NodeId from) {
    const NodeId to = add(nodes_[from]);
    NodeId last = no_node;
    for (NodeId child = nodes_[from].child; child != no_node; child = nodes_[child].next)
        last = link(to, last, copy(child));
    return to;
}

NodeId Document::find(NodeId table, std::string_view key) const {
    NodeId child = nodes_[table].child;
    while (child != no_node && nodes_[child].key != key)
        child = nodes_[child].next;
    return child;
}

NodeId Document::find(NodeId table, std::string_view name, std::string_view other) const {
    const NodeId found = find(table, name);
    return found != no_node ? found : find(table, other);
}

}  // namespace msp
