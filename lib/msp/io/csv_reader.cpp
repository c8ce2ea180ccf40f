// SPDX-License-Identifier: MIT
#include <msp/io/document_limit.hpp>
#include <msp/io/readers.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

namespace {

// Not one of a header's points: the root of the keys.
constexpr std::uint32_t no_column = 0xffff'ffff;

struct Cell {
    Span span;  // without the spaces around it
    std::string_view text;
    bool quoted = false;
};

// The records of the text, one after the other.
class Records {
 public:
    Records(Sources& sources, SourceId source, Diagnostics& diagnostics)
        : sources_(sources),
          source_(source),
          text_(sources.text(source)),
          diagnostics_(diagnostics),
          separator_(find_separator()) {}

    // The cells of the next record that is not blank; false at the end of the text.
    bool next(std::vector<Cell>& cells) {
        while (at_ < text_.size()) {
            cells.clear();
            sound_ = true;
            read_record(cells);
            const bool blank = std::all_of(cells.begin(), cells.end(),
                                           [](const Cell& cell) { return cell.text.empty() && !cell.quoted; });
            if (!blank || !sound_)
                return true;
        }
        return false;
    }
    // False if the last record was reported for its quotes.
    [[nodiscard]] bool sound() const { return sound_; }

 private:
    // The most frequent of ; , and tab in the header, outside quotes.
    [[nodiscard]] char find_separator() const {
        std::size_t semicolons = 0;
        std::size_t commas = 0;
        std::size_t tabs = 0;
        bool in_quotes = false;
        bool begun = false;
        for (const char c : text_) {
            const bool line_end = c == '\n' || c == '\r';
            if (line_end && begun && !in_quotes)
                break;
            begun = begun || !line_end;
            in_quotes = in_quotes != (c == '"');
            semicolons += c == ';' && !in_quotes ? 1U : 0U;
            commas += c == ',' && !in_quotes ? 1U : 0U;
            tabs += c == '\t' && !in_quotes ? 1U : 0U;
        }
        if (tabs > semicolons && tabs > commas)
            return '\t';
        return semicolons >= commas && semicolons > 0 ? ';' : ',';
    }

    [[nodiscard]] bool at_end_of_cell() const {
        return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
    }
    [[nodiscard]] bool at_space() const {
        return at_ < text_.size() && text_[at_] != separator_ && (text_[at_] == ' ' || text_[at_] == '\t');
    }
    void skip_spaces() {
        while (at_space())
            ++at_;
    }
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const { return {source_, begin, end}; }

    void read_record(std::vector<Cell>& cells) {
        for (;;) {
            skip_spaces();
            const bool quoted = at_ < text_.size() && text_[at_] == '"';
            // Beyond the limit the cells are not kept; the record will be refused for their number.
            const Cell cell = quoted ? quoted_cell() : plain_cell();
            if (cells.size() <= Document::limit)
                cells.push_back(cell);
            if (at_ >= text_.size() || text_[at_] != separator_)
                break;
            ++at_;
        }
        if (text_.substr(at_, 2) == "\r\n")
            ++at_;
        at_ += at_ < text_.size() ? 1U : 0U;
    }

    Cell plain_cell() {
        Cell cell;
        const std::uint32_t begin = at_;
        std::uint32_t end = begin;
        for (; !at_end_of_cell(); ++at_) {
            if (text_[at_] == '"')
                report_quote(tr("a quote stands inside a cell that does not begin with one"), at_);
            if (!at_space())
                end = at_ + 1;
        }
        cell.span = span(begin, end);
        cell.text = text_.substr(begin, end - begin);
        return cell;
    }

    Cell quoted_cell() {
        Cell cell;
        cell.quoted = true;
        const std::uint32_t begin = at_++;
        bool doubled = false;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"')
                continue;
            if (text_.substr(at_, 2) != "\"\"")
                break;
            doubled = true;
            ++at_;
        }
        const std::uint32_t inside = begin + 1;
        const std::string_view written = text_.substr(inside, at_ - inside);
        if (at_ >= text_.size()) {
            at_ = static_cast<std::uint32_t>(text_.size());
            report_quote(tr("this quote is not closed"), begin);
        } else {
            ++at_;
        }
        cell.span = span(begin, at_);
        cell.text = doubled ? without_doubled_quotes(written) : written;
        skip_spaces();
        if (!at_end_of_cell())
            report_quote(tr("something stands between the closing quote and the next separator"), at_);
        while (!at_end_of_cell())
            ++at_;
        return cell;
    }

    std::string_view without_doubled_quotes(std::string_view written) {
        std::string text;
        for (std::size_t i = 0; i < written.size(); ++i) {
            text += written[i];
            i += written[i] == '"' ? 1U : 0U;
        }
        return sources_.keep(std::move(text));
    }

    // Once a record.
    void report_quote(const char* text, std::uint32_t place) {
        if (!std::exchange(sound_, false))
            return;
        Diagnostic problem;
        problem.id = "csv.quote";
        problem.message = Message{text, {}};
        problem.span = span(place, place + 1);
        problem.help =
            Message{tr("a cell with quotes or separators stands in quotes, with each quote inside it doubled"), {}};
        diagnostics_.add(std::move(problem));
    }

    Sources& sources_;
    SourceId source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    char separator_;
    std::uint32_t at_ = 0;
    bool sound_ = true;
};

// The keys of the header: those with points share their beginnings.
class Header {
 public:
    struct Key {
        std::string_view name;
        Span span;
        std::uint32_t parent = no_column;
        bool table = false;
    };

