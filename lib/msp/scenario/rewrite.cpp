// SPDX-License-Identifier: MIT
#include <msp/budget/free_table.hpp>
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/keys_scenario.hpp>
#include <msp/budget/value_in.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/scenario/rewrite.hpp>
#include <msp/scenario/toml_names.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

// "dr-a.2": the second of its values over time.
bool names_step(std::string_view path) {
    const std::size_t point = path.rfind('.');
    return point != std::string_view::npos && is_number(path.substr(point + 1));
}

struct Edit {
    std::uint32_t begin;
    std::uint32_t end;
    std::string text;
};

class Rewriter {
 public:
    Rewriter(const Document& document, const Sources& sources, SourceId source, std::span<const Word> categories,
             Language language)
        : document_(document),
          source_(source),
          categories_(categories),
          language_(language),
          text_(sources.text(source)),
          names_(document.size(), nullptr) {}

    std::string run();

 private:
    [[nodiscard]] const char* name_of(Section section, std::string_view written) const;
    [[nodiscard]] NodeId child(NodeId table, Section section, int slot) const;
    [[nodiscard]] NodeId of_change(NodeId change, Slot<Section::change> key) const {
        return child(change, Section::change, key.position());
    }

    void table(NodeId node, Section section);
    void value(NodeId node, const Key& key);
    void tables(NodeId node, const Key& key);
    void entries(NodeId node, const Key& key);
    void timeline(NodeId node, const Key& key);
    void truth(NodeId node);
    void change(NodeId node);
    const Key* path(NodeId node);
    const Key* indicator(const Key& table, std::string& path) const;
    [[nodiscard]] bool names_entry(const Key& key, std::string_view part) const;

    void put_names();
    void put_toml_name(const NamedPart& part);
    void put_value(NodeId node, const std::string& text);
    void put(Span place, std::string_view written, const std::string& text);
    [[nodiscard]] bool is_toml() const;
    [[nodiscard]] std::string edited();

    const Document& document_;
    SourceId source_;
    std::span<const Word> categories_;
    Language language_;
    std::string_view text_;
    std::vector<const char*> names_;  // what the key of each node becomes; null where it stays
    std::vector<Edit> edits_;
};

std::string Rewriter::run() {
    table(Document::root(), Section::budget);
    put_names();
    return edited();
}

// Null where the key is unknown or in the language already.
const char* Rewriter::name_of(Section section, std::string_view written) const {
    const KeyMatch match = find_key(section, written);
    if (match.slot < 0)
        return nullptr;
    const Key& key = keys_of(section)[static_cast<std::size_t>(match.slot)];
    if (language_ == Language::french)
        return match.english ? key.french : nullptr;
    return written == key.english ? nullptr : key.english;
}

NodeId Rewriter::child(NodeId table, Section section, int slot) const {
    NodeId found = document_[table].child;
    while (found != no_node && find_key(section, document_[found].key).slot != slot)
        found = document_[found].next;
    return found;
}

void Rewriter::table(NodeId node, Section section) {
    if (document_[node].kind != NodeKind::table)
        return;
    for (NodeId entry = document_[node].child; entry != no_node; entry = document_[entry].next) {
        const int slot = find_key(section, document_[entry].key).slot;
        if (slot < 0)
            continue;
        names_[entry] = name_of(section, document_[entry].key);
        value(entry, keys_of(section)[static_cast<std::size_t>(slot)]);
    }
    if (section == Section::change)
        change(node);
}

void Rewriter::tables(NodeId node, const Key& key) {
    table(node, key.child);
    if (document_[node].kind != NodeKind::list)
        return;
    for (NodeId entry = document_[node].child; entry != no_node; entry = document_[entry].next)
        table(entry, entry_section(key));
}

void Rewriter::entries(NodeId node, const Key& key) {
    if (document_[node].kind != NodeKind::table)
        return;
    for (const FreeEntry& entry : free_entries(document_, node, key))
        value(entry.node, entry_key(key));
}

