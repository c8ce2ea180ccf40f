// SPDX-License-Identifier: MIT
#include <msp/read/readers.hpp>
#include <msp/read/toml_mistakes.hpp>
#include <msp/read/toml_places.hpp>
#include <msp/read/toml_recovery.hpp>
#include <msp/read/toml_scan.hpp>

// Else toml++ reads each number with decimals by way of a stringstream.
#define TOML_FLOAT_CHARCONV 1
#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

namespace {

class TomlTree {
 public:
    TomlTree(Sources& sources, SourceId source, std::size_t nodes)
        : sources_(sources), source_(source), text_(sources.text(source)), places_(text_) {
        document_.reserve(nodes);
    }

    // Empties the tree as it goes.
    Document convert(toml::table root) {
        document_[Document::root()].span = {source_, 0, 0};
        add_entries(Document::root(), root);
        return std::move(document_);
    }

    [[nodiscard]] std::uint32_t offset(const toml::source_position& place) const {
        return places_.offset(place.line, place.column);
    }

 private:
    struct Entry {
        std::uint32_t begin;
        const toml::key* key;
        toml::node* value;
    };

    // toml++ keeps a table sorted by key; the file's order is that of the places. What has been read is given back at
    // once, while it is in the caches.
    void add_entries(NodeId parent, toml::table& table) {
        const std::size_t base = entries_.size();
        for (auto&& [key, value] : table)
            entries_.push_back({offset(key.source().begin), &key, &value});
        std::sort(entries_.begin() + static_cast<std::ptrdiff_t>(base), entries_.end(),
                  [](const Entry& a, const Entry& b) { return a.begin < b.begin; });
        const std::size_t end = entries_.size();
        NodeId last = no_node;
        for (std::size_t i = base; i < end; ++i) {
            const Entry entry = entries_[i];
            Node node;
            read_key(node, entry);
            last = document_.link(parent, last, add(node, *entry.value));
        }
        entries_.resize(base);
        table.clear();
    }

    NodeId add(Node& node, toml::node& value) {
        node.span = {source_, offset(value.source().begin), 0};
        switch (value.type()) {
            case toml::node_type::table:
                return add_table(node, *value.as_table());
            case toml::node_type::array:
                return add_list(node, *value.as_array());
            case toml::node_type::string:
                read_string(node, value);
                break;
            case toml::node_type::integer:
            case toml::node_type::floating_point:
                read_literal(node, NodeKind::number, value);
                break;
            case toml::node_type::boolean:
                read_literal(node, NodeKind::boolean, value);
                break;
            case toml::node_type::date:
            case toml::node_type::time:
            case toml::node_type::date_time:
                read_literal(node, NodeKind::date, value);
                break;
            case toml::node_type::none:
                break;
        }
        return document_.add(node);
    }

    NodeId add_table(Node& node, toml::table& table) {
        node.kind = NodeKind::table;
        node.span.end = text_[node.span.begin] == '{' ? node.span.begin + 1 : offset(table.source().end);
        const NodeId id = document_.add(node);
        add_entries(id, table);
        return id;
    }

    NodeId add_list(Node& node, toml::array& list) {
        node.kind = NodeKind::list;
        // An array of [[tables]] reaches from its first header to its last; its place is the first one.
        const bool headers = text_.substr(node.span.begin, 2) == "[[" && list.is_homogeneous<toml::table>() &&
                             list.front().source().begin == list.source().begin;
        node.span.end = offset(headers ? list.front().source().end : list.source().end);
        const NodeId id = document_.add(node);
        NodeId last = no_node;
        for (toml::node& element : list) {
            Node item;
            last = document_.link(id, last, add(item, element));
        }
        return id;
    }

    void read_key(Node& node, const Entry& entry) {
        const std::string_view name = entry.key->str();
        node.key_span = {source_, entry.begin, entry.begin + static_cast<std::uint32_t>(name.size())};
        node.key = text_.substr(entry.begin, name.size());
        if (text_[entry.begin] != '"' && text_[entry.begin] != '\'')
            return;
        node.key_span.end = offset(entry.key->source().end);
        node.key = kept(entry.begin + 1, name);
    }

    void read_string(Node& node, const toml::node& value) {
        const std::string& unescaped = value.as_string()->get();
        node.kind = NodeKind::text;
        node.span.end = offset(value.source().end);
        const std::string_view written = text_.substr(node.span.begin, node.span.end - node.span.begin);
        const bool triple = written.starts_with(R"(""")") || written.starts_with("'''");
        std::uint32_t inside = node.span.begin + (triple && written.size() >= 6 ? 3U : 1U);
        for (const char line_end : {'\r', '\n'})
            inside += triple && text_.substr(inside).starts_with(line_end) ? 1U : 0U;
        node.text = kept(inside, unescaped);
    }

    // Numbers, dates and booleans: ASCII within a line.
    void read_literal(Node& node, NodeKind kind, const toml::node& value) {
        node.kind = kind;
        node.span.end = node.span.begin + (value.source().end.column - value.source().begin.column);
        node.text = text_.substr(node.span.begin, node.span.end - node.span.begin);
    }

    // The part of the source that reads like `text`, or else a copy.
    std::string_view kept(std::uint32_t begin, std::string_view text) {
        const std::string_view same = text_.substr(begin, text.size());
        return same == text ? same : sources_.keep(std::string(text));
    }

    Sources& sources_;
    SourceId source_;
    std::string_view text_;
    TomlPlaces places_;
    Document document_;
    std::vector<Entry> entries_;  // of the tables being read, outermost first
};

Diagnostic mistake_of(std::string_view text, SourceId source, const toml::parse_error& error) {
    const toml::source_position place = error.source().begin;
    return toml_mistake(text, source, TomlPlaces(text).offset(place.line, place.column), error.description());
}

std::optional<Diagnostic> first_mistake(std::string_view text, SourceId source) {
    try {
        (void)toml::parse(text);
    } catch (const toml::parse_error& error) {
        return mistake_of(text, source, error);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Document> read_toml(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    const std::string_view text = sources.text(source);
    TomlExtent extent = measure_toml(text, source);
    if (extent.problem) {
        diagnostics.add(std::move(*extent.problem));
        return {};
    }
    try {
        TomlTree tree(sources, source, extent.nodes);
        return tree.convert(toml::parse(text));
    } catch (const toml::parse_error& error) {
        const auto again = [source](std::string_view changed) { return first_mistake(changed, source); };
        add_toml_mistakes(text, mistake_of(text, source, error), again, diagnostics);
    } catch (const Error& error) {
        diagnostics.add(error.diagnostic());
    }
    return {};
}

}  // namespace msp
