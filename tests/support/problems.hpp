// SPDX-License-Identifier: MIT
// What was found wrong, as a test spells it out, with blanks between.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/listed.hpp>

#include <string>

namespace msp::test {

// "line.never post.minimum"
inline std::string ids_of(const Diagnostics& found) {
    return listed(found.sorted(), &Diagnostic::id, " ");
}

// "7", "7:1"
inline std::string line_of(const Sources& sources, Span span) {
    return std::to_string(sources.position(span.source, span.begin).line);
}
inline std::string line_and_column_of(const Sources& sources, Span span) {
    return line_of(sources, span) + ':' + std::to_string(sources.position(span.source, span.begin).column);
}

// "line.never@7:1", notes in brackets: "line.contradiction@7:1(6:1)". `place` says where something is.
template <typename Place>
std::string ids_and_places(const Diagnostics& found, Place place) {
    const auto text = [&](const Diagnostic& diagnostic) {
        std::string one = std::string(diagnostic.id) + '@' + place(diagnostic.span);
        for (const Note& note : diagnostic.notes)
            one += '(' + place(note.span) + ')';
        return one;
    };
    return listed(found.sorted(), text, " ");
}

}  // namespace msp::test
