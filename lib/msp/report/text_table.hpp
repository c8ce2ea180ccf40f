// SPDX-License-Identifier: MIT
// A table for a terminal: columns aligned by their display width (accents and wide characters counted right), figures
// to the right so that decimals stand under each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct ColumnBlock;
enum class Align { left, right };
enum class Style : std::uint8_t { plain, strong, faint, alert };

struct TableCell {
    std::string text;
    Style style = Style::plain;
    std::string brief = {};  // the same for a narrow page, where it has a shorter word for it
};

// How a column is set, and what a narrow page may do with it.
struct TableColumn {
    TableColumn(Align to) : align(to) {}  // a list of columns is one of these

    Align align;
    bool joined = false;  // to the one before it: parted only where there is no room for both
    bool words = false;   // may be broken between words
    bool spare = false;   // may be left out: others of its row say the same
    bool name = false;    // its row is called by it and those before it, not by the first alone
    bool sums = false;    // says something of all rows that the first column calls by one name, beside the last of them
};

class TextTable {
 public:
    explicit TextTable(std::vector<TableColumn> columns);

    // A row may be shorter or longer than the columns. Line breaks and tabs become blanks, other controls are shown
    // escaped.
    void head(const std::vector<std::string>& cells, const std::vector<std::string>& briefs = {});
    void row(const std::vector<TableCell>& cells);
    // A line across, before totals.
    void rule();

    // The narrowest width that shows everything.
    [[nodiscard]] std::size_t width() const;
    // Breaks longer heads than `most` between words: what users call things stands there too.
    void break_heads(std::size_t most);
    // Breaks the texts of a column between words, and paths of files behind a folder, to `least` columns or more, so
    // that the table is no wider than `limit`. Later lines stand under the first word.
    void narrow(std::size_t limit, std::size_t least, std::size_t column = 0);
    // Where the table is wider than `limit`, and no further than it takes: brief words, no columns without a text, the
    // words of the head under each other, then those of columns of words, and no spare columns. Where that is not
    // enough, a table of figures has names as narrow as gives the fewest lines where `render` cuts it into blocks. A
    // table of words, then or where that has fewer lines, and one of figures that has one row only or of which not one
    // has room beside its name, has a record for each row: its name and value, below it each other cell behind its
    // head. A limit of 0 is none, here as below. What comes back are the heads of spare columns left out.
    std::vector<std::string> fit(std::size_t limit, std::string_view colon = ": ");
    // Lines ended by newlines, without trailing spaces. Where `limit` is not 0 and the table is wider, it is cut into
    // blocks of columns that fit, each repeating the head and the columns by which a row is called. Joined columns are
    // parted only where they have no room beside those, and a single one is never cut. A block has the rows that have
    // something in its columns, and the headings and rules of those. A name that stood in a row left out stands in the
    // first one that it calls and that is there; a block of nothing but sums has the first column alone before it.
    // Colour (ANSI) only where asked for; it never changes the width.
    [[nodiscard]] std::string render(std::size_t limit, bool colour) const;

 private:
    struct Cell {
        std::uint32_t begin = 0;  // in its row's text
        std::uint32_t size = 0;
        std::uint32_t width = 0;
        Style style = Style::plain;
    };
    struct Row {
        std::size_t text = 0;   // where its text begins
        std::size_t first = 0;  // of its cells
        std::uint32_t cells = 0;
        bool rule = false;
        bool later = false;  // a further line of the row above
    };
    // A short form of a cell, which stands for it on a narrow page.
    struct Brief {
        std::size_t cell = 0;
        Cell text = {};
    };
    // A column as a narrow page may have it; with `marks` longer words are broken too, as names of files.
    struct Extent {
        std::size_t least = 0;  // its longest word, or what can be read well, where it is one of words
        std::size_t most = 0;   // with the words of its head under each other
        std::size_t head = 0;   // its head in one line
        bool empty = true;
    };
    void begin_row(bool rule);
    void add(const TableCell& cell);
    Cell append(std::string_view text, Style style);
    void use_briefs();
    [[nodiscard]] bool has(std::size_t column, bool TableColumn::*quality) const;
    [[nodiscard]] std::vector<Extent> extents(bool marks) const;
    // What columns take within the limit, their words broken; nothing where that is not enough.
    [[nodiscard]] std::optional<std::vector<std::size_t>> widths_within(std::size_t limit, bool marks) const;
    static void keep_heads_whole(const std::vector<Extent>& found, std::vector<std::size_t>& widths, std::size_t begin,
                                 std::size_t end, std::size_t room);
    // Of blocks that all begin with the `lead` first columns; nothing where those have no room for that.
    [[nodiscard]] std::optional<std::vector<std::size_t>> widths_of_blocks(std::size_t limit, std::size_t lead) const;
    [[nodiscard]] std::optional<TextTable> in_blocks(std::size_t limit) const;
    struct Fitted;
    [[nodiscard]] Fitted set_within(std::size_t limit) const;
    [[nodiscard]] std::size_t name() const;
    [[nodiscard]] bool is_of_words() const;
    [[nodiscard]] std::size_t end_of_value() const;
    [[nodiscard]] TableCell called(const Row& row, std::string_view colon) const;
    [[nodiscard]] std::size_t namesake(const Row& row, std::string_view called) const;
    [[nodiscard]] std::vector<TableCell> said(const Row&, std::size_t but, std::size_t room, std::string_view) const;
    [[nodiscard]] TextTable as_records(std::size_t limit, std::string_view colon) const;
    // With these columns alone.
    [[nodiscard]] TextTable only(const std::vector<bool>& kept) const;
    // What is wider than these is broken; where the first row is a head, its lines stand right above what they name.
    enum class Setting : std::uint8_t { plain, headed };
    [[nodiscard]] TextTable set_to(const std::vector<std::size_t>& widths, Setting setting) const;
    [[nodiscard]] Cell cell(const Row& row, std::size_t column) const;  // an empty one behind the last
    [[nodiscard]] std::string_view head_of(std::size_t column) const;
    [[nodiscard]] std::string_view text(const Row& row, const Cell& cell) const;
    [[nodiscard]] std::size_t end_of_section(std::size_t rule) const;
    [[nodiscard]] std::size_t end_of_row(std::size_t first) const;
    [[nodiscard]] bool says(const Row& row, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool says(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_heading(std::size_t row) const;
    [[nodiscard]] bool stands(std::size_t row, std::size_t begin, std::size_t end) const;
    // For each leading column: a row left out of a block, whose name the next one there has.
    using Owed = std::vector<std::optional<std::size_t>>;
    void append_row(std::string& out, std::size_t first, const ColumnBlock& block, const Owed& owed, bool colour) const;
    void append_block(std::string& out, const ColumnBlock& block, bool colour) const;
    void append_line(std::string& out, std::span<const Row* const> names, const Row& row, std::size_t begin,
                     std::size_t end, bool colour) const;

    std::vector<TableColumn> columns_;
    bool headed_ = false;              // its first row
    std::size_t lead_ = 1;             // so many columns stand in each block
    std::vector<std::size_t> widths_;  // the widest cell of each column
    std::string text_;                 // of all cells, one after the other: a table may have millions
    std::vector<Cell> cells_;
    std::vector<Brief> briefs_;
    std::vector<Row> rows_;
};

}  // namespace msp
