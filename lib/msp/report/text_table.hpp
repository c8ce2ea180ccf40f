// SPDX-License-Identifier: MIT
// A table for a terminal: columns aligned by their display width (accents and wide characters counted right), figures
// to the right so that decimals stand under each other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

enum class Align { left, right };
enum class Style { plain, strong, faint, alert };

struct TableCell {
    std::string text;
    Style style = Style::plain;
};

class TextTable {
 public:
    explicit TextTable(std::vector<Align> columns);

    // A row may be shorter or longer than the columns. Line breaks and tabs become blanks, other controls are shown
    // escaped.
    void head(const std::vector<std::string>& cells);
    void row(std::vector<TableCell> cells);
    // A line across, before totals.
    void rule();

    // The narrowest width that shows everything.
    [[nodiscard]] std::size_t width() const;
    // Breaks the texts of the first column between words, to `least` columns or more, so that the table is no wider
    // than `limit`. Later lines stand under the first word.
    void narrow(std::size_t limit, std::size_t least);
    // Lines ended by newlines, without trailing spaces. Where `limit` is not 0 and the table is wider, it is cut into
    // blocks of columns that fit, each repeating the first column and the head; a single column is never cut.
    // Colour (ANSI) only where asked for; it never changes the width.
    [[nodiscard]] std::string render(std::size_t limit, bool colour) const;

 private:
    struct Row {
        std::vector<TableCell> cells;
        bool rule = false;
    };
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<Align> columns_;
    std::vector<Row> rows_;
};

}  // namespace msp
