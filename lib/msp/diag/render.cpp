// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace msp {

namespace {

constexpr std::size_t excerpt_columns = 100;
constexpr std::size_t most_characters = 4 * excerpt_columns;  // where many have no width
constexpr std::size_t left_columns = 33;                      // before the place, where what follows is long
constexpr std::size_t least_left_columns = 8;                 // where the span itself is long
constexpr std::size_t tab_columns = 8;
constexpr std::size_t number_columns = 5;

// One character of the user's line.
struct Cell {
    std::string shown;
    std::size_t columns = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool tab = false;
};

Cell cell_at(std::string_view text, std::size_t at) {
    const CodePoint character = decode(text, at);
    Cell cell;
    cell.begin = at;
    cell.end = at + character.length;
    cell.tab = character.value == U'\t';
    if (cell.tab) {
        cell.shown = '\t';
        cell.columns = tab_columns;
    } else {
        append_visible(cell.shown, text, at, character);
        cell.columns = display_width(cell.shown);
    }
    return cell;
}

// Characters from one place outwards, until a little more than an excerpt is full.
struct Side {
    std::vector<Cell> cells;
    std::size_t columns = 0;

    [[nodiscard]] bool full() const { return columns > excerpt_columns || cells.size() == most_characters; }
    void add(Cell cell) {
        columns += cell.columns;
        cells.push_back(std::move(cell));
    }
    // Keeps what fits into `room`.
    void cut(std::size_t room) {
        while (columns > room) {
            columns -= cells.back().columns;
            cells.pop_back();
        }
    }
};

// The part of a line that is shown: all of it, or what stands around the span.
struct Excerpt {
    Span span;  // within the line
    std::size_t line_number = 1;
    std::vector<Cell> cells;
    std::size_t begin = 0;  // of the bytes shown
    std::size_t end = 0;
    bool cut_left = false;
    bool cut_right = false;
};

Excerpt make_excerpt(const Sources& sources, Span span) {
    const std::string_view text = sources.text(span.source);
    const Span line = sources.line(span.source, span.begin);
    const std::size_t begin = std::min<std::size_t>(character_begin(text, span.begin), line.end);
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, line.end);

    Side right;
    std::size_t span_columns = 0;
    for (std::size_t at = begin; at < line.end && !right.full(); at = right.cells.back().end) {
        right.add(cell_at(text, at));
        if (at < end)
            span_columns = right.columns;
    }
    Side left;
    for (std::size_t at = begin; at > line.begin && !left.full(); at = left.cells.back().begin)
        left.add(cell_at(text, character_begin(text, at - 1)));

    if (left.full() || right.full() || left.columns + right.columns > excerpt_columns) {
        const std::size_t beside_span = excerpt_columns - std::min(excerpt_columns - least_left_columns, span_columns);
        const std::size_t beside_rest = excerpt_columns - std::min(excerpt_columns, right.columns);
        left.cut(std::max(beside_rest, std::min(beside_span, left_columns)));
        right.cut(excerpt_columns - left.columns);
    }
    // A mark without its letter would stand on the sign of the cut.
    while (!left.cells.empty() && left.cells.back().begin != line.begin && left.cells.back().columns == 0)
        left.cells.pop_back();

    Excerpt excerpt;
    excerpt.span = {span.source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    excerpt.line_number = sources.position(span.source, begin).line;
    excerpt.begin = left.cells.empty() ? begin : left.cells.back().begin;
    excerpt.end = right.cells.empty() ? begin : right.cells.back().end;
    excerpt.cut_left = excerpt.begin != line.begin;
    excerpt.cut_right = excerpt.end != line.end;
    excerpt.cells.assign(left.cells.rbegin(), left.cells.rend());
    excerpt.cells.insert(excerpt.cells.end(), right.cells.begin(), right.cells.end());
    return excerpt;
}

// A tab before the span is copied, so that carets line up wherever the terminal has its stops; so is one between
// carets.
std::string carets(const Excerpt& excerpt) {
    std::string before = excerpt.cut_left ? " " : "";
    std::string under;
    bool only_tabs = true;
    for (const Cell& cell : excerpt.cells) {
        if (cell.begin >= excerpt.span.end)
            break;
        if (cell.begin < excerpt.span.begin) {
            before += cell.tab ? std::string("\t") : std::string(cell.columns, ' ');
            continue;
        }
        only_tabs = only_tabs && cell.tab;
        under += cell.tab ? std::string(only_tabs ? "^" : "\t") : std::string(cell.columns, '^');
    }
    under.erase(under.find_last_not_of('\t') + 1);
    return before + (under.empty() ? "^" : under);
}

void append_excerpt(std::string& out, const Excerpt& excerpt) {
    const std::string number = std::to_string(excerpt.line_number);
    const std::size_t columns = std::max(number_columns, number.size());
    out.append(columns - number.size(), ' ').append(number).append(" |");
    if (!excerpt.cells.empty() || excerpt.cut_left || excerpt.cut_right)
        out += ' ';
    if (excerpt.cut_left)
        out += "…";
    for (const Cell& cell : excerpt.cells)
        out += cell.shown;
    if (excerpt.cut_right)
        out += "…";
    out += '\n';
    out.append(columns, ' ').append(" | ").append(carets(excerpt)) += '\n';
}

// The user's words may be a whole file.
Message shortened(Message message) {
    constexpr std::size_t most = 500;
    for (auto& [name, argument] : message.arguments) {
        auto* text = std::get_if<std::string>(&argument);
        if (text != nullptr && text->size() > most) {
            text->resize(character_begin(*text, most));
            *text += "…";
        }
    }
    return message;
}

// Writes line after line; knows what part of which line was shown last.
class Renderer {
 public:
    Renderer(const Sources& sources, Language language) : sources_(sources), language_(language) {}

    void report(const char* label, const Message& message, Span span) {
        if (span.known())
            out_.append(visible(sources_.place(span))).append(": ");
        say(label, message);
        if (!span.known() || on_show(span))
            return;
        shown_ = make_excerpt(sources_, span);
        append_excerpt(out_, shown_);
    }
    void say(const char* label, const Message& message) {
        out_.append(translate(label, language_)).append(": ").append(visible(words(shortened(message), language_))) +=
            '\n';
    }
    std::string take() { return std::move(out_); }

 private:
    [[nodiscard]] bool on_show(Span span) const {
        return span.source == shown_.span.source && span.begin >= shown_.begin &&
               span.begin < std::max(shown_.end, shown_.begin + 1);
    }

    const Sources& sources_;
    Language language_;
    Excerpt shown_;  // nowhere at first
    std::string out_;
};

}  // namespace

std::string render(const Diagnostic& diagnostic, const Sources& sources, Language language) {
    Renderer renderer(sources, language);
    renderer.report(diagnostic.severity == Severity::error ? tr("error") : tr("warning"), diagnostic.message,
                    diagnostic.span);
    for (const Note& note : diagnostic.notes)
        renderer.report(tr("note"), note.message, note.span);
    if (diagnostic.more != 0)
        renderer.say(tr("note"),
                     {diagnostic.in_rows ? tr("and {n} more {n:row|rows}") : tr("and {n} more {n:place|places}"),
                      {{"n", static_cast<std::int64_t>(diagnostic.more)}}});
    if (diagnostic.help)
        renderer.say(tr("help"), *diagnostic.help);
    return renderer.take();
}

}  // namespace msp
