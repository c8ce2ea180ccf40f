// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/read/document_limit.hpp>
#include <msp/read/readers.hpp>
#include <msp/read/repeated_keys.hpp>
#include <msp/read/yaml_recovery.hpp>
#include <msp/read/yaml_scan.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace msp {

namespace {

// Ends the reading.
struct StopYaml {
    Diagnostic mistake;
};

struct Written {
    Span span;
    std::string_view text;
    bool plain = false;
};

// yaml-cpp takes a tab for no indent, and stumbles later in the line.
std::optional<Diagnostic> tab_in_indent(std::string_view text, SourceId source, std::size_t at) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t tab = text.find_first_not_of(' ', begin);
    if (tab > at || tab >= text.size() || text[tab] != '\t')
        return {};
    Diagnostic problem;
    problem.id = "yaml.tab";
    problem.message = Message{tr("a tab stands in the indent of this line"), {}};
    problem.span = {source, static_cast<std::uint32_t>(tab), static_cast<std::uint32_t>(tab + 1)};
    problem.help = Message{tr("indent with spaces"), {}};
    return problem;
}

class YamlTree : public YAML::EventHandler {
 public:
    YamlTree(Sources& sources, SourceId source, std::string_view text, Diagnostics& diagnostics)
        : sources_(sources), source_(source), text_(text), diagnostics_(diagnostics) {
        document_[Document::root()].span = {source_, 0, 0};
    }

