// SPDX-License-Identifier: MIT
#include <msp/read/csv_columns.hpp>
#include <msp/read/csv_records.hpp>
#include <msp/read/document_limit.hpp>
#include <msp/read/readers.hpp>

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

// No key: above those without points, and of a column that is not used.
constexpr std::uint32_t no_column = 0xffff'ffff;

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
    bool read(const std::vector<Heading>& headings, Diagnostics& diagnostics) {
        for (const Heading& heading : headings) {
            columns_.push_back(no_column);
            if (heading.used)
                read_heading(heading, diagnostics);
        }
        return sound_;
    }
    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }
    // The key of each column; no_column for one that is not used.
    [[nodiscard]] const std::vector<std::uint32_t>& columns() const { return columns_; }

 private:
    void read_heading(const Heading& cell, Diagnostics& diagnostics) {
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
        columns_.back() = parent;
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
    void report_taken(Diagnostics& diagnostics, const Heading& cell, const Key& first, bool same) {
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

    void add_record(const std::vector<CsvCell>& cells, Span span) {
        std::fill(opened_.begin(), opened_.end(), Opened());
        Node record;
        record.kind = NodeKind::table;
        record.span = span;
        record_ = Opened{document_.add(record), no_node};
        last_record_ = document_.link(Document::root(), last_record_, record_.node);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].text.empty() && header_.columns()[i] != no_column)
                add_cell(header_.columns()[i], cells[i]);
    }
    Document take() { return std::move(document_); }

 private:
    // A table of the record that is being added.
    struct Opened {
        NodeId node = no_node;
        NodeId last = no_node;
    };

    void add_cell(std::uint32_t column, const CsvCell& cell) {
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

class CsvFile {
 public:
    CsvFile(Sources& sources, SourceId source, Diagnostics& diagnostics, const CsvColumns& columns)
        : sources_(sources),
          source_(source),
          diagnostics_(diagnostics),
          columns_(columns),
          records_(sources, source, diagnostics) {}

    std::optional<Document> read() {
        if (records_.next(cells_) && !read_header())
            return {};
        CsvTree tree(header_, source_);
        try {
            while (records_.next(cells_))
                if (records_.sound() && !columns_.skips(cells_) && fits())
                    tree.add_record(cells_, {source_, cells_.front().span.begin, cells_.back().span.end});
        } catch (const Error& error) {
            diagnostics_.add(error.diagnostic());
            return {};
        }
        return tree.take();
    }

 private:
    bool read_header() {
        if (cells_.size() > Document::limit) {
            diagnostics_.add(too_many_values(cells_.front().span));
            return false;
        }
        for (const CsvCell& cell : cells_)
            headings_.push_back({cell.text, cell.span, !cell.text.empty()});
        if (!records_.sound())
            return false;
        const auto cells = [this](std::size_t column) { return cells_of(column); };
        return columns_.name(headings_, cells) && header_.read(headings_, diagnostics_);
    }

    // From a second reading of the text: few headings need it.
    [[nodiscard]] std::vector<std::string_view> cells_of(std::size_t column) const {
        Diagnostics told_by_the_first;
        CsvRecords records(sources_, source_, told_by_the_first);
        std::vector<CsvCell> cells;
        std::vector<std::string_view> found;
        (void)records.next(cells);
        while (records.next(cells))
            if (column < cells.size() && !cells[column].text.empty() && !columns_.skips(cells))
                found.push_back(cells[column].text);
        return found;
    }

    // Empty cells beyond the header are what a spreadsheet leaves behind; so is an empty column.
    bool fits() {
        while (cells_.size() > headings_.size() && cells_.back().text.empty())
            cells_.pop_back();
        if (cells_.size() != headings_.size()) {
            report_count();
            return false;
        }
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (headings_[i].text.empty() && !cells_[i].text.empty())
                report_nameless(i);
        return true;
    }

    void report_count() {
        const Span span{source_, cells_.front().span.begin, cells_.back().span.end};
        Diagnostic problem;
        problem.id = "csv.cells";
        problem.message = Message{tr("this record has {count} {count:cell|cells}, the header {wanted}"),
                                  {{"count", static_cast<std::int64_t>(cells_.size())},
                                   {"wanted", static_cast<std::int64_t>(headings_.size())}}};
        problem.span = span;
        problem.in_rows = true;
        if (cells_.size() > headings_.size())
            problem.help = Message{tr("put a cell that holds the separator in quotes"), {}};
        diagnostics_.add_once(std::move(problem), fault("cells", cells_.size()));
    }

    void report_nameless(std::size_t column) {
        Diagnostic problem;
        problem.id = "csv.header-empty";
        problem.message = Message{tr("a column has no name"), {}};
        problem.span = headings_[column].span;
        problem.notes = {{cells_[column].span, {tr("this stands in it"), {}}}};
        problem.in_rows = true;
        diagnostics_.add_once(std::move(problem), fault("header-empty", column));
    }

    [[nodiscard]] std::string fault(const char* kind, std::size_t number) const {
        return std::string("csv.") + kind + ' ' + std::to_string(number) + ' ' + std::string(sources_.name(source_));
    }

    Sources& sources_;
    SourceId source_;
    Diagnostics& diagnostics_;
    const CsvColumns& columns_;
    CsvRecords records_;
    std::vector<CsvCell> cells_;
    std::vector<Heading> headings_;
    Header header_;
};

}  // namespace

std::optional<Document> read_csv(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    const CsvColumns plain = {[](std::vector<Heading>&, const ColumnCells&) { return true; },
                              [](const std::vector<CsvCell>&) { return false; }};
    return read_csv_with(sources, source, diagnostics, plain);
}

std::optional<Document> read_csv_with(Sources& sources, SourceId source, Diagnostics& diagnostics,
                                      const CsvColumns& columns) {
    return CsvFile(sources, source, diagnostics, columns).read();
}

}  // namespace msp
