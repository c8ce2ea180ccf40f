// SPDX-License-Identifier: MIT
#include <msp/scenario/toml_names.hpp>

#include <utility>

namespace msp {

TomlNames::TomlNames(const Document& document, SourceId source, std::string_view text)
    : document_(document), text_(text) {
    for (NodeId id = 0; id < document.size(); ++id) {
        if (document[id].key_span.source == source)
            placed_.try_emplace(document[id].key_span.begin, id);
    }
}

std::vector<NamedPart> TomlNames::find() {
    TomlScan scan(text_);
    for (TomlToken token = scan.next(); token.kind != TomlToken::end; token = scan.next()) {
        switch (token.kind) {
            case TomlToken::header:
            case TomlToken::list_header:
                header(token);
                break;
            case TomlToken::key:
                key(token);
                break;
            case TomlToken::open:
                open(text_[token.begin]);
                break;
            case TomlToken::close:
                if (!levels_.empty())
                    levels_.pop_back();
                break;
            case TomlToken::comma:
                if (!levels_.empty() && levels_.back().entry != no_node)
                    levels_.back().entry = document_[levels_.back().entry].next;
                break;
            case TomlToken::string:
            case TomlToken::word:
            case TomlToken::end:
                break;
        }
    }
    return std::move(parts_);
}

void TomlNames::header(const TomlToken& token) {
    table_ = Document::root();
    for (const TomlKeyPart& part : toml_key_parts(text_, token.name_begin, token.name_end))
        table_ = step(table_, part);
    if (table_ == no_node || token.kind != TomlToken::list_header)
        return;
    const auto [entry, first] = entries_.try_emplace(table_, document_[table_].child);
    if (!first && entry->second != no_node)
        entry->second = document_[entry->second].next;
}

void TomlNames::key(const TomlToken& token) {
    value_ = levels_.empty() ? table_ : levels_.back().node;
    for (const TomlKeyPart& part : toml_key_parts(text_, token.name_begin, token.name_end))
        value_ = step(value_, part);
}

void TomlNames::open(char bracket) {
    Level level;
    level.node = !levels_.empty() && levels_.back().list ? levels_.back().entry : value_;
    level.list = bracket == '[';
    level.entry = level.list && level.node != no_node ? document_[level.node].child : no_node;
    levels_.push_back(level);
}

NodeId TomlNames::step(NodeId table, const TomlKeyPart& part) {
    NodeId found = no_node;
    if (const auto placed = placed_.find(part.begin); placed != placed_.end()) {
        found = placed->second;
    } else if (table != no_node) {
        if (const auto entry = entries_.find(table); entry != entries_.end())
            table = entry->second;
        found = table == no_node ? no_node : document_.find(table, part.name);
    }
    if (found != no_node)
        parts_.push_back({part.begin, part.end, found});
    return found;
}

}  // namespace msp
