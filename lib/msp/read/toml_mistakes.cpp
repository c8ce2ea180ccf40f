// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/toml_mistakes.hpp>
#include <msp/read/toml_scan.hpp>
#include <msp/read/typed_values.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp {

namespace {

constexpr std::uint32_t nowhere = 0xffff'ffff;

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// What the user was writing at the place of the error.
struct Writing {
    TomlToken name;                       // the last header or key
    TomlToken key;                        // the last key
    TomlToken last_key;                   // the key before it
    TomlToken token;                      // the last token
    std::uint32_t value = nowhere;        // where the value of the key, or the element of a list, begins
    std::uint32_t last_value = nowhere;   // the value of `last_key`
    std::vector<std::uint32_t> brackets;  // that are open
};

class Mistake {
 public:
    Mistake(std::string_view text, SourceId source, std::uint32_t at, std::string_view reason)
        : text_(text), source_(source), at_(at), reason_(reason) {
        follow();
    }

    Diagnostic diagnostic() {
        using Attempt = std::optional<Diagnostic> (Mistake::*)() const;
        constexpr std::array<Attempt, 11> attempts = {&Mistake::repeated,  &Mistake::control, &Mistake::unclosed,
                                                      &Mistake::figure,    &Mistake::day,     &Mistake::space,
                                                      &Mistake::backslash, &Mistake::behind,  &Mistake::name,
                                                      &Mistake::bracket,   &Mistake::value};
        for (const Attempt attempt : attempts)
            if (auto found = (this->*attempt)())
                return std::move(*found);
        return other();
    }

 private:
    void follow() {
        TomlScan scan(text_);
        for (TomlToken token = scan.next(); token.kind != TomlToken::end && token.begin <= at_; token = scan.next()) {
            // What the error stands on is not read yet.
            if (token.begin == at_ && (token.kind == TomlToken::comma || token.kind == TomlToken::close))
                return;
            writing_.token = token;
            switch (token.kind) {
                case TomlToken::header:
                case TomlToken::list_header:
                    writing_.name = token;
                    writing_.value = nowhere;
                    if (!token.complete)
                        return;
                    break;
                case TomlToken::key:
                    writing_.last_key = std::exchange(writing_.key, token);
                    writing_.name = token;
                    writing_.last_value = std::exchange(writing_.value, token.complete ? after_equals(token) : nowhere);
                    break;
                case TomlToken::open:
                    writing_.brackets.push_back(token.begin);
                    [[fallthrough]];
                case TomlToken::comma:
                    if (scan.brackets().ends_with('['))
                        writing_.value = skip_blanks(token.end_at);
                    break;
                case TomlToken::close:
                    writing_.value = nowhere;
                    if (!writing_.brackets.empty())
                        writing_.brackets.pop_back();
                    break;
                case TomlToken::string:
                case TomlToken::word:
                case TomlToken::end:
                    break;
            }
        }
    }

    [[nodiscard]] std::uint32_t skip_blanks(std::uint32_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t'))
            ++at;
        return at;
    }
    [[nodiscard]] std::uint32_t after_equals(const TomlToken& key) const {
        return skip_blanks(skip_blanks(key.end_at) + 1);
    }

    [[nodiscard]] Diagnostic problem(const char* id, Message message, std::uint32_t begin, std::size_t length) const {
        Diagnostic found;
        found.id = id;
        found.message = std::move(message);
        const std::size_t end = std::min<std::size_t>(begin + length, text_.size());
        found.span = {source_, begin, static_cast<std::uint32_t>(end)};
        return found;
    }
    [[nodiscard]] Diagnostic problem(const char* id, Message message, const TomlToken& token) const {
        return problem(id, std::move(message), token.begin, token.end_at - token.begin);
    }

    // The rest of the line, without a comment and the spaces before it.
    [[nodiscard]] std::string_view line_from(std::uint32_t begin) const {
        std::string_view line = text_.substr(begin, text_.find('\n', begin) - begin);
        line = line.substr(0, line.find('#'));
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
            line.remove_suffix(1);
        return line;
    }

