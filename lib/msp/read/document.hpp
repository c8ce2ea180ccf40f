// SPDX-License-Identifier: MIT
// The neutral tree that TOML, YAML, JSON and CSV rows are read into. Each key and value keeps its place and its own
// characters; what a value means is decided later, by what its key wants.
#pragma once

#include <msp/diag/source.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace msp {

enum class NodeKind : std::uint8_t {
    null,     // YAML ~ or nothing
    boolean,  // text is "true" or "false"
    number,   // text as written: 2400.00, 2_400, 0x10
    date,     // text as written: a TOML date, time or both
    text,     // a quoted string, unescaped
    bare,     // a YAML plain scalar or a CSV cell: may stand for anything
    list,
    table,
};

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xffff'ffff;

struct Node {
    std::string_view key;   // in a table
    std::string_view text;  // of a scalar
    Span key_span;
    Span span;  // of the value; of a table, its header or opening bracket
    NodeId child = no_node;
    NodeId next = no_node;
    NodeKind kind = NodeKind::null;
};

// Texts live in the source or in Sources::keep, so a copy of a Document is a copy of its nodes.
class Document {
 public:
    static constexpr std::size_t limit = 1'000'000;  // nodes, aliases counted as often as they stand

    Document();  // an empty table, nowhere

    // A table; of a CSV file, a list of tables.
    [[nodiscard]] static constexpr NodeId root() { return 0; }
    [[nodiscard]] const Node& operator[](NodeId id) const { return nodes_[id]; }
    [[nodiscard]] Node& operator[](NodeId id) { return nodes_[id]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    // Makes room, for a reader that knows how many are to come.
    void reserve(std::size_t nodes) { nodes_.reserve(nodes); }

    // Appends a node, linked to nothing yet. Throws Error beyond the limit.
    NodeId add(const Node& node);
    // Makes `child` the one after `last` in `parent`; `last` is no_node for the first. Returns `child`.
    NodeId link(NodeId parent, NodeId last, NodeId child);
    // Walks to the end of the parent's children; for the few additions of a scenario.
    NodeId append(NodeId parent, NodeId child);
    void unlink(NodeId parent, NodeId child);
    // A copy of the subtree within this document.
    NodeId copy(NodeId from);

    // Writes another value in the place of one, or says of a new node that it is another's. What was there is known.
    void overwrite(NodeId id, const Node& value);
    void mark_as_added(NodeId id) { before_.push_back({id, {}}); }
    // The node as the file has it, whatever was written over it since; null where the file has none.
    [[nodiscard]] const Node& as_typed(NodeId id) const;

    // The value of a key; no_node where the table has none.
    [[nodiscard]] NodeId find(NodeId table, std::string_view key) const;
    // Of a key that goes by either of two names.
    [[nodiscard]] NodeId find(NodeId table, std::string_view name, std::string_view other) const;

 private:
    struct Before {
        NodeId id;
        Node node;
    };
    std::vector<Node> nodes_;
    std::vector<Before> before_;  // of those that others wrote, the first one first
};

}  // namespace msp