void Rewriter::timeline(NodeId node, const Key& key) {
    const auto put = [&](NodeId value) { put_value(value, value_in(language_, key, document_[value].text)); };
    if (document_[node].kind != NodeKind::list)
        return put(node);
    for (NodeId step = document_[node].child; step != no_node; step = document_[step].next) {
        table(step, key.child);
        const NodeId value = find<Section::dated_value>(document_, step, "value"_key);
        if (value != no_node)
            put(value);
    }
}

// A value without words of ours stays as it is: which kinds have none is known to value_in() alone.
void Rewriter::value(NodeId node, const Key& key) {
    const auto put = [&](NodeId at) { put_value(at, value_in(language_, key, document_[at].text)); };
    const KeyType type = key.type;
    if (type == KeyType::free_table)
        return entries(node, key);
    if (is_dated(type))
        return timeline(node, key);
    if (type == KeyType::fact || type == KeyType::frequency || type == KeyType::period)
        table(node, key.child);
    else if (holds_tables(type))
        return tables(node, key);
    if (type == KeyType::fact || type == KeyType::boolean)
        return truth(node);
    if (type == KeyType::days || type == KeyType::delays) {
        for (NodeId each = document_[node].child; each != no_node; each = document_[each].next)
            put(each);
    }
    if (type == KeyType::reference && std::string_view(key.english) == "category")
        return put_value(node, word_in(language_, categories_, document_[node].text));
    put(node);
}

// In YAML true and false stand without quotes, and are no words of English.
void Rewriter::truth(NodeId node) {
    const Node& written = document_[node];
    if (written.kind != NodeKind::bare || (written.text != "true" && written.text != "false"))
        put_value(node, word_in(language_, truth_words, written.text));
}

void Rewriter::change(NodeId node) {
    path(of_change(node, "remove"_key));
    path(of_change(node, "shift"_key));
    const Key* set = path(of_change(node, "set"_key));
    const NodeId to = of_change(node, "to"_key);
    if (set != nullptr && to != no_node)
        value(to, *set);
    const Key* add = path(of_change(node, "add"_key));
    const NodeId added = of_change(node, "value"_key);
    if (add != nullptr && added != no_node && holds_tables(add->type))
        table(added, entry_section(*add));
    const NodeId date = of_change(node, "date"_key);
    if (date != no_node)
        put_value(date, delay_in(language_, document_[date].text));
}

// Rewrites a path; the key that it ends in, null where it ends in an entry or nowhere.
const Key* Rewriter::path(NodeId node) {
    if (node == no_node)
        return nullptr;
    const std::string_view written = document_[node].text;
    const Key* key = nullptr;
    Section section = Section::budget;
    std::string out;
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find('.', begin), written.size());
        const std::string_view part = written.substr(begin, end - begin);
        const char* name = nullptr;
        if (key != nullptr && key->type == KeyType::free_table) {
            std::string rest(written.substr(begin));
            key = indicator(*key, rest);
            out += '.' + rest;
            break;
        }
        if (key != nullptr && names_entry(*key, part)) {
            section = entry_section(*key);
            key = nullptr;
        } else {
            section = key != nullptr ? key->child : section;
            const int slot = key == nullptr || holds_tables(key->type) ? find_key(section, part).slot : -1;
            if (slot < 0)
                return nullptr;
            key = &keys_of(section)[static_cast<std::size_t>(slot)];
            name = name_of(section, part);
        }
        out += (begin == 0 ? "" : ".") + std::string(name != nullptr ? std::string_view(name) : part);
        begin = end + 1;
    }
    put_value(node, out);
    return key;
}

// Rewrites what stands after a free table in a path: an id, which stays, and maybe one of its details.
const Key* Rewriter::indicator(const Key& table, std::string& path) const {
    const std::size_t point = path.rfind('.');
    const std::string_view last = point == std::string::npos ? "" : std::string_view(path).substr(point + 1);
    const Key& entry = entry_key(table);
    const bool of_step = entry.child == Section::dated_value && names_step(std::string_view(path).substr(0, point));
    const Section section = of_step ? Section::dated_value : table.child;
    const int slot = of_step ? find_key(section, last).slot : detail_slot(table, last);
    if (point == std::string::npos || slot < 0)
        return &entry;
    const Key& key = keys_of(section)[static_cast<std::size_t>(slot)];
    if (const char* name = name_of(section, last))
        path.replace(point + 1, std::string::npos, name);
    return &key == &row_of<Section::dated_value>("value"_key) ? &entry : &key;
}