    [[nodiscard]] std::optional<Diagnostic> repeated() const;
    [[nodiscard]] std::vector<std::string> path_to(const TomlToken& until, bool up_to_error) const;
    [[nodiscard]] std::optional<Span> first_place(const std::vector<std::string>& path) const;

    // "2 400,00", "60 %": a figure as the French write it, in no quotes.
    [[nodiscard]] std::optional<Diagnostic> figure() const {
        std::uint32_t begin = writing_.value;
        const bool cut =
            writing_.key.kind == TomlToken::key && !writing_.key.complete && writing_.last_value != nowhere;
        // { amount = 2400,00 } ends the amount at the comma, and makes 00 a key.
        if (cut && text_[writing_.key.begin - 1] == ',')
            begin = writing_.last_value;
        if (begin == nowhere || begin > at_)
            return {};
        // [2400,00] makes 00 an element.
        if (begin > 1 && text_[begin - 1] == ',')
            for (--begin; begin > 0 && text_[begin - 1] >= '0' && text_[begin - 1] <= '9';)
                --begin;
        const auto typed = typed_figure(line_from(begin));
        if (!typed)
            return {};
        const std::string_view written = text_.substr(begin, typed->length);
        if (typed->per_cent) {
            Diagnostic found =
                problem("rate.unquoted", {tr("a rate with its sign stands in quotes"), {}}, begin, typed->length);
            found.help = Message{tr("write {quoted}"), {{"quoted", quoted(written)}}};
            return found;
        }
        Diagnostic found = problem(
            "amount.unquoted",
            {tr("\"{typed}\" is not a number in TOML: outside quotes the decimal mark is a point, and nothing else "
                "stands between the digits or after them"),
             {{"typed", std::string(written)}}},
            begin, typed->length);
        if (const auto [thousands, cents] = amount_readings_of(written); thousands && cents)
            found.help = Message{tr("write {one} or {other}"), {{"one", plain(*thousands)}, {"other", plain(*cents)}}};
        else
            found.help =
                Message{tr("write {plain} or {quoted}"), {{"plain", typed->plain}, {"quoted", quoted(typed->grouped)}}};
        return found;
    }

    [[nodiscard]] std::optional<Diagnostic> day() const {
        if (writing_.value == nowhere || writing_.value > at_)
            return {};
        const auto typed = typed_day(line_from(writing_.value));
        if (!typed)
            return {};
        const std::string written(text_.substr(writing_.value, typed->length));
        if (typed->exists && typed->iso == written)
            return {};
        if (!typed->exists) {
            Diagnostic found =
                problem("date.impossible", {tr("\"{typed}\" is no day of the calendar"), {{"typed", written}}},
                        writing_.value, typed->length);
            if (typed->month_days != 0)
                found.help = Message{tr("this month has {days} days"), {{"days", std::int64_t{typed->month_days}}}};
            else
                found.help = Message{tr("a date is written year-month-day; months go from 01 to 12"), {}};
            return found;
        }
        Diagnostic found =
            problem("date.unquoted", {tr("\"{typed}\" is not how a date is written in TOML"), {{"typed", written}}},
                    writing_.value, typed->length);
        found.help = Message{tr("write {date}"), {{"date", typed->iso}}};
        return found;
    }

    [[nodiscard]] std::optional<Diagnostic> unclosed() const {
        const TomlToken& token = writing_.token;
        const bool quoted_key = token.kind == TomlToken::key && contains("\"'", text_.substr(token.begin, 1)) &&
                                !toml_key_parts(text_, token.name_begin, token.name_end).back().closed;
        if (!quoted_key && (token.kind != TomlToken::string || token.complete))
            return {};
        Diagnostic found = problem("text.unclosed", {tr("this text has no closing quote"), {}}, token.begin,
                                   line_from(token.begin).size());
        const std::string_view opening = text_.substr(token.begin, 3);
        if (opening == "'''" || opening == R"(""")")
            found.help = Message{tr("close it with {quotes}"), {{"quotes", std::string(opening)}}};
        else
            found.help =
                Message{tr("close it with {quotes} on the same line"), {{"quotes", std::string(opening.substr(0, 1))}}};
        return found;
    }

