// SPDX-License-Identifier: MIT
// What holds for every text that a reader is given: no place outside the source, no text outside what is kept alive.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>
#include <msp/read/file.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace fuzz {

inline void require(bool holds) {
    if (!holds)
        std::abort();
}

inline void require_inside(const msp::Sources& sources, msp::Span span) {
    if (!span.known())
        return;
    require(span.begin <= span.end && span.end <= sources.text(span.source).size());
}

// Each of them, and that there is something to show.
inline void require_inside(const msp::Sources& sources, const msp::Diagnostics& diagnostics) {
    for (const msp::Diagnostic& diagnostic : diagnostics.sorted()) {
        require_inside(sources, diagnostic.span);
        for (const msp::Note& note : diagnostic.notes)
            require_inside(sources, note.span);
        require(!msp::render(diagnostic, sources, msp::Language::english).empty());
    }
}

inline std::size_t count_below(const msp::Document& document, msp::NodeId parent) {
    std::size_t count = 1;
    for (msp::NodeId child = document[parent].child; child != msp::no_node; child = document[child].next)
        count += count_below(document, child);
    return count;
}

// `read` is a reader of the library.
template <class Reader>
void check_reader(Reader read, const std::uint8_t* data, std::size_t size) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const auto source = msp::load_text(sources, "fuzz", std::string(data, data + size), diagnostics);
    std::optional<msp::Document> document;
    if (source)
        document = read(sources, *source, diagnostics);
    require(document || diagnostics.has_errors());
    if (document) {
        std::size_t bytes = 0;  // reads every text, for the address sanitizer
        for (msp::NodeId id = 0; id < document->size(); ++id) {
            const msp::Node& node = (*document)[id];
            require_inside(sources, node.span);
            require_inside(sources, node.key_span);
            bytes += std::string(node.key).size() + std::string(node.text).size();
        }
        require(count_below(*document, msp::Document::root()) == document->size());
        require(bytes < std::size_t{1} << 40);
    }
    require_inside(sources, diagnostics);
}

}  // namespace fuzz
