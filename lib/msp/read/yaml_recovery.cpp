// SPDX-License-Identifier: MIT
#include <msp/read/yaml_recovery.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace msp {
namespace {

class YamlRecovery : public Recovery {
 public:
    explicit YamlRecovery(std::string_view text) : Recovery(text, Doubtful::the_end) {}

    [[nodiscard]] const std::string& text() const { return text_; }

    // A quote that its line does not close, where the next line is no deeper: a longer text would have to be. yaml-cpp
    // reads on to the next quote, and complains somewhere behind it. Takes them all out; their places.
    std::vector<Span> take_out_quotes(SourceId source) {
        std::vector<Span> found;
        for (std::size_t line = 0; line < text_.size(); line = line_end(line) + 1) {
            const std::size_t value = value_of(line);
            const std::size_t end = line_end(line);
            if (value >= end || !is_open(value, end) || goes_deeper(line))
                continue;
            found.push_back({source, static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(end)});
            replace(value, end);
        }
        return found;
    }

 private:
    // yaml-cpp may take up to the next line for what it has begun.
    [[nodiscard]] bool may_follow(const Diagnostic& mistake) const override {
        return touched() != 0 && mistake.span.begin <= touched();
    }

    [[nodiscard]] bool take_out(const Diagnostic& mistake) override {
        constexpr std::array<std::string_view, 4> in_a_value = {"yaml.syntax", "yaml.tag", "text.ended",
                                                                "text.unclosed"};
        const std::size_t at = std::min<std::size_t>(mistake.span.begin, text_.size());
        const std::size_t line = line_begin(at);
        const std::size_t value = value_of(line);
        if (std::ranges::find(in_a_value, std::string_view(mistake.id)) == in_a_value.end() ||
            value >= line_end(line) || value > at || goes_deeper(line))
            return false;
        replace(value, line_end(line));
        touch(line_end(line));
        return true;
    }

    [[nodiscard]] std::size_t indent(std::size_t line) const {
        return std::min(text_.find_first_not_of(" -", line), text_.size()) - line;
    }

    // Where the value behind "key: " begins; the end of the line where there is no key or no value.
    [[nodiscard]] std::size_t value_of(std::size_t line) const {
        const std::size_t end = line_end(line);
        const std::string_view here = std::string_view(text_).substr(line, end - line);  // no look beyond the line
        const std::size_t colon = here.find(": ");
        if (colon == std::string_view::npos || here.find_first_of("\"'{[#") < colon)
            return end;
        return line + std::min(here.find_first_not_of(' ', colon + 1), here.size());
    }

    // Whether the next line that is not blank belongs to the value of this one.
    [[nodiscard]] bool goes_deeper(std::size_t line) const {
        std::size_t next = line_end(line) + 1;
        while (next < text_.size() && text_.find_first_not_of(" \t\r", next) == line_end(next))
            next = line_end(next) + 1;
        return next < text_.size() && indent(next) > indent(line);
    }

    [[nodiscard]] bool is_open(std::size_t value, std::size_t end) const {
        const char quote = text_[value];
        if (quote != '"' && quote != '\'')
            return false;
        for (std::size_t at = value + 1; at < end; ++at) {
            if (text_[at] == '\\' && quote == '"')
                ++at;
            else if (text_[at] == quote)
                return false;
        }
        return true;
    }

    void replace(std::size_t begin, std::size_t end) {
        std::replace_if(
            text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
            [](char c) { return c != '\r'; }, ' ');
        text_[begin] = '0';
    }
};

Diagnostic unclosed(Span span) {
    Diagnostic found;
    found.id = "text.unclosed";
    found.message = Message{tr("this text has no closing quote"), {}};
    found.span = span;
    return found;
}

}  // namespace

void add_yaml_mistakes(std::string_view text, Diagnostic first, const ParseAgain& parse, Diagnostics& diagnostics) {
    YamlRecovery recovery(text);
    std::optional<Diagnostic> mistake = std::move(first);
    const std::vector<Span> quotes = recovery.take_out_quotes(mistake->span.source);
    for (const Span quote : quotes)
        diagnostics.add(unclosed(quote));
    if (!quotes.empty())
        mistake = parse(recovery.text());
    recovery.run(std::move(mistake), parse, diagnostics);
}

}  // namespace msp
