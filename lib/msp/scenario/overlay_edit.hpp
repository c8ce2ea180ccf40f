// SPDX-License-Identifier: MIT
// Private to scenario: a document that a scenario changes, and where in it a value is written.
#pragma once

#include <msp/budget/key.hpp>
#include <msp/scenario/scenario.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

// Where a path leads: a value, or a key of `parent` that is not there yet.
struct Target {
    NodeId parent = no_node;
    NodeId node = no_node;
    const Key* key = nullptr;           // absent for an entry of a list
    Section section = Section::budget;  // of the entry, or of the tables under the key
    std::string id = {};                // of an entry of a free table, which `key` is
    const Key* dated = nullptr;         // of a value with its day, or of a key of one: what it is a value of
};

[[nodiscard]] NodeId child(const Document& document, NodeId table, const Key& key);

// What the scenario wants has come true, or was so from the beginning.
[[nodiscard]] Diagnostic changes_nothing(const std::string& scenario, Span span, std::vector<Note> notes = {});

class OverlayEdit {
 public:
    OverlayEdit(const Document& base, Sources& sources);

    [[nodiscard]] Document& document() { return overlay_.document; }
    [[nodiscard]] Overlay take() { return std::move(overlay_); }
    // The language of keys that are added.
    void write_in(Language language) { language_ = language; }
    [[nodiscard]] Language language() const { return language_; }

    // A new key of the target's parent.
    NodeId make(const Target& target, Node node);
    NodeId make_table(const Target& target, Span span);
    // A value that the scenario wrote, in the place of what the target has.
    void replace(const Target& target, NodeId value);
    void write(NodeId parent, const Key& key, std::string text, NodeKind kind, Span span);
    [[nodiscard]] std::string_view keep(std::string text) { return sources_.keep(std::move(text)); }

 private:
    [[nodiscard]] std::string_view name_of(const Target& target);

    Overlay overlay_;
    Sources& sources_;
    Language language_ = Language::english;
};

}  // namespace msp