    [[nodiscard]] std::optional<Diagnostic> control() const {
        // toml++ stops at a CR, or behind it.
        const std::uint32_t begin = at_ > 0 && text_[at_ - 1] == '\r' ? at_ - 1 : at_;
        if (text_.substr(begin, 1) == "\r" && text_.substr(begin, 2) != "\r\n") {
            Diagnostic found = problem("toml.line-end", {tr("a line ends here with CR alone"), {}}, begin, 1);
            found.help = Message{tr("save the file with LF or CR LF at the end of lines"), {}};
            return found;
        }
        const char c = at_ < text_.size() ? text_[at_] : ' ';
        if ((c & 0x80) != 0 || (c >= ' ' && c != 0x7f) || c == '\t' || c == '\n' || c == '\r')
            return {};
        return problem("toml.control", {tr("this control character is not allowed in TOML"), {}}, at_, 1);
    }

    // The braces of a table, the brackets of a list or of a header.
    [[nodiscard]] std::optional<Diagnostic> bracket() const {
        const TomlToken& last = writing_.token;
        if (last.kind == TomlToken::header || last.kind == TomlToken::list_header) {
            Diagnostic found = problem("toml.header", {tr("this is not the header of a table"), {}}, last.begin,
                                       line_from(last.begin).size());
            found.help = Message{tr("write [name], or [[name]] for one more element of a list, alone on its line"), {}};
            return found;
        }
        if (writing_.brackets.empty())
            return {};
        const std::uint32_t opening = writing_.brackets.back();
        const std::size_t length = at_ < text_.size() && text_[at_] != '\n' ? decode(text_, at_).length : 0;
        if (text_[opening] == '{' && contains(reason_, "closing '}'")) {
            Diagnostic found = problem("toml.braces", {tr("the table in braces goes wrong here"), {}}, at_, length);
            found.help = Message{tr("it stands on one line, with a comma between two keys and none at the end"), {}};
            found.notes.push_back({{source_, opening, opening + 1}, {tr("it begins here"), {}}});
            return found;
        }
        if (text_[opening] == '[' && (contains(reason_, "closing ']'") || at_ == text_.size())) {
            Diagnostic found = problem("toml.brackets", {tr("the list in brackets goes wrong here"), {}}, at_, length);
            found.help = Message{tr("a comma stands between two elements, and ] at the end"), {}};
            found.notes.push_back({{source_, opening, opening + 1}, {tr("it begins here"), {}}});
            return found;
        }
        return {};
    }

    [[nodiscard]] std::optional<Diagnostic> space() const {
        if (at_ >= text_.size() || !contains(reason_, "expected space or tab"))
            return {};
        const CodePoint character = decode(text_, at_);
        Diagnostic found = problem("toml.space", {tr("this is not an ordinary space, though it looks like one"), {}},
                                   at_, character.length);
        found.help = Message{tr("type the space again"), {}};
        return found;
    }

    [[nodiscard]] std::optional<Diagnostic> backslash() const {
        if (writing_.token.kind != TomlToken::string ||
            !(contains(reason_, "escape sequence") || contains(reason_, "unicode scalar")))
            return {};
        const std::size_t mark = text_.substr(0, at_ + 1).rfind('\\');
        if (mark == std::string_view::npos || mark < writing_.token.begin)
            return {};
        Diagnostic found =
            problem("text.backslash", {tr("in double quotes, \\ begins a special character; this is none"), {}},
                    static_cast<std::uint32_t>(mark), at_ + 1 - mark);
        found.help = Message{tr("write \\\\, or put the text in single quotes"), {}};
        return found;
    }

