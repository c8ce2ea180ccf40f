// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/text_style.hpp>
#include <msp/report/text_table.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t gap = 2;

// Columns [begin, end) beside the first one.
struct ColumnBlock {
    std::size_t begin;
    std::size_t end;
    std::size_t width;
};

struct Layout {
    std::span<const Align> aligns;
    std::span<const std::size_t> widths;
    bool colour;

    [[nodiscard]] Align align(std::size_t column) const {
        return column < aligns.size() ? aligns[column] : Align::left;
    }
};

// A label must not move the cursor, break the line or send commands to the terminal.
std::string printable(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    text.erase(text.find_last_not_of(' ') + 1);
    return plain_prefix(text) == text.size() ? text : visible(text);
}

std::vector<ColumnBlock> cut(std::span<const std::size_t> widths, std::size_t limit) {
    if (widths.empty())
        return {};
    std::vector<ColumnBlock> blocks = {{1, 1, widths[0]}};
    for (std::size_t column = 1; column < widths.size(); ++column) {
        const ColumnBlock& last = blocks.back();
        const bool fits = limit == 0 || last.width + gap + widths[column] <= limit;
        if (!fits && last.end > last.begin)
            blocks.push_back({column, column, widths[0]});
        blocks.back().end = column + 1;
        blocks.back().width += gap + widths[column];
    }
    return blocks;
}

std::string_view colour_code(Style style) {
    switch (style) {
        case Style::plain:
            return "";
        case Style::strong:
            return "\x1b[1m";
        case Style::faint:
            return "\x1b[2m";
        case Style::alert:
            return "\x1b[31m";
    }
    return "";
}

void append_styled(std::string& out, std::string_view text, Style style, bool colour) {
    if (!colour || style == Style::plain) {
        out += text;
        return;
    }
    out.append(colour_code(style)).append(text).append("\x1b[0m");
}

void append_line(std::string& out, std::span<const TableCell> cells, const Layout& layout, ColumnBlock block) {
    std::size_t blanks = 0;  // owed before the next text: a line has none at its end
    const auto append_cell = [&](std::size_t column) {
        const TableCell none;
        const TableCell& cell = column < cells.size() ? cells[column] : none;
        const std::size_t padding = layout.widths[column] - display_width(cell.text);
        const bool right = layout.align(column) == Align::right;
        blanks += right ? padding : 0;
        if (!cell.text.empty()) {
            out.append(blanks, ' ');
            append_styled(out, cell.text, cell.style, layout.colour);
            blanks = 0;
        }
        blanks += gap + (right ? 0 : padding);
    };
    append_cell(0);
    for (std::size_t column = block.begin; column < block.end; ++column)
        append_cell(column);
    out += '\n';
}

void append_rule(std::string& out, const Layout& layout, ColumnBlock block) {
    std::string line;
    for (std::size_t i = 0; i < block.width; ++i)
        line += "─";
    append_styled(out, line, line.empty() ? Style::plain : Style::faint, layout.colour);
    out += '\n';
}

}  // namespace

TextTable::TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}

void TextTable::head(const std::vector<std::string>& cells) {
    std::vector<TableCell> strong;
    strong.reserve(cells.size());
    for (const std::string& text : cells)
        strong.push_back({printable(text), Style::strong});
    rows_.push_back({.cells = std::move(strong), .rule = false});
}

void TextTable::row(std::vector<TableCell> cells) {
    for (TableCell& cell : cells)
        cell.text = printable(cell.text);
    rows_.push_back({.cells = std::move(cells), .rule = false});
}

void TextTable::rule() {
    rows_.push_back({.cells = {}, .rule = true});
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widest(columns_.size(), 0);
    for (const Row& line : rows_) {
        widest.resize(std::max(widest.size(), line.cells.size()), 0);
        for (std::size_t i = 0; i < line.cells.size(); ++i)
            widest[i] = std::max(widest[i], display_width(line.cells[i].text));
    }
    return widest;
}

std::size_t TextTable::width() const {
    const std::vector<std::size_t> widest = widths();
    if (rows_.empty() || widest.empty())
        return 0;
    return std::accumulate(widest.begin(), widest.end(), gap * (widest.size() - 1));
}

void TextTable::narrow(std::size_t limit, std::size_t least) {
    if (width() <= limit)
        return;
    const std::size_t first = widths().front();
    const std::size_t others = width() - first;
    const std::size_t room = std::max(least, limit - std::min(limit, others));
    std::vector<Row> rows;
    for (Row& row : rows_) {
        if (row.cells.empty() || display_width(row.cells[0].text) <= room) {
            rows.push_back(std::move(row));
            continue;
        }
        const std::size_t indent = std::min(row.cells[0].text.find_first_not_of(' '), room - 1);
        const std::vector<std::string> lines = lines_within(row.cells[0].text.substr(indent), room - indent);
        const Style style = row.cells[0].style;
        row.cells[0].text = std::string(indent, ' ') + lines.front();
        rows.push_back(std::move(row));
        for (std::size_t i = 1; i < lines.size(); ++i)
            rows.push_back({.cells = {{std::string(indent, ' ') + lines[i], style}}, .rule = false});
    }
    rows_ = std::move(rows);
}

std::string TextTable::render(std::size_t limit, bool colour) const {
    const std::vector<std::size_t> widest = widths();
    const Layout layout{columns_, widest, colour};
    std::string out;
    for (const ColumnBlock& block : cut(widest, limit)) {
        if (!out.empty())
            out += '\n';
        for (const Row& line : rows_) {
            if (line.rule)
                append_rule(out, layout, block);
            else
                append_line(out, line.cells, layout, block);
        }
    }
    return out;
}

}  // namespace msp