    // False, with diagnostics, if the keys cannot be told apart.
    bool read(const std::vector<Cell>& cells, Diagnostics& diagnostics) {
        for (const Cell& cell : cells)
            read_cell(cell, diagnostics);
        return sound_;
    }
    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }
    // The key of each column.
    [[nodiscard]] const std::vector<std::uint32_t>& columns() const { return columns_; }

 private:
    void read_cell(const Cell& cell, Diagnostics& diagnostics) {
        std::string_view rest = cell.text;
        std::uint32_t parent = no_column;
        for (std::size_t parts = 1;; ++parts) {
            const std::size_t point = rest.find('.');
            const std::string_view name = rest.substr(0, point);
            const bool last = point == std::string_view::npos;
            if (name.empty() || parts > deepest_level)
                return report(diagnostics, "csv.header-empty", {tr("a column has no name"), {}}, cell.span);
            const auto [found, is_new] = known_.try_emplace({parent, name}, static_cast<std::uint32_t>(keys_.size()));
            if (is_new)
                keys_.push_back({name, cell.span, parent, !last});
            else if (const Key& first = keys_[found->second]; last || !first.table)
                return report_taken(diagnostics, cell, first, last != first.table);
            parent = found->second;
            if (last)
                break;
            rest.remove_prefix(point + 1);
        }
        columns_.push_back(parent);
    }

    void report(Diagnostics& diagnostics, const char* id, Message message, Span span, std::vector<Note> notes = {}) {
        sound_ = false;
        Diagnostic problem;
        problem.id = id;
        problem.message = std::move(message);
        problem.span = span;
        problem.notes = std::move(notes);
        diagnostics.add(std::move(problem));
    }
    void report_taken(Diagnostics& diagnostics, const Cell& cell, const Key& first, bool same) {
        const std::string name(cell.text);
        if (same)
            report(diagnostics, "csv.header-repeated", {tr("the column \"{name}\" is there twice"), {{"name", name}}},
                   cell.span, {{first.span, {tr("the first time is here"), {}}}});
        else
            report(diagnostics, "csv.header-inside",
                   {tr("with \"{name}\", a column would be a value and a table at once"), {{"name", name}}}, cell.span,
                   {{first.span, {tr("the other column is here"), {}}}});
    }

    std::vector<Key> keys_;
    std::vector<std::uint32_t> columns_;
    std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> known_;
    bool sound_ = true;
};

class CsvTree {
 public:
    CsvTree(const Header& header, SourceId source) : header_(header), opened_(header.keys().size()) {
        document_[Document::root()].kind = NodeKind::list;
        document_[Document::root()].span = {source, 0, 0};
    }

    void add_record(const std::vector<Cell>& cells, Span span) {
        std::fill(opened_.begin(), opened_.end(), Opened());
        Node record;
        record.kind = NodeKind::table;
        record.span = span;
        record_ = Opened{document_.add(record), no_node};
        last_record_ = document_.link(Document::root(), last_record_, record_.node);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].text.empty())
                add_cell(header_.columns()[i], cells[i]);
    }
    Document take() { return std::move(document_); }

 private:
    // A table of the record that is being added.
    struct Opened {
        NodeId node = no_node;
        NodeId last = no_node;
    };

    void add_cell(std::uint32_t column, const Cell& cell) {
        Node node;
        node.kind = cell.quoted ? NodeKind::text : NodeKind::bare;
        node.text = cell.text;
        node.span = cell.span;
        append(column, node);
    }

    // The tables above a key are made when the first of their cells that is not empty comes.
    NodeId append(std::uint32_t index, Node node) {
        const Header::Key& key = header_.keys()[index];
        if (key.parent != no_column && opened_[key.parent].node == no_node) {
            Node table;
            table.kind = NodeKind::table;
            table.span = node.span;
            opened_[key.parent].node = append(key.parent, table);
        }
        Opened& parent = key.parent == no_column ? record_ : opened_[key.parent];
        node.key = key.name;
        node.key_span = key.span;
        parent.last = document_.link(parent.node, parent.last, document_.add(node));
        return parent.last;
    }

    const Header& header_;
    Document document_;
    std::vector<Opened> opened_;  // by key
    Opened record_;
    NodeId last_record_ = no_node;
};

Diagnostic wrong_count(std::size_t count, std::size_t wanted, Span span) {
    Diagnostic problem;
    problem.id = "csv.cells";
    problem.message =
        Message{tr("this record has {count} {count:cell|cells}, the header {wanted}"),
                {{"count", static_cast<std::int64_t>(count)}, {"wanted", static_cast<std::int64_t>(wanted)}}};
    problem.span = span;
    if (count > wanted)
        problem.help = Message{tr("put a cell that holds the separator in quotes"), {}};
    return problem;
}

}  // namespace

std::optional<Document> read_csv(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    Records records(sources, source, diagnostics);
    std::vector<Cell> cells;
    Header header;
    if (records.next(cells)) {
        if (cells.size() > Document::limit) {
            diagnostics.add(too_many_values(cells.front().span));
            return {};
        }
        if (!header.read(cells, diagnostics) || !records.sound())
            return {};
    }
    CsvTree tree(header, source);
    try {
        while (records.next(cells)) {
            const Span span{source, cells.front().span.begin, cells.back().span.end};
            if (!records.sound())
                continue;
            if (cells.size() != header.columns().size())
                diagnostics.add(wrong_count(cells.size(), header.columns().size(), span));
            else
                tree.add_record(cells, span);
        }
    } catch (const Error& error) {
        diagnostics.add(error.diagnostic());
        return {};
    }
    return tree.take();
}

}  // namespace msp