    // Two keys on one line; a text that a quote inside it has ended.
    [[nodiscard]] std::optional<Diagnostic> behind() const {
        const TomlToken& last = writing_.token;
        const bool value =
            last.kind == TomlToken::string || last.kind == TomlToken::close || last.kind == TomlToken::word;
        if (at_ == 0 || at_ >= text_.size() || !value || !contains(reason_, "expected a comment or whitespace"))
            return {};
        const std::size_t length = decode(text_, at_).length;
        if (text_[at_ - 1] == '\'' || text_[at_ - 1] == '"') {
            Diagnostic found = problem("text.ended", {tr("the text in quotes has ended before this"), {}}, at_, length);
            found.help = Message{tr("in double quotes, write \\\" for a quote; an apostrophe needs nothing there"), {}};
            return found;
        }
        Diagnostic found = problem("toml.rest", {tr("nothing more can stand on this line"), {}}, at_, length);
        found.help = Message{tr("put each key on a line of its own, and # before a comment"), {}};
        return found;
    }

    // A key that is not one, or has no = after it.
    [[nodiscard]] std::optional<Diagnostic> name() const {
        const TomlToken& token = writing_.name;
        const bool in_header = token.kind == TomlToken::header || token.kind == TomlToken::list_header;
        if ((token.kind != TomlToken::key && !in_header) || at_ < token.begin)
            return {};
        if (at_ < token.name_end && token.complete)
            return unquoted_name(token);
        if (in_header || token.complete || writing_.value != nowhere || token.begin == token.end_at)
            return {};
        const std::string_view typed = text_.substr(token.begin, token.end_at - token.begin);
        Diagnostic found = problem("toml.equals", {tr("there is no = after the key"), {}}, token);
        const std::size_t colon = typed.find(':');
        if (colon != std::string_view::npos && colon > 0)
            found.help = Message{tr("write {key} = and the value"), {{"key", std::string(typed.substr(0, colon))}}};
        else
            found.help = Message{tr("write key = value; a text of several lines stands between \"\"\" and \"\"\""), {}};
        return found;
    }

    // Characters in a part of a key that stand only in quotes: accents, spaces.
    [[nodiscard]] std::optional<Diagnostic> unquoted_name(const TomlToken& token) const {
        for (const TomlKeyPart& part : toml_key_parts(text_, token.name_begin, token.name_end)) {
            if (at_ >= part.end)
                continue;
            const std::string_view typed = text_.substr(part.begin, part.end - part.begin);
            if (at_ < part.begin || typed.find_first_of("\"'\\") != std::string_view::npos)
                return {};
            Diagnostic found = problem(
                "key.unquoted",
                {tr("the key \"{key}\" has characters that stand only in quotes"), {{"key", std::string(typed)}}},
                part.begin, typed.size());
            if (const auto plain = bare_key(typed))
                found.help =
                    Message{tr("write {plain}, or {quoted} in quotes"), {{"plain", *plain}, {"quoted", quoted(typed)}}};
            else
                found.help = Message{tr("write {quoted} in quotes"), {{"quoted", quoted(typed)}}};
            return found;
        }
        return {};
    }

    [[nodiscard]] std::optional<Diagnostic> value() const {
        const std::uint32_t begin = writing_.value;
        if (begin == nowhere || begin > at_)
            return {};
        std::string_view typed = line_from(begin);
        if (!writing_.brackets.empty())
            typed = typed.substr(0, typed.find_first_of(",]}"));
        const bool in_braces = !writing_.brackets.empty() && text_[writing_.brackets.back()] == '{';
        if (typed.empty() && (writing_.brackets.empty() || in_braces))
            return missing();
        constexpr std::array<std::string_view, 3> too_large = {"not representable in 64 bits",
                                                               "could not be interpreted as a value",
                                                               "too long to identify type"};  // since toml++ 3.4
        if (std::ranges::any_of(too_large, [&](std::string_view words) { return contains(reason_, words); }))
            return problem(
                "number.too-large",
                {too_near_to_zero(typed) ? tr("this number is too small") : tr("this number is too large"), {}}, begin,
                typed.size());
        for (const std::string_view curly : {"“", "”", "«", "‘", "’", "„"})
            if (typed.starts_with(curly))
                return curly_quotes(begin, typed);
        if (typed.empty() || contains("\"'[{", typed.substr(0, 1)) || typed.find_first_of("=\"'[]{}") != typed.npos)
            return {};
        // A list with no comma between two elements, rather than one element of two words.
        const bool letter = (typed[0] & 0x80) != 0 || (typed[0] | 0x20) >= 'a';
        if (!writing_.brackets.empty() && !letter && typed.find(' ') != std::string_view::npos)
            return {};
        return unquoted(begin, typed);
    }