    std::optional<Document> take() {
        if (repeated_)
            return {};
        return std::move(document_);
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1)
            second_document(at(mark));
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        // Of a value that is not there the mark is that of what comes next.
        const std::uint32_t begin = skip_yaml_properties(text_, at(mark));
        std::uint32_t end = begin;
        for (const std::string_view word : {"~", "null", "Null", "NULL"})
            if (text_.substr(begin).starts_with(word))
                end = begin + static_cast<std::uint32_t>(word.size());
        if (wants_key())
            stop("yaml.key", {tr("there is no key before the colon"), {}}, span(begin, begin));
        if (frames_.empty())
            return;
        Node node;
        node.kind = NodeKind::null;
        node.span = span(begin, end);
        node.text = text_.substr(begin, end - begin);
        const Frame& frame = frames_.back();
        if (end == begin && frame.has_key)
            node.span = frame.key_span;
        add(node, anchor, node.span.end);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_tag(tag, at(mark));
        const Written written = literal(at(mark), value, tag == "?");
        if (wants_key())
            return set_key(written, anchor);
        if (frames_.empty())
            stop_at_root(written);
        Node node;
        node.kind = written.plain ? NodeKind::bare : NodeKind::text;
        node.text = written.text;
        node.span = written.span;
        add(node, anchor, written.span.end);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const std::uint32_t begin = at(mark);
        const auto end = static_cast<std::uint32_t>(std::min(text_.find_first_of(" \t\r\n,[]{}", begin), text_.size()));
        const Span here = span(begin, end);
        if (wants_key())
            stop("yaml.key", {tr("a key must be a word, written out"), {}}, here);
        const NodeId target = anchors_.at(anchor);
        if (std::any_of(frames_.begin(), frames_.end(), [target](const Frame& frame) { return frame.node == target; }))
            stop("yaml.alias-inside", {tr("this would put a value inside itself"), {}}, here, document_[target].span);
        const Extent extent = measure(target);
        if (document_.size() + extent.nodes > Document::limit)
            stop_at_limit(here);
        if (frames_.size() + extent.levels > deepest_level)
            stop(too_deep(here));
        const NodeId copy = document_.copy(target);
        document_[copy].span = here;
        place(copy, end);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(NodeKind::list, at(mark), tag, anchor, '[');
    }
    void OnSequenceEnd() override { close(']'); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(NodeKind::table, at(mark), tag, anchor, '{');
    }
    void OnMapEnd() override {
        // yaml-cpp accepts a repeated key.
        repeated_ = report_repeated_keys(document_, frames_.back().node, keys_, diagnostics_) || repeated_;
        close('}');
    }

 private:
    // A list or table that is open.
    struct Frame {
        NodeId node = no_node;
        NodeId last = no_node;
        std::string_view key;  // the one whose value comes next
        Span key_span;
        std::uint32_t end = 0;  // where its last part ends
        bool table = false;
        bool bracket = false;
        bool has_key = false;
    };
    struct Extent {
        std::size_t nodes = 1;
        std::size_t levels = 1;
    };

    [[nodiscard]] std::uint32_t at(const YAML::Mark& mark) const {
        const std::size_t place = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
        return static_cast<std::uint32_t>(std::min(place, text_.size()));
    }
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const { return {source_, begin, end}; }
    [[nodiscard]] std::uint32_t line_end(std::uint32_t begin) const {
        return static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", begin), text_.size()));
    }
    [[nodiscard]] bool wants_key() const { return !frames_.empty() && frames_.back().table && !frames_.back().has_key; }

    [[noreturn]] void stop(Diagnostic problem) { throw StopYaml{std::move(problem)}; }
    [[noreturn]] void stop(const char* id, Message message, Span here, Span note = {}) {
        Diagnostic problem;
        problem.id = id;
        problem.message = std::move(message);
        problem.span = here;
        if (note.known())
            problem.notes.push_back({note, {tr("it begins here"), {}}});
        stop(std::move(problem));
    }
    [[noreturn]] void stop_at_limit(Span here) {
        Diagnostic problem = too_many_values(here);
        problem.id = "yaml.too-many";
        problem.message.text = tr("with what is repeated here, the file has more than {limit} values");
        problem.help.reset();
        stop(std::move(problem));
    }

    // A bracket that nothing closes looks like a key to yaml-cpp.
    [[noreturn]] void refuse_key(Span here) {
        std::vector<std::uint32_t> open;
        for (std::uint32_t at = here.begin; at < text_.size(); ++at) {
            const char c = text_[at];
            if (c == '{' || c == '[') {
                open.push_back(at);
            } else if (c == '}' || c == ']') {
                open.pop_back();
            } else if (c == '"') {
                const auto end = quoted_yaml_end(text_, at);
                if (!end)
                    stop("text.unclosed", {tr("this text has no closing quote"), {}}, span(at, line_end(at)));
                at = *end - 1;
            }
            if (open.empty())
                stop("yaml.key", {tr("a key must be a word, written out"), {}}, here);
        }
        stop("yaml.bracket", {tr("this bracket is not closed"), {}}, span(open.back(), open.back() + 1));
    }

    [[noreturn]] void stop_at_root(const Written& written) {
        if (auto tab = tab_in_indent(text_, source_, written.span.begin))
            stop(std::move(*tab));
        Diagnostic problem;
        problem.id = "yaml.root";
        problem.message = Message{tr("this file holds one value; it must hold keys with values"), {}};
        problem.span = written.span;
        if (written.text.find(':') != std::string_view::npos)
            problem.help = Message{tr("put a space behind the colon of each key"), {}};
        stop(std::move(problem));
    }

    [[noreturn]] void second_document(std::uint32_t begin) {
        std::string_view before = text_.substr(0, begin);
        while (!before.empty() && std::string_view(" \t\r\n").find(before.back()) != std::string_view::npos)
            before.remove_suffix(1);
        if (text_.substr(begin).starts_with("---") || before.ends_with("..."))
            stop("yaml.documents", {tr("a second document begins here; a file holds one"), {}},
                 span(begin, line_end(begin)));
        if (text_.substr(before.size(), begin - before.size()).find('\n') == std::string_view::npos)
            stop("yaml.rest", {tr("nothing can stand here, behind the end of the table"), {}},
                 span(begin, line_end(begin)));
        stop("yaml.indent", {tr("this line begins farther left than the first one"), {}}, span(begin, line_end(begin)));
    }

    void refuse_tag(const std::string& tag, std::uint32_t begin) {
        if (tag.empty() || tag == "?" || tag == "!")
            return;
        const auto tag_at = static_cast<std::uint32_t>(std::min(text_.find('!', begin), text_.size()));
        const auto end =
            static_cast<std::uint32_t>(std::min(text_.find_first_of(" \t\r\n,[]{}", tag_at), text_.size()));
        Diagnostic problem;
        problem.id = "yaml.tag";
        problem.message = Message{tr("\"{tag}\" is a tag; what a value is follows from its key"),
                                  {{"tag", std::string(text_.substr(tag_at, end - tag_at))}}};
        problem.span = span(tag_at, end);
        problem.help = Message{tr("take it away"), {}};
        stop(std::move(problem));
    }

    // The scalar at `begin` as it is written; `value` is what yaml-cpp makes of it.
    Written literal(std::uint32_t begin, const std::string& value, bool plain) {
        begin = skip_yaml_properties(text_, begin);
        const char first = begin < text_.size() ? text_[begin] : ' ';
        const bool quoted = !plain && (first == '"' || first == '\'');
        const bool block = !plain && (first == '|' || first == '>');
        Written written;
        written.plain = plain;
        if (quoted) {
            const auto end = quoted_yaml_end(text_, begin);
            if (!end)
                stop("text.unclosed", {tr("this text has no closing quote"), {}}, span(begin, line_end(begin)));
            written.span = span(begin, *end);
        } else if (block) {
            written.span = span(begin, line_end(begin));
        } else {
            written.span = span(begin, plain_yaml_end(text_, begin, value));
        }
        // The line of a | or > announces the text, which is kept without its indent.
        const std::string_view same = text_.substr(quoted ? begin + 1 : begin, value.size());
        written.text = same == value ? same : sources_.keep(value);
        return written;
    }

    void set_key(const Written& written, YAML::anchor_t anchor) {
        if (anchor != 0)
            stop("yaml.key", {tr("a key must be a word, written out"), {}}, written.span);
        if (written.plain && written.text == "<<")
            stop("yaml.merge", {tr("\"<<\" does not merge tables here"), {}}, written.span);
        Frame& frame = frames_.back();
        frame.key = written.text;
        frame.key_span = written.span;
        frame.has_key = true;
        frame.end = std::max(frame.end, written.span.end);
        // A table without a bracket and without a key of its own, as in a list, stands where its first key stands.
        Node& table = document_[frame.node];
        if (!frame.bracket && frame.last == no_node && !table.key_span.known())
            table.span = written.span;
    }

    NodeId add(const Node& node, YAML::anchor_t anchor, std::uint32_t end) {
        const NodeId id = document_.add(node);
        remember(anchor, id);
        place(id, end);
        return id;
    }

    void remember(YAML::anchor_t anchor, NodeId id) {
        if (anchor == 0)
            return;
        if (anchors_.size() <= anchor)
            anchors_.resize(anchor + 1, no_node);
        anchors_[anchor] = id;
    }

    // Puts a node behind the last one of the list or table that is open.
    void place(NodeId id, std::uint32_t end) {
        Frame& frame = frames_.back();
        Node& node = document_[id];
        node.key = frame.has_key ? frame.key : std::string_view();
        node.key_span = frame.has_key ? frame.key_span : Span();
        frame.has_key = false;
        frame.end = std::max(frame.end, end);
        frame.last = document_.link(frame.node, frame.last, id);
    }

    void open(NodeKind kind, std::uint32_t mark, const std::string& tag, YAML::anchor_t anchor, char bracket) {
        refuse_tag(tag, mark);
        const std::uint32_t begin = skip_yaml_properties(text_, mark);
        Frame frame;
        frame.table = kind == NodeKind::table;
        frame.bracket = begin < text_.size() && text_[begin] == bracket;
        frame.end = begin;
        const Span here = span(begin, std::min(begin + 1, static_cast<std::uint32_t>(text_.size())));
        if (wants_key())
            refuse_key(here);
        if (frames_.size() >= deepest_level)
            stop(too_deep(here));
        if (frames_.empty()) {
            if (!frame.table)
                stop("yaml.root", {tr("this file holds a list; it must hold keys with values"), {}}, here);
            frame.node = Document::root();
            document_[frame.node].span = here;
            remember(anchor, frame.node);
        } else {
            const Frame& parent = frames_.back();
            Node node;
            node.kind = kind;
            node.span = !frame.bracket && parent.has_key ? parent.key_span : here;
            frame.node = add(node, anchor, begin);
        }
        frames_.push_back(frame);
    }

    void close(char bracket) {
        const Frame frame = frames_.back();
        frames_.pop_back();
        const std::uint32_t end = frame.bracket ? closing_yaml_bracket(text_, frame.end, bracket) : frame.end;
        Node& node = document_[frame.node];
        if (frame.bracket && !frame.table)
            node.span.end = end;
        if (!frames_.empty())
            frames_.back().end = std::max(frames_.back().end, end);
    }

    [[nodiscard]] Extent measure(NodeId id) const {
        Extent extent;
        for (NodeId child = document_[id].child; child != no_node; child = document_[child].next) {
            const Extent inner = measure(child);
            extent.nodes += inner.nodes;
            extent.levels = std::max(extent.levels, inner.levels + 1);
        }
        return extent;
    }

    Sources& sources_;
    SourceId source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    Document document_;
    std::vector<Frame> frames_;
    std::vector<NodeId> anchors_;  // by the numbers of yaml-cpp, which count from 1
    std::vector<NodeId> keys_;     // of the table that is closed
    std::size_t documents_ = 0;
    bool repeated_ = false;
};

