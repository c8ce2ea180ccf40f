// SPDX-License-Identifier: MIT
#include <msp/io/document_limit.hpp>
#include <msp/io/yaml_scan.hpp>

#include <algorithm>
#include <cstddef>

namespace msp {

namespace {

// What yaml-cpp keeps in memory for a mark, in bytes (measured); a line costs time rather than memory.
std::uint32_t weight(char c) {
    switch (c) {
        case '[':
        case '{':
            return 300;
        case '\n':
            return 250;
        case ',':
        case ':':
        case '&':
        case '*':
        case '!':
            return 150;
        case '"':
        case '\'':
            return 60;
        default:
            return 0;
    }
}
constexpr std::uint64_t most_weight = 800'000'000;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

constexpr std::size_t pair_length = 12;  // \ud83d\ude00
constexpr std::size_t filling_length = pair_length - 4;
constexpr char filling = '\x01';  // no YAML text holds it: it is refused before

std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        const std::size_t digit = std::string_view("0123456789abcdef").find(static_cast<char>(c >= 'A' ? c | 0x20 : c));
        if (digit == std::string_view::npos)
            return {};
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
}

// The character of the pair of escapes at the beginning of `text`.
std::optional<std::uint32_t> surrogate_pair(std::string_view text) {
    if (text.size() < pair_length || text.substr(0, 2) != "\\u" || text.substr(6, 2) != "\\u")
        return {};
    const auto high = hexadecimal(text.substr(2, 4));
    const auto low = hexadecimal(text.substr(8, 4));
    if (!high || !low || *high < 0xd800 || *high >= 0xdc00 || *low < 0xdc00 || *low >= 0xe000)
        return {};
    return 0x10000U + ((*high - 0xd800U) << 10) + (*low - 0xdc00U);
}

}  // namespace

std::optional<Diagnostic> beyond_yaml_bounds(std::string_view text, SourceId source) {
    std::uint64_t total = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const Span here{source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
        if (c == 0x7f || (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            Diagnostic problem;
            problem.id = "yaml.control";
            problem.message = Message{tr("this control character is not allowed in YAML"), {}};
            problem.span = here;
            return problem;
        }
        if (c == '\r' && text.substr(at, 2) != "\r\n") {
            Diagnostic problem;
            problem.id = "yaml.line-end";
            problem.message = Message{tr("a line ends here with CR alone"), {}};
            problem.span = here;
            problem.help = Message{tr("save the file with LF or CR LF at the end of lines"), {}};
            return problem;
        }
        total += weight(c);
        if (total > most_weight)
            return too_many_values(here);
    }
    return {};
}

std::uint32_t skip_yaml_properties(std::string_view text, std::uint32_t at) {
    while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
        while (at < text.size() && !is_blank(text[at]) &&
               std::string_view(",[]{}").find(text[at]) == std::string_view::npos)
            ++at;
        while (at < text.size() && is_blank(text[at]))
            ++at;
    }
    return at;
}

std::optional<std::uint32_t> quoted_yaml_end(std::string_view text, std::uint32_t at) {
    const char quote = text[at];
    for (std::size_t i = std::size_t{at} + 1; i < text.size(); ++i) {
        const bool escape = quote == '"' ? text[i] == '\\' : text.substr(i, 2) == "''";
        if (!escape && text[i] == quote)
            return static_cast<std::uint32_t>(i + 1);
        i += escape ? 1U : 0U;
    }
    return {};
}

std::uint32_t plain_yaml_end(std::string_view text, std::uint32_t at, std::string_view value) {
    std::size_t i = 0;
    while (i < value.size() && at < text.size()) {
        if (is_blank(value[i])) {
            while (i < value.size() && is_blank(value[i]))
                ++i;
            while (at < text.size() && is_blank(text[at]))
                ++at;
        } else if (value[i] == text[at]) {
            ++i;
            ++at;
        } else {
            break;
        }
    }
    return at;
}

std::uint32_t closing_yaml_bracket(std::string_view text, std::uint32_t at, char bracket) {
    while (at < text.size() && text[at] != bracket) {
        if (text[at] == '#')
            at = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size() - 1));
        ++at;
    }
    return static_cast<std::uint32_t>(std::min<std::size_t>(at + 1, text.size()));
}

std::string fill_surrogate_pairs(std::string_view text) {
    std::string filled;
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        const auto pair = surrogate_pair(text.substr(at));
        if (!pair) {
            at += 2;  // also over a backslash that is itself escaped
            continue;
        }
        if (filled.empty())
            filled = text;
        filled[at] = static_cast<char>(0xf0U | (*pair >> 18));
        filled[at + 1] = static_cast<char>(0x80U | ((*pair >> 12) & 0x3fU));
        filled[at + 2] = static_cast<char>(0x80U | ((*pair >> 6) & 0x3fU));
        filled[at + 3] = static_cast<char>(0x80U | (*pair & 0x3fU));
        std::fill_n(filled.begin() + static_cast<std::ptrdiff_t>(at + 4), filling_length, filling);
        at += pair_length;
    }
    return filled;
}

std::string without_filling(std::string_view value, std::string_view written) {
    constexpr std::string_view run = "\x01\x01\x01\x01\x01\x01\x01\x01";
    static_assert(run.size() == filling_length && run.front() == filling);
    const bool escapes = written.starts_with('"');
    std::string clean;
    std::size_t pair = 0;  // in `written`
    for (std::size_t at = value.find(run); at != std::string_view::npos && at >= 4; at = value.find(run)) {
        clean += value.substr(0, escapes ? at : at - 4);
        value.remove_prefix(at + run.size());
        if (escapes)
            continue;
        while (pair < written.size() && !surrogate_pair(written.substr(pair)))
            ++pair;
        clean += written.substr(pair, pair_length);
        pair = std::min(pair + pair_length, written.size());
    }
    return clean += value;
}

}  // namespace msp