    // 1e-400, which no binary float can hold either.
    [[nodiscard]] static bool too_near_to_zero(std::string_view typed) {
        return contains(typed, "e-") || contains(typed, "E-");
    }

    [[nodiscard]] Diagnostic missing() const {
        Diagnostic found = problem("value.missing", {tr("this key has no value"), {}}, writing_.key);
        found.help = Message{tr("write the value on the same line, after the =, or put a # before the key"), {}};
        return found;
    }

    [[nodiscard]] Diagnostic curly_quotes(std::uint32_t begin, std::string_view typed) const {
        Diagnostic found =
            problem("text.quotes", {tr("these quotes are not the ones that TOML knows"), {}}, begin, typed.size());
        found.help = Message{tr("use straight quotes: \""), {}};
        return found;
    }

    [[nodiscard]] Diagnostic unquoted(std::uint32_t begin, std::string_view typed) const {
        if (typed.size() > 1 && (typed.front() == '.' || typed.back() == '.') &&
            typed.find_first_not_of("0123456789.") == typed.npos) {
            Diagnostic found = problem("number.point", {tr("a digit stands on each side of the decimal point"), {}},
                                       begin, typed.size());
            const std::string zero = "0";
            found.help =
                Message{tr("write {plain}"),
                        {{"plain", typed.front() == '.' ? zero + std::string(typed) : std::string(typed) + zero}}};
            return found;
        }
        const std::size_t sign = contains("+-", typed.substr(0, 1)) ? 1 : 0;
        if (typed.find_first_of("0123456789") != typed.npos &&
            typed.find_first_not_of("0123456789._", sign) == typed.npos)
            return odd_digits(begin, typed);
        Diagnostic found = problem("text.unquoted",
                                   {tr("{typed} is neither a number nor a date, and a text stands in quotes"),
                                    {{"typed", std::string(typed)}}},
                                   begin, typed.size());
        const auto truth = typed_truth(typed);
        if (truth)
            found.help = Message{tr("write {quoted}, or {plain} for yes or no"),
                                 {{"quoted", quoted(typed)}, {"plain", std::string(*truth ? "true" : "false")}}};
        else
            found.help = Message{tr("write {quoted}"), {{"quoted", quoted(typed)}}};
        return found;
    }

    // 1__000, 012.50, 1.234.567: digits that make no number of TOML.
    [[nodiscard]] Diagnostic odd_digits(std::uint32_t begin, std::string_view typed) const {
        Diagnostic found = problem(
            "number.digits", {tr("{typed} is not how a number is written in TOML"), {{"typed", std::string(typed)}}},
            begin, typed.size());
        const std::string number = plain_digits(typed);
        if (number.empty())
            return found;
        if (typed.starts_with('0') && !contains(typed, "."))
            found.help =
                Message{tr("write {plain}, or {quoted} if it is text"), {{"plain", number}, {"quoted", quoted(typed)}}};
        else
            found.help = Message{tr("write {plain}"), {{"plain", number}}};
        return found;
    }

    [[nodiscard]] Diagnostic other() const {
        constexpr std::string_view prefix = "Error while parsing ";
        std::string_view reason = reason_;
        if (const std::size_t colon = reason.find(": "); reason.starts_with(prefix) && colon != std::string_view::npos)
            reason.remove_prefix(colon + 2);
        const std::size_t length = at_ < text_.size() && text_[at_] != '\n' ? decode(text_, at_).length : 0;
        return problem("toml.syntax", {tr("this is not TOML: {reason}"), {{"reason", std::string(reason)}}}, at_,
                       length);
    }

