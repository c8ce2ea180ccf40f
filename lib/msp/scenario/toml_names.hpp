// SPDX-License-Identifier: MIT
// Private to the module: where the keys of a TOML text stand.
#pragma once

#include <msp/read/document.hpp>
#include <msp/read/toml_scan.hpp>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace msp {

// Where a part of a key stands, and the node that it leads to.
struct NamedPart {
    std::uint32_t begin;
    std::uint32_t end;
    NodeId node;
};

// Every part of every key of a TOML text. A node knows one place of its key, but a table may be named again in each
// header and dotted key.
class TomlNames {
 public:
    TomlNames(const Document& document, SourceId source, std::string_view text);

    std::vector<NamedPart> find();

 private:
    // A bracket that is open.
    struct Level {
        NodeId node = no_node;
        NodeId entry = no_node;  // of a list
        bool list = false;
    };

    void header(const TomlToken& token);
    void key(const TomlToken& token);
    void open(char bracket);
    [[nodiscard]] NodeId step(NodeId table, const TomlKeyPart& part);

    const Document& document_;
    std::string_view text_;
    std::unordered_map<std::uint32_t, NodeId> placed_;  // by the place of the key
    std::unordered_map<NodeId, NodeId> entries_;        // of each list of [[headers]], the one that is open
    std::vector<Level> levels_;
    std::vector<NamedPart> parts_;
    NodeId table_ = Document::root();
    NodeId value_ = no_node;
};

}  // namespace msp
