// SPDX-License-Identifier: MIT
#include <msp/read/document.hpp>
#include <msp/read/document_limit.hpp>
#include <msp/read/toml_scan.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace msp {

namespace {

constexpr std::uint32_t most_parts = 100;
// toml++ recurses over keys and brackets alike; this is far below what its stack bears.
constexpr std::uint32_t deepest_path = 2 * deepest_level;
// toml++ walks a list of all tables it has met for each header and dotted key: 10^10 steps take about four seconds.
constexpr std::uint64_t most_steps = 10'000'000'000;

bool ends_word(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ']' || c == '}' || c == '#' ||
           c == '"' || c == '\'';
}

}  // namespace

void TomlScan::skip_space() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n') {
            key_next_ = key_next_ || brackets_.empty();
            ++at_;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            ++at_;
        } else if (c == '#') {
            at_ = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size()));
        } else {
            return;
        }
    }
}

bool TomlScan::skip_string() {
    const char quote = text_[at_];
    const std::string_view triple = quote == '"' ? R"(""")" : "'''";
    const bool long_string = text_.substr(at_, 3) == triple;
    at_ += long_string ? 3U : 1U;
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n' && !long_string)
            return false;
        if (c == '\\' && quote == '"' && at_ + 1 < text_.size()) {
            at_ += text_[at_ + 1] == '\n' && !long_string ? 1U : 2U;
        } else if (c == quote && !long_string) {
            ++at_;
            return true;
        } else if (c == quote && text_.substr(at_, 3) == triple) {
            at_ += 3;
            for (int more = 0; more < 2 && at_ < text_.size() && text_[at_] == quote; ++more)
                ++at_;
            return true;
        } else {
            ++at_;
        }
    }
    return false;
}

std::uint32_t TomlScan::skip_name() {
    std::uint32_t parts = 1;
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '=' || c == '\n' || c == ']' || c == '#' || c == ',' || c == '}')
            return parts;
        if (c == '"' || c == '\'') {
            skip_string();
            continue;
        }
        parts += c == '.' ? 1U : 0U;
        ++at_;
    }
    return parts;
}

std::uint32_t TomlScan::trimmed_end(std::uint32_t begin) const {
    std::uint32_t end = at_;
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t' || text_[end - 1] == '\r'))
        --end;
    return end;
}

TomlToken TomlScan::key() {
    TomlToken token;
    token.kind = TomlToken::key;
    token.begin = token.name_begin = at_;
    token.parts = skip_name();
    token.end_at = token.name_end = trimmed_end(token.begin);
    token.complete = at_ < text_.size() && text_[at_] == '=';
    key_next_ = false;
    // Something that ends no key, such as a bracket: step over it, so that the scan always advances.
    if (token.complete || at_ == token.begin)
        ++at_;
    return token;
}

TomlToken TomlScan::header() {
    TomlToken token;
    token.begin = at_;
    const bool list = text_.substr(at_, 2) == "[[";
    token.kind = list ? TomlToken::list_header : TomlToken::header;
    at_ += list ? 2 : 1;
    token.name_begin = at_;
    token.parts = skip_name();
    token.name_end = trimmed_end(token.name_begin);
    const std::string_view closing = list ? "]]" : "]";
    token.complete = text_.substr(at_, closing.size()) == closing;
    at_ += token.complete ? static_cast<std::uint32_t>(closing.size()) : 0U;
    token.end_at = at_;
    key_next_ = false;
    return token;
}

TomlToken TomlScan::value() {
    TomlToken token;
    token.begin = at_;
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
        token.kind = TomlToken::string;
        token.complete = skip_string();
    } else if (c == '[' || c == '{') {
        token.kind = TomlToken::open;
        brackets_ += c;
        key_next_ = c == '{';
        ++at_;
    } else if (c == ']' || c == '}') {
        token.kind = TomlToken::close;
        if (!brackets_.empty())
            brackets_.pop_back();
        key_next_ = false;
        ++at_;
    } else if (c == ',') {
        token.kind = TomlToken::comma;
        key_next_ = brackets_.ends_with('{');
        ++at_;
    } else {
        token.kind = TomlToken::word;
        while (at_ < text_.size() && !ends_word(text_[at_]))
            ++at_;
    }
    token.end_at = at_;
    return token;
}

TomlToken TomlScan::next() {
    skip_space();
    if (at_ >= text_.size()) {
        TomlToken token;
        token.begin = token.end_at = at_;
        return token;
    }
    const bool in_table = brackets_.ends_with('{');
    if (key_next_ && brackets_.empty())
        return text_[at_] == '[' ? header() : key();
    if (key_next_ && in_table && text_[at_] != '}')
        return key();
    return value();
}

std::vector<TomlKeyPart> toml_key_parts(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    std::vector<TomlKeyPart> parts(1);
    char quote = 0;
    bool begun = false;
    for (std::uint32_t at = begin; at < end; ++at) {
        const char c = text[at];
        if (!begun && c != ' ' && c != '\t') {
            parts.back().begin = at;
            begun = true;
        }
        if (quote != 0 || (c != '.' && c != ' ' && c != '\t'))
            parts.back().end = at + 1;
        if (quote != 0 ? c == quote : c == '"' || c == '\'') {
            quote = quote == 0 ? c : '\0';
            parts.back().closed = quote == 0;
        } else if (quote == 0 && c == '.') {
            parts.emplace_back();
            begun = false;
        } else if (quote != 0 || (c != ' ' && c != '\t')) {
            parts.back().name += c;
        }
    }
    return parts;
}

namespace {

class Bounds {
 public:
    Bounds(std::string_view text, SourceId source) : text_(text), source_(source) {}

    std::optional<Diagnostic> take(const TomlToken& token, const TomlScan& scan) {
        switch (token.kind) {
            case TomlToken::header:
            case TomlToken::list_header:
            case TomlToken::key:
                return name(token);
            case TomlToken::open:
                return opening(token, scan.brackets());
            case TomlToken::close:
                if (!depths_.empty())
                    depths_.pop_back();
                break;
            case TomlToken::string:
            case TomlToken::word:
                values_ += scan.brackets().ends_with('[') ? 1U : 0U;
                break;
            case TomlToken::comma:
            case TomlToken::end:
                break;
        }
        return check(token);
    }

    // Values, tables that have no value of their own, and the root.
    [[nodiscard]] std::size_t nodes() const { return static_cast<std::size_t>(values_ + tables_ + 1); }

 private:
    std::optional<Diagnostic> name(const TomlToken& token) {
        if (token.parts > most_parts)
            return too_many_parts(token);
        const std::string_view name = text_.substr(token.name_begin, token.name_end - token.name_begin);
        if (token.kind != TomlToken::key) {
            header_parts_ = token.parts;
            tables_ += name != last_header_ || token.kind == TomlToken::header ? 1U : 0U;
            last_header_ = name;
            steps_ += tables_;
        }
        key_parts_ = token.parts;
        tables_ += token.parts - 1;
        steps_ += tables_ * (token.parts - 1);
        ++values_;
        return check(token);
    }

    std::optional<Diagnostic> opening(const TomlToken& token, std::string_view brackets) {
        const bool listed = brackets.size() > 1 && brackets[brackets.size() - 2] == '[';
        depths_.push_back(listed ? 1U : 1U + key_parts_);
        values_ += listed ? 1U : 0U;
        std::uint32_t depth = header_parts_;
        for (const std::uint32_t step : depths_)
            depth += step;
        if (depths_.size() > deepest_level || depth > deepest_path)
            return too_deep(span(token));
        return check(token);
    }

    std::optional<Diagnostic> check(const TomlToken& token) const {
        if (values_ > Document::limit)
            return too_many_values(span(token));
        if (steps_ > most_steps)
            return too_many_tables(token);
        return {};
    }

    [[nodiscard]] Span span(const TomlToken& token) const { return {source_, token.begin, token.end_at}; }

    [[nodiscard]] Diagnostic too_many_parts(const TomlToken& token) const {
        Diagnostic problem;
        problem.id = "toml.key-parts";
        problem.message = Message{tr("this key has {count} parts; {limit} are allowed"),
                                  {{"count", std::int64_t{token.parts}}, {"limit", std::int64_t{most_parts}}}};
        problem.span = span(token);
        return problem;
    }

    [[nodiscard]] Diagnostic too_many_tables(const TomlToken& token) const {
        Diagnostic problem;
        problem.id = "toml.too-many-tables";
        problem.message =
            Message{tr("too many different tables and keys with points: the reading would take minutes"), {}};
        problem.span = span(token);
        problem.help =
            Message{tr("write lists, such as [[expense]] again and again, or cut the file into several"), {}};
        return problem;
    }

    std::string_view text_;
    SourceId source_;
    std::string_view last_header_;
    std::vector<std::uint32_t> depths_;
    std::uint32_t header_parts_ = 0;
    std::uint32_t key_parts_ = 0;
    std::uint64_t values_ = 0;
    std::uint64_t tables_ = 0;
    std::uint64_t steps_ = 0;
};

}  // namespace

TomlExtent measure_toml(std::string_view text, SourceId source) {
    TomlScan scan(text);
    Bounds bounds(text, source);
    for (TomlToken token = scan.next(); token.kind != TomlToken::end; token = scan.next())
        if (auto problem = bounds.take(token, scan))
            return {0, std::move(problem)};
    return {bounds.nodes(), {}};
}

}  // namespace msp