// The frequent mistakes, by the words that yaml-cpp has for them.
struct KnownMistake {
    std::string_view reason;
    const char* text;
    const char* help;
};
Diagnostic syntax_error(const YAML::ParserException& error, std::string_view text, SourceId source) {
    const std::array<KnownMistake, 10> known_mistakes = {{
        {YAML::ErrorMsg::MAP_VALUE, tr("this colon makes a key where there can be none"),
         tr("put a text that holds \": \" in quotes; give all keys of a table the same indent, in spaces")},
        {YAML::ErrorMsg::END_OF_MAP, tr("this line does not fit the table it stands in"),
         tr("put a space behind the colon of each key, and give all keys of a table the same indent, in spaces")},
        {YAML::ErrorMsg::END_OF_SEQ, tr("this line does not fit the list it stands in"),
         tr("give all - of a list the same indent, in spaces")},
        {YAML::ErrorMsg::END_OF_MAP_FLOW, tr("a comma or the closing }} is missing before this"), nullptr},
        {YAML::ErrorMsg::END_OF_SEQ_FLOW, tr("a comma or the closing ] is missing before this"), nullptr},
        {YAML::ErrorMsg::BLOCK_ENTRY, tr("an element of a list cannot begin here"),
         tr("begin a list on a line of its own")},
        {YAML::ErrorMsg::UNKNOWN_ANCHOR, tr("nothing has this name"),
         tr("a * repeats what has & and the same name before it; put a text that begins with * in quotes")},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, tr("no value begins with this character"), tr("put the text in quotes")},
        {YAML::ErrorMsg::EOF_IN_SCALAR, tr("this text has no closing quote"), nullptr},
        {YAML::ErrorMsg::INVALID_UNICODE, tr("this escape stands for no character"), nullptr},
    }};
    const std::size_t mark = error.mark.pos < 0 ? 0 : static_cast<std::size_t>(error.mark.pos);
    const std::size_t begin = character_begin(text, std::min(mark, text.size()));
    const std::size_t length = begin < text.size() && text[begin] != '\n' ? decode(text, begin).length : 0;
    if (auto tab = tab_in_indent(text, source, begin))
        return std::move(*tab);
    Diagnostic problem;
    problem.id = "yaml.syntax";
    problem.span = {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
    if (begin > 0 && length > 0 && (text[begin - 1] == '\'' || text[begin - 1] == '"')) {
        problem.id = "text.ended";
        problem.message = Message{tr("the text in quotes has ended before this"), {}};
        problem.help = Message{tr("in double quotes, write \\\" for a quote; an apostrophe needs nothing there"), {}};
        return problem;
    }
    for (const KnownMistake& known : known_mistakes)
        if (std::string_view(error.msg).starts_with(known.reason)) {
            problem.message = Message{known.text, {}};
            if (known.help != nullptr)
                problem.help = Message{known.help, {}};
            return problem;
        }
    problem.message = Message{tr("this is not YAML: {reason}"), {{"reason", error.msg}}};
    return problem;
}

