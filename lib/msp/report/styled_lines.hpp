// SPDX-License-Identifier: MIT
// Sentences as heading() and wrapped() make them in endless_style(), taken apart again for a page that is no terminal.
#pragma once

#include <msp/report/text_style.hpp>

#include <string_view>
#include <vector>

namespace msp {

// As for a coloured terminal without an end of the line: a strong line is a heading.
[[nodiscard]] TextStyle endless_style(Language language);

struct StyledLine {
    std::string_view text;  // of a heading without its codes
    bool heading = false;
};
// Without the empty lines and without the blanks that a line begins with.
[[nodiscard]] std::vector<StyledLine> styled_lines(std::string_view text);

struct StyledPiece {
    std::string_view text;  // may hold any control but the codes of a Style
    Style style = Style::plain;
};
[[nodiscard]] std::vector<StyledPiece> styled_pieces(std::string_view line);

}  // namespace msp