    std::string_view text_;
    SourceId source_;
    std::uint32_t at_;
    std::string_view reason_;
    Writing writing_;
};

using Path = std::vector<std::string>;

bool begins_with(const Path& whole, const Path& part) {
    return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

// Follows the full path of every header and key. An element of a list in brackets gets a part that no other has.
class Paths {
 public:
    explicit Paths(std::string_view text) : text_(text), scan_(text) {}

    // The next header or key, or the end.
    TomlToken next() {
        for (;;) {
            const TomlToken token = scan_.next();
            switch (token.kind) {
                case TomlToken::header:
                case TomlToken::list_header:
                    header_ = with_parts({}, token);
                    path_ = header_;
                    frames_.clear();
                    return token;
                case TomlToken::key:
                    path_ = with_parts(frames_.empty() ? header_ : frames_.back(), token);
                    return token;
                case TomlToken::open:
                    frames_.push_back(path_);
                    if (scan_.brackets().ends_with('[') || scan_.brackets().ends_with("[{"))
                        frames_.back().push_back('\n' + std::to_string(token.begin));
                    path_ = frames_.back();
                    break;
                case TomlToken::close:
                    if (!frames_.empty())
                        frames_.pop_back();
                    path_ = frames_.empty() ? header_ : frames_.back();
                    break;
                case TomlToken::end:
                    return token;
                case TomlToken::comma:
                case TomlToken::string:
                case TomlToken::word:
                    break;
            }
        }
    }
    [[nodiscard]] const Path& path() const { return path_; }

 private:
    [[nodiscard]] Path with_parts(Path base, const TomlToken& token) const {
        for (TomlKeyPart& part : toml_key_parts(text_, token.name_begin, token.name_end))
            base.push_back(std::move(part.name));
        return base;
    }

    std::string_view text_;
    TomlScan scan_;
    Path header_;
    Path path_;
    std::vector<Path> frames_;
};

Path Mistake::path_to(const TomlToken& until, bool up_to_error) const {
    Paths paths(text_);
    while (paths.next().begin < until.begin) {
    }
    Path path = paths.path();
    if (up_to_error)
        for (const TomlKeyPart& part : toml_key_parts(text_, until.name_begin, until.name_end))
            if (part.begin > at_)
                path.pop_back();
    return path;
}

std::optional<Span> Mistake::first_place(const Path& path) const {
    Paths paths(text_);
    std::optional<Span> same;
    std::optional<Span> related;
    for (TomlToken token = paths.next(); token.begin < writing_.name.begin; token = paths.next()) {
        const Path& other = paths.path();
        const Span span{source_, token.begin, token.end_at};
        const bool above = begins_with(path, other) && other.size() < path.size();
        if (other == path) {
            same = same.value_or(span);
        } else if (above && token.kind == TomlToken::list_header) {
            // A new element of the list that holds the key: what stands before is another one's.
            same.reset();
            related.reset();
        } else if ((above && token.kind == TomlToken::key) || begins_with(other, path)) {
            related = related.value_or(span);
        }
    }
    return same ? same : related;
}

std::optional<Diagnostic> Mistake::repeated() const {
    if (!contains(reason_, "cannot redefine") && !contains(reason_, "into existing inline table"))
        return {};
    const TomlToken& token = writing_.name;
    const std::string_view typed = text_.substr(token.name_begin, token.name_end - token.name_begin);
    Diagnostic found = problem("key.repeated", {tr("\"{key}\" is given twice"), {{"key", std::string(typed)}}}, token);
    const bool dotted = contains(reason_, "as dotted key-value pair");
    if (const auto first = first_place(path_to(token, dotted)))
        found.notes.push_back({*first, {tr("the first time is here"), {}}});
    return found;
}

}  // namespace

Diagnostic toml_mistake(std::string_view text, SourceId source, std::uint32_t at, std::string_view reason) {
    return Mistake(text, source, at, reason).diagnostic();
}

}  // namespace msp
