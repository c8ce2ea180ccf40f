// SPDX-License-Identifier: MIT
// A table for a terminal: columns aligned by their display width (accents and wide characters counted right), figures
// to the right so that decimals stand under each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class Align { left, right };
enum class Style : std::uint8_t { plain, strong, faint, alert };

struct TableCell {
    std::string text;
    Style style = Style::plain;
};

class TextTable {
 public:
    explicit TextTable(std::vector<Align> columns, std::vector<bool> joined = {});

    // A row may be shorter or longer than the columns. Line breaks and tabs become blanks, other controls are shown
    // escaped.
    void head(const std::vector<std::string>& cells);
    void row(const std::vector<TableCell>& cells);
    // A line across, before totals.
    void rule();

    // The narrowest width that shows everything.
    [[nodiscard]] std::size_t width() const;
    // Breaks the texts of a column between words, and paths of files behind a folder, to `least` columns or more, so
    // that the table is no wider than `limit`. Later lines stand under the first word.
    void narrow(std::size_t limit, std::size_t least, std::size_t column = 0);
    // Where the table is wider than `limit`, the head's words that are wider than what stands below them are set under
    // each other.
    void narrow_head(std::size_t limit);
    // Lines ended by newlines, without trailing spaces. Where `limit` is not 0 and the table is wider, it is cut into
    // blocks of columns that fit, each repeating the first column and the head; columns that are joined are never
    // parted, nor is a single one cut.
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
    };
    void begin_row(bool rule);
    void add(std::string_view text, Style style);
    [[nodiscard]] Cell cell(const Row& row, std::size_t column) const;  // an empty one behind the last
    [[nodiscard]] std::string_view text(const Row& row, const Cell& cell) const;
    void append_line(std::string& out, const Row& row, std::size_t begin, std::size_t end, bool colour) const;

    std::vector<Align> columns_;
    std::vector<bool> joined_;         // to the one before them
    std::vector<std::size_t> widths_;  // the widest cell of each column
    std::string text_;                 // of all cells, one after the other: a table may have millions
    std::vector<Cell> cells_;
    std::vector<Row> rows_;
};

}  // namespace msp
