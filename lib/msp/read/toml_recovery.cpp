// SPDX-License-Identifier: MIT
#include <msp/read/toml_recovery.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace msp {
namespace {

// Where the span of the mistake is one whole value, another value can take its place.
bool is_one_value(std::string_view id) {
    constexpr std::array<std::string_view, 9> ids = {"amount.unquoted",  "rate.unquoted", "date.unquoted",
                                                     "date.impossible",  "number.digits", "number.point",
                                                     "number.too-large", "text.unquoted", "text.quotes"};
    return std::ranges::find(ids, id) != ids.end();
}

class TomlRecovery : public Recovery {
 public:
    explicit TomlRecovery(std::string_view text) : Recovery(text, Doubtful::skipped) {}

 private:
    // It stands in the same lines, and is not clearly another.
    [[nodiscard]] bool may_follow(const Diagnostic& mistake) const override {
        return anchor(mistake) < touched() && !is_one_value(mistake.id);
    }

    [[nodiscard]] bool take_out(const Diagnostic& mistake) override {
        const std::string_view id = mistake.id;
        const std::size_t begin = mistake.span.begin;
        if (id == "text.unclosed") {
            if (text_.compare(begin, 3, R"(""")") == 0 || text_.compare(begin, 3, "'''") == 0)
                return false;
            return take_out_text(begin, mistake.span.end);
        }
        if (is_one_value(id) && begin < mistake.span.end) {
            blank(begin, mistake.span.end);
            text_[begin] = '0';
            touch(line_end(begin));
            return true;
        }
        if (id == "toml.equals") {  // a line of its own, which begins nothing
            blank(line_begin(begin), line_end(begin));
            touch(line_end(begin));
            return true;
        }
        return take_out_statement(anchor(mistake));
    }

    // Of a list or table in brackets, its beginning.
    [[nodiscard]] static std::size_t anchor(const Diagnostic& mistake) {
        const std::string_view id = mistake.id;
        const bool bracket = id == "toml.brackets" || id == "toml.braces";
        return bracket && !mistake.notes.empty() ? mistake.notes.front().span.begin : mistake.span.begin;
    }

    void blank(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at)
            if (text_[at] != '\n' && text_[at] != '\r')
                text_[at] = ' ';
    }

    // A text without its closing quote ends with the line; a comma there parts it from the next one of a list.
    bool take_out_text(std::size_t begin, std::size_t end) {
        const std::string_view written = std::string_view(text_).substr(begin, end - begin);
        const std::size_t first = line_begin(begin);
        if (is_header(first) || is_name(begin, first) || written.find_first_of("]}") != std::string_view::npos)
            return take_out_statement(begin);
        const bool comma = written.ends_with(',');
        blank(begin, end);
        text_[begin] = '0';
        if (comma)
            text_[end - 1] = ',';
        touch(line_end(begin));
        return true;
    }

    // The first thing of its line.
    [[nodiscard]] bool is_name(std::size_t at, std::size_t first) const {
        return text_.find_first_not_of(" \t", first) == at && !begins_statement(first);
    }

    [[nodiscard]] std::string_view line_at(std::size_t begin) const {
        const std::string_view line = std::string_view(text_).substr(begin, line_end(begin) - begin);
        const std::size_t written = line.find_first_not_of(" \t\r");
        return written == std::string_view::npos ? std::string_view() : line.substr(written);
    }

    // [name] or [[name]], perhaps with its mistake: no element of a list begins so with a letter.
    [[nodiscard]] bool is_header(std::size_t begin) const {
        const std::string_view line = line_at(begin);
        const std::size_t name = line.find_first_not_of("[ \t");
        if (!line.starts_with('[') || name == std::string_view::npos)
            return false;
        const char c = line[name];
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    }

    // A header, or a key with its =; inside brackets no line of its own begins so.
    [[nodiscard]] bool begins_statement(std::size_t begin) const {
        if (is_header(begin))
            return true;
        const std::string_view line = line_at(begin);
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return false;
        return line.substr(0, equals).find_first_of("[]{},#") == std::string_view::npos;
    }

    // The statement that holds `at`, up to the next one.
    bool take_out_statement(std::size_t at) {
        std::size_t begin = line_begin(std::min(at, text_.size()));
        if (is_header(begin))
            return take_out_header(begin);
        std::size_t first = begin;
        while (first > 0 && !begins_statement(first) && !is_blank_above(first))
            first = line_begin(first - 1);
        if (!is_header(first))
            begin = first;
        std::size_t end = line_end(std::max(begin, at));
        while (end < text_.size() && !begins_statement(end + 1))
            end = line_end(end + 1);
        blank(begin, end);
        touch(end);
        return true;
    }

    [[nodiscard]] bool is_blank_above(std::size_t begin) const { return line_at(line_begin(begin - 1)).empty(); }

    // The keys below must not fall to the table before. An element of a list takes any; [[0]] is a name nobody has.
    bool take_out_header(std::size_t begin) {
        constexpr std::string_view other = "[[0]]";
        const std::size_t end = line_end(begin);
        blank(begin, end);
        touch(end);
        if (end - begin >= other.size()) {
            text_.replace(begin, other.size(), other);
            return true;
        }
        std::size_t next = end;
        while (next < text_.size() && !is_header(next + 1))
            next = line_end(next + 1);
        blank(end, next);
        return true;
    }
};

}  // namespace

void add_toml_mistakes(std::string_view text, Diagnostic first, const ParseAgain& parse, Diagnostics& diagnostics) {
    TomlRecovery(text).run(std::move(first), parse, diagnostics);
}

}  // namespace msp