// What a text holds, or the mistake at which its reading ended. Repeated keys are added to `repeated`.
std::variant<std::optional<Document>, Diagnostic> parsed(Sources& sources, SourceId source, std::string_view text,
                                                         Diagnostics& repeated) {
    YamlTree tree(sources, source, text, repeated);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(tree)) {
        }
        return tree.take();
    } catch (const StopYaml& stop) {
        return stop.mistake;
    } catch (const YAML::ParserException& error) {
        return syntax_error(error, text, source);
    } catch (const Error& error) {
        return error.diagnostic();
    }
}

}  // namespace

std::optional<Document> read_yaml(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    const std::string_view text = sources.text(source);
    if (auto problem = beyond_yaml_bounds(text, source)) {
        diagnostics.add(std::move(*problem));
        return {};
    }
    auto result = parsed(sources, source, text, diagnostics);
    if (auto* document = std::get_if<std::optional<Document>>(&result))
        return std::move(*document);
    const auto again = [&](std::string_view changed) -> std::optional<Diagnostic> {
        Diagnostics told;
        const auto found = parsed(sources, source, changed, told);
        const auto* mistake = std::get_if<Diagnostic>(&found);
        return mistake == nullptr ? std::nullopt : std::optional(*mistake);
    };
    add_yaml_mistakes(text, std::move(std::get<Diagnostic>(result)), again, diagnostics);
    return {};
}

}  // namespace msp
