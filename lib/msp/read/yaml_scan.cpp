// SPDX-License-Identifier: MIT
#include <msp/read/document_limit.hpp>
#include <msp/read/yaml_scan.hpp>

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

}  // namespace msp