// Whether the part of a path after `key` names an entry, by its id, year or number, and not a key: an id may read like
// a key.
bool Rewriter::names_entry(const Key& key, std::string_view part) const {
    if (key.type == KeyType::tables)
        return true;
    if (key.child == Section::aci)
        return find_key(Section::aci, part).slot < 0;
    if (key.child != Section::entity && key.child != Section::bank)
        return (key.type == KeyType::one_or_more || key.type == KeyType::revisions || is_dated(key.type)) &&
               is_number(part);
    const NodeId single = child(Document::root(), Section::budget, find_key(Section::budget, key.english).slot);
    if (single == no_node || document_[single].kind != NodeKind::table)
        return true;
    const NodeId id = child(single, key.child, find_key(key.child, "id").slot);
    return part == (id == no_node ? std::string_view("main") : document_[id].text);
}

void Rewriter::put_names() {
    if (is_toml()) {
        for (const NamedPart& part : TomlNames(document_, source_, text_).find())
            put_toml_name(part);
        return;
    }
    for (NodeId id = 0; id < document_.size(); ++id) {
        if (names_[id] != nullptr)
            put(document_[id].key_span, document_[id].key, names_[id]);
    }
}

// Quotes go where only an accent asked for them.
void Rewriter::put_toml_name(const NamedPart& part) {
    if (names_[part.node] == nullptr)
        return;
    const bool quoted = text_[part.begin] == '"' || text_[part.begin] == '\'';
    const bool kept = quoted && is_ascii(document_[part.node].key);
    const std::string quote = kept ? std::string(1, text_[part.begin]) : "";
    edits_.push_back({part.begin, part.end, quote + names_[part.node] + quote});
}

void Rewriter::put_value(NodeId node, const std::string& text) {
    const Node& scalar = document_[node];
    if (scalar.kind == NodeKind::text || scalar.kind == NodeKind::bare)
        put(scalar.span, scalar.text, text);
}

// `written` is what stands at the place, without quotes. Left alone: a YAML alias, a block of text, a word with
// escapes.
void Rewriter::put(Span place, std::string_view written, const std::string& text) {
    if (place.source != source_ || written.empty() || written == text)
        return;
    const std::string_view literal = text_.substr(place.begin, place.end - place.begin);
    const bool quoted = literal.starts_with('"') || literal.starts_with('\'');
    const std::size_t at = quoted ? literal.find(written) : 0;
    if (at == std::string_view::npos || (!quoted && literal != written))
        return;
    const auto begin = static_cast<std::uint32_t>(place.begin + at);
    edits_.push_back({begin, static_cast<std::uint32_t>(begin + written.size()), text});
}

// Behind a key of TOML stands an equals sign, a point or the end of a header, behind one of YAML or JSON a colon.
bool Rewriter::is_toml() const {
    const NodeId first = document_[Document::root()].child;
    if (first == no_node || document_[first].key_span.source != source_)
        return false;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", document_[first].key_span.end);
    return next != std::string_view::npos && std::string_view("=.]").find(text_[next]) != std::string_view::npos;
}

// What a YAML alias repeats has several nodes, but one place.
std::string Rewriter::edited() {
    std::ranges::stable_sort(edits_, {}, &Edit::begin);
    std::string out;
    std::uint32_t done = 0;
    for (const Edit& edit : edits_) {
        if (edit.begin < done)
            continue;
        out += text_.substr(done, edit.begin - done);
        out += edit.text;
        done = edit.end;
    }
    return out += text_.substr(done);
}

}  // namespace

std::string rewritten(const Document& document, const Sources& sources, SourceId source,
                      std::span<const Word> categories, Language language) {
    return Rewriter(document, sources, source, categories, language).run();
}

}  // namespace msp
