// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/document_limit.hpp>
#include <msp/read/json_text.hpp>
#include <msp/read/readers.hpp>
#include <msp/read/repeated_keys.hpp>
#include <msp/read/typed_values.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

namespace {

// Ends the reading, after its diagnostic has been added.
struct StopJson {};

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Reads by RFC 8259 and nothing else. What people write out of habit from other formats (comments, single quotes, bare
// keys, a comma at the end, 012.50) is understood well enough to go on behind it, so that one run names every place;
// but each is an error, and the text then has no Document.
class JsonReader {
 public:
    JsonReader(Sources& sources, SourceId source, Diagnostics& diagnostics)
        : sources_(sources),
          source_(source),
          text_(sources.text(source)),
          diagnostics_(diagnostics),
          errors_before_(diagnostics.errors()) {}

    std::optional<Document> read() {
        open_root();
        while (!frames_.empty())
            next_element();
        skip_blanks();
        if (at_ < text_.size())
            report("json.rest", {tr("nothing can stand here, behind the end of the table"), {}}, at_, line_end());
        return diagnostics_.errors() == errors_before_ ? std::optional(std::move(document_)) : std::nullopt;
    }

 private:
    // A list or table that is open.
    struct Frame {
        NodeId node = no_node;
        NodeId last = no_node;
        std::uint32_t begin = 0;
        std::optional<std::uint32_t> comma = {};  // the one after the last element
        bool table = false;
    };
    struct Name {
        std::string_view text;
        Span span;
    };

    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const { return {source_, begin, end}; }
    [[nodiscard]] bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
    [[nodiscard]] std::uint32_t line_end() const {
        return static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", at_), text_.size()));
    }
    // Of the character that stands here; the end itself at the end of the text.
    [[nodiscard]] std::uint32_t character_end() const {
        return at_ + static_cast<std::uint32_t>(at_ < text_.size() ? decode(text_, at_).length : 0);
    }

    void report(const char* id, Message message, std::uint32_t begin, std::uint32_t end,
                std::optional<Message> help = {}) {
        diagnostics_.error(id, std::move(message), span(begin, end), std::move(help));
    }
    [[noreturn]] void stop(Diagnostic problem) {
        diagnostics_.add(std::move(problem));
        throw StopJson();
    }
    [[noreturn]] void stop_here(const char* id, Message message, std::optional<Message> help = {}) {
        stop({Severity::error, id, std::move(message), span(at_, character_end()), {}, std::move(help)});
    }

    void skip_blanks() {
        for (;;) {
            while (at_ < text_.size() && is_white(text_[at_]))
                ++at_;
            const std::string_view rest = text_.substr(at_);
            if (rest.starts_with('#') || rest.starts_with("//"))
                comment(line_end());
            else if (rest.starts_with("/*"))
                comment(static_cast<std::uint32_t>(std::min(text_.find("*/", at_ + 2), text_.size() - 2)) + 2);
            else
                return;
        }
    }
    void comment(std::uint32_t end) {
        report("json.comment", {tr("JSON has no comments"), {}}, at_, std::min(end, line_end()),
               Message{tr("take it out, or keep the budget in TOML or YAML, where # begins a comment"), {}});
        at_ = end;
    }

    void open_root() {
        skip_blanks();
        if (at_ == text_.size())
            stop_here("json.root", {tr("this file is empty; it must hold keys with values, between {{ and }}"), {}});
        if (!at('{'))
            stop_here("json.root", {tr("a budget in JSON begins with {{, and holds keys with values"), {}});
        document_[Document::root()].span = span(at_, at_ + 1);
        frames_.push_back({Document::root(), no_node, at_, {}, true});
        ++at_;
    }

    // One element of what is open, with the comma behind it; or its end.
    void next_element() {
        skip_blanks();
        if (at_ == text_.size())
            stop({Severity::error,
                  "json.bracket",
                  {tr("this bracket is not closed"), {}},
                  span(frames_.back().begin, frames_.back().begin + 1),
                  {},
                  {}});
        if (at('}') || at(']'))
            return close();
        const bool first = frames_.back().last == no_node;
        if (at(','))
            return extra_comma();
        if (!first && !frames_.back().comma)
            report("json.comma", {tr("a comma is missing before this"), {}}, at_, character_end());
        frames_.back().comma.reset();
        Name name;
        if (frames_.back().table)
            name = key();
        const std::size_t depth = frames_.size();
        value(name);
        if (frames_.size() == depth)
            take_comma();
    }

    void take_comma() {
        skip_blanks();
        if (at(','))
            frames_.back().comma = at_++;
    }
    void extra_comma() {
        report("json.comma", {tr("nothing stands before this comma"), {}}, at_, at_ + 1,
               Message{tr("take it away"), {}});
        ++at_;
    }

    void close() {
        const Frame frame = frames_.back();
        if (at('}') != frame.table)
            stop({Severity::error,
                  "json.bracket",
                  {tr("this does not close the bracket that is open"), {}},
                  span(at_, at_ + 1),
                  {{span(frame.begin, frame.begin + 1), {tr("it begins here"), {}}}},
                  {}});
        if (frame.comma)
            report("json.comma", {tr("nothing follows this comma"), {}}, *frame.comma, *frame.comma + 1,
                   Message{tr("take it away"), {}});
        ++at_;
        frames_.pop_back();
        if (frame.table)
            report_repeated_keys(document_, frame.node, keys_, diagnostics_);
        else
            document_[frame.node].span.end = at_;
        if (!frames_.empty())
            take_comma();
    }

    Name key() {
        Name name;
        const std::uint32_t begin = at_;
        if (at('"') || at('\'')) {
            name.text = string();
        } else {
            name.text = word();
            if (name.text.empty())
                stop_here("json.key", {tr("a key in double quotes must stand here"), {}});
            report("json.key", {tr("a key of JSON stands in double quotes"), {}}, begin, at_,
                   Message{tr("write {quoted}"), {{"quoted", quoted(name.text)}}});
        }
        name.span = span(begin, at_);
        skip_blanks();
        if (at(':'))
            ++at_;
        else if (at('='))
            stop_here("json.colon", {tr("a colon stands between a key of JSON and its value"), {}});
        else
            report("json.colon", {tr("a colon stands between a key of JSON and its value"), {}}, name.span.begin,
                   name.span.end);
        skip_blanks();
        return name;
    }

    void value(const Name& name) {
        if (at('{') || at('['))
            return open(name);
        Node node;
        node.key = name.text;
        node.key_span = name.span;
        const std::uint32_t begin = at_;
        if (at('"') || at('\'')) {
            node.kind = NodeKind::text;
            node.text = string();
        } else if (at_ == text_.size() || at(',') || at('}') || at(']')) {
            report("json.value", {tr("there is no value here"), {}}, at_, character_end());
        } else {
            scalar(node);
        }
        node.span = span(begin, at_);
        frames_.back().last = document_.link(frames_.back().node, frames_.back().last, document_.add(node));
    }

    void open(const Name& name) {
        if (frames_.size() >= deepest_level)
            stop(too_deep(span(at_, at_ + 1)));
        Frame frame;
        frame.table = at('{');
        frame.begin = at_;
        Node node;
        node.kind = frame.table ? NodeKind::table : NodeKind::list;
        node.key = name.text;
        node.key_span = name.span;
        node.span = span(at_, at_ + 1);
        frame.node = document_.add(node);
        frames_.back().last = document_.link(frames_.back().node, frames_.back().last, frame.node);
        frames_.push_back(frame);
        ++at_;
    }

    // Up to a blank or a mark of JSON.
    std::string_view word() {
        const std::uint32_t begin = at_;
        at_ = static_cast<std::uint32_t>(std::min(text_.find_first_of(" \t\r\n,:[]{}\"=#", at_), text_.size()));
        return text_.substr(begin, at_ - begin);
    }

    // true, false, null, a number; or something that stands in quotes.
    void scalar(Node& node) {
        const std::uint32_t begin = at_;
        node.text = word();
        node.kind = NodeKind::number;
        if (is_json_number(node.text) && !typed_further(begin))
            return;
        if (node.text == "null")
            node.kind = NodeKind::null;
        else if (node.text == "true" || node.text == "false")
            node.kind = NodeKind::boolean;
        else if (const char c = node.text.empty() ? text_[begin] : node.text.front();
                 (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.')
            wrong_number(begin);
        else
            wrong_word(begin);
    }

    // Enough of the text for one value that was typed without quotes.
    [[nodiscard]] std::string_view ahead(std::uint32_t begin) const { return text_.substr(begin, 80); }

    // Whether a number of JSON is only the beginning of what was typed: 2 400,00. In a list a comma may end it.
    [[nodiscard]] bool typed_further(std::uint32_t begin) const {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        const bool goes_on = (at(',') && next >= '0' && next <= '9') || (at(' ') && !is_white(next) && next != ',');
        if (!frames_.back().table || !goes_on)
            return false;
        const auto typed = typed_figure(ahead(begin));
        return typed && typed->length > at_ - begin;
    }

    void wrong_number(std::uint32_t begin);
    void wrong_word(std::uint32_t begin);
    std::string_view string();
    void escape(std::string& out);

    Sources& sources_;
    SourceId source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::size_t errors_before_;
    Document document_;
    std::vector<Frame> frames_;
    std::vector<NodeId> keys_;  // of the table that is closed
    std::uint32_t at_ = 0;
};

// 012.50, +5, 1_000, 2 400,00, 2026-01-31
void JsonReader::wrong_number(std::uint32_t begin) {
    const std::string_view line = ahead(begin);
    if (const auto day = typed_day(line); day && day->exists) {
        at_ = begin + static_cast<std::uint32_t>(day->length);
        return report("json.date", {tr("a date stands in quotes in JSON"), {}}, begin, at_,
                      Message{tr("write {quoted}"), {{"quoted", quoted(day->iso)}}});
    }
    std::optional<Message> help;
    if (const auto figure = frames_.back().table ? typed_figure(line) : std::nullopt) {
        at_ = std::max(at_, begin + static_cast<std::uint32_t>(figure->length));
        const std::string_view typed = line.substr(0, figure->length);
        if (figure->per_cent)
            help = Message{tr("write {quoted}"), {{"quoted", quoted(typed)}}};
        else if (const auto [thousands, cents] = amount_readings_of(typed); thousands && cents)
            help = Message{tr("write {one} or {other}"), {{"one", plain(*thousands)}, {"other", plain(*cents)}}};
        else
            help = Message{tr("write {plain} or {quoted}"),
                           {{"plain", figure->plain}, {"quoted", quoted(figure->grouped)}}};
    } else if (const std::string digits = plain_digits(text_.substr(begin, at_ - begin)); is_json_number(digits)) {
        help = Message{tr("write {plain}"), {{"plain", digits}}};
    }
    report("json.number",
           {tr("{text} is not how a number is written in JSON"),
            {{"text", std::string(text_.substr(begin, at_ - begin))}}},
           begin, at_, std::move(help));
}

// True, oui, l'avance, “curly”
void JsonReader::wrong_word(std::uint32_t begin) {
    if (at_ == begin)
        at_ = character_end();
    const std::string_view typed = text_.substr(begin, at_ - begin);
    std::optional<Message> help = Message{tr("write {quoted}"), {{"quoted", quoted(typed)}}};
    if (const auto truth = typed_truth(typed))
        help = Message{tr("write {quoted}, or {plain} for yes or no"),
                       {{"quoted", quoted(typed)}, {"plain", std::string(*truth ? "true" : "false")}}};
    for (const std::string_view curly : {"“", "”", "«", "‘", "’", "„", "\\"})
        if (typed.starts_with(curly))
            help = Message{tr("use straight quotes: \""), {}};
    report("json.text",
           {tr("{typed} is neither a number, true, false nor null, and a text stands in double quotes"),
            {{"typed", std::string(typed)}}},
           begin, at_, std::move(help));
}

// From the opening quote to behind the closing one. A text ends with its line at the latest: one without its quote
// would swallow the rest of the file.
std::string_view JsonReader::string() {
    const char quote = text_[at_];
    const std::uint32_t begin = at_++;
    std::uint32_t from = at_;  // of what is not in `unescaped` yet
    std::string unescaped;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n' && text_[at_] != '\r') {
        const auto c = static_cast<unsigned char>(text_[at_]);
        if (c == '\\') {
            unescaped += text_.substr(from, at_ - from);
            escape(unescaped);
            from = at_;
            continue;
        }
        if (c < 0x20)
            report("json.control", {tr("this control character is not allowed in a text of JSON"), {}}, at_, at_ + 1,
                   Message{c == '\t' ? tr("write \\t, or a space") : tr("take it away"), {}});
        ++at_;
    }
    if (at_ == text_.size() || text_[at_] != quote)
        stop({Severity::error, "text.unclosed", {tr("this text has no closing quote"), {}}, span(begin, at_), {}, {}});
    const bool plain = from == begin + 1;
    unescaped += plain ? std::string_view() : text_.substr(from, at_ - from);
    const std::string_view inside = text_.substr(begin + 1, at_ - begin - 1);
    ++at_;
    if (quote == '\'')
        report("json.quotes", {tr("in JSON a text stands in double quotes"), {}}, begin, at_,
               Message{tr("write {quoted}"), {{"quoted", quoted(inside)}}});
    return plain ? inside : sources_.keep(std::move(unescaped));
}

void JsonReader::escape(std::string& out) {
    const JsonEscape found = json_escape(text_.substr(at_, 12));
    const std::uint32_t begin = at_;
    at_ += static_cast<std::uint32_t>(found.length);
    if (found.kind == JsonEscape::unknown)
        report("text.backslash", {tr("in double quotes, \\ begins a special character; this is none"), {}}, begin, at_,
               Message{tr("write \\\\ for a backslash"), {}});
    else if (found.kind == JsonEscape::half_pair)
        report("json.surrogate", {tr("this is half a character; the other half does not follow"), {}}, begin, at_,
               Message{tr("write the character itself"), {}});
    out += found.utf8;
}

}  // namespace

std::optional<Document> read_json(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    try {
        return JsonReader(sources, source, diagnostics).read();
    } catch (const StopJson&) {
    } catch (const Error& error) {
        diagnostics.add(error.diagnostic());
    }
    return {};
}

}  // namespace msp
