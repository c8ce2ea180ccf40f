// SPDX-License-Identifier: MIT
// A text through a reader, and the tree and the diagnostics as text, so that a test shows what it expects.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>
#include <msp/read/file.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace msp::test {

using Reader = std::optional<Document> (*)(Sources&, SourceId, Diagnostics&);

struct ReaderRun {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Document> document;

    ReaderRun(Reader read, std::string text) {
        if (const auto source = load_text(sources, "t", std::move(text), diagnostics))
            document = read(sources, *source, diagnostics);
    }

    // "2:5 |abc|", the place and what stands there; only the place where nothing does.
    [[nodiscard]] std::string shown(Span span) const {
        if (!span.known())
            return "nowhere";
        const std::string_view text = sources.text(span);
        const std::string place = sources.place(span).substr(std::string_view("t:").size());
        return text.empty() ? place : place + " |" + std::string(text) + "|";
    }

    // A line for each node but the root: key, kind, text, place.
    [[nodiscard]] std::string outline() const {
        return document ? outline(document->operator[](Document::root()).child, 0) : "nothing\n";
    }

    // A line for each diagnostic: id, place, "help: ...", "note: ..." with its place.
    [[nodiscard]] std::string problems() const {
        std::string all;
        for (const Diagnostic& diagnostic : diagnostics.sorted()) {
            all += std::string(diagnostic.id) + " " + shown(diagnostic.span);
            for (const Note& note : diagnostic.notes)
                all += ", note: " + shown(note.span);
            if (diagnostic.help)
                all += ", help: " + words(*diagnostic.help, Language::english);
            all += "\n";
        }
        return all;
    }

 private:
    [[nodiscard]] std::string outline(NodeId id, std::size_t depth) const {
        constexpr std::array<const char*, 8> kinds = {"null", "boolean", "number", "date",
                                                      "text", "bare",    "list",   "table"};
        std::string all;
        for (; id != no_node; id = (*document)[id].next) {
            const Node& node = (*document)[id];
            all += std::string(2 * depth, ' ');
            all += node.key_span.known() ? std::string(node.key) + ": " : "- ";
            all += kinds.at(static_cast<std::size_t>(node.kind));
            all += node.text.empty() ? "" : " \"" + std::string(node.text) + "\"";
            all += " at " + shown(node.span) + "\n";
            all += outline(node.child, depth + 1);
        }
        return all;
    }
};

}  // namespace msp::test
