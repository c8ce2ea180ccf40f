// SPDX-License-Identifier: MIT
#include <msp/report/styled_lines.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace msp {
namespace {

// The codes that a terminal has for a style, and the style.
struct Code {
    std::string_view code;
    Style style;
};
constexpr Code plain_code = {"\x1b[0m", Style::plain};
constexpr Code strong_code = {"\x1b[1m", Style::strong};
constexpr std::array style_codes = {plain_code, strong_code, Code{"\x1b[2m", Style::faint},
                                    Code{"\x1b[31m", Style::alert}};

const Code* code_at(std::string_view text) {
    const auto* found =
        std::ranges::find_if(style_codes, [&](const Code& code) { return text.starts_with(code.code); });
    return found == style_codes.end() ? nullptr : found;
}

// What a heading says; nothing where the line is none.
std::string_view heading_in(std::string_view line) {
    const std::string_view begin = strong_code.code;
    const std::string_view end = plain_code.code;
    if (!line.starts_with(begin) || !line.ends_with(end) || line.size() < begin.size() + end.size())
        return {};
    line.remove_prefix(begin.size());
    line.remove_suffix(end.size());
    return line.find('\x1b') == std::string_view::npos ? line : std::string_view();
}

}  // namespace

TextStyle endless_style(Language language) {
    constexpr std::size_t endless = 1'000'000'000;
    return {language, endless, true, Bars::none};
}

std::vector<StyledLine> styled_lines(std::string_view text) {
    std::vector<StyledLine> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.empty())
            continue;
        const std::string_view words = heading_in(line);
        lines.push_back({words.empty() ? line : words, !words.empty()});
    }
    return lines;
}

std::vector<StyledPiece> styled_pieces(std::string_view line) {
    std::vector<StyledPiece> pieces;
    Style style = Style::plain;
    while (!line.empty()) {
        if (const Code* code = code_at(line)) {
            style = code->style;
            line.remove_prefix(code->code.size());
            continue;
        }
        const std::size_t escape = std::min(line.find('\x1b', 1), line.size());
        pieces.push_back({line.substr(0, escape), style});
        line.remove_prefix(escape);
    }
    return pieces;
}

}  // namespace msp
