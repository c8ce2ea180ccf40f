// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/text_blocks.hpp>
#include <msp/report/text_table.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace msp {
namespace {

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

void append_rule(std::string& out, std::size_t width, bool colour) {
    std::string line;
    for (std::size_t i = 0; i < width; ++i)
        line += "─";
    append_styled(out, line, line.empty() ? Style::plain : Style::faint, colour);
    out += '\n';
}

}  // namespace

TextTable::TextTable(std::vector<TableColumn> columns) : columns_(std::move(columns)), widths_(columns_.size()) {}

void TextTable::head(const std::vector<std::string>& cells, const std::vector<std::string>& briefs) {
    headed_ = true;
    begin_row(false);
    for (std::size_t i = 0; i < cells.size(); ++i)
        add({cells[i], Style::strong, i < briefs.size() ? briefs[i] : std::string()});
}

void TextTable::row(const std::vector<TableCell>& cells) {
    begin_row(false);
    for (const TableCell& cell : cells)
        add(cell);
}

void TextTable::rule() {
    begin_row(true);
}

void TextTable::begin_row(bool rule) {
    rows_.push_back({.text = text_.size(), .first = cells_.size(), .cells = 0, .rule = rule});
}

void TextTable::add(const TableCell& cell) {
    const Cell shown = append(cell.text, cell.style);
    cells_.push_back(shown);
    if (!cell.brief.empty())
        briefs_.push_back({cells_.size() - 1, append(cell.brief, cell.style)});
    const std::size_t column = rows_.back().cells++;
    widths_.resize(std::max(widths_.size(), column + 1));
    widths_[column] = std::max<std::size_t>(widths_[column], shown.width);
}

// A label must not move the cursor, break the line or send commands to the terminal.
TextTable::Cell TextTable::append(std::string_view text, Style style) {
    const std::size_t begin = text_.size();
    Harmless shown = harmless_prefix(text);
    if (shown.bytes == text.size()) {
        text_ += text;
    } else {
        std::string in_one_line(text);
        std::ranges::replace_if(
            in_one_line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        text_ += visible(in_one_line);
        shown.columns = display_width(std::string_view(text_).substr(begin));
    }
    for (; text_.size() > begin && text_.back() == ' '; --shown.columns)
        text_.pop_back();
    return {static_cast<std::uint32_t>(begin - rows_.back().text), static_cast<std::uint32_t>(text_.size() - begin),
            static_cast<std::uint32_t>(shown.columns), style};
}

TextTable::Cell TextTable::cell(const Row& row, std::size_t column) const {
    return column < row.cells ? cells_[row.first + column] : Cell();
}

std::string_view TextTable::head_of(std::size_t column) const {
    return headed_ ? text(rows_.front(), cell(rows_.front(), column)) : std::string_view();
}

std::string_view TextTable::text(const Row& row, const Cell& cell) const {
    return std::string_view(text_).substr(row.text + cell.begin, cell.size);
}

std::size_t TextTable::width() const {
    if (rows_.empty() || widths_.empty())
        return 0;
    return std::accumulate(widths_.begin(), widths_.end(), column_gap * (widths_.size() - 1));
}

// The names are those of these rows, what stands behind them is the row's.
void TextTable::append_line(std::string& out, std::span<const Row* const> names, const Row& row, std::size_t begin,
                            std::size_t end, bool colour) const {
    std::size_t blanks = 0;  // owed before the next text: a line has none at its end
    const auto append_cell = [&](const Row& of, std::size_t column) {
        const Cell shown = cell(of, column);
        const std::size_t padding = widths_[column] - shown.width;
        const bool right = column < columns_.size() && columns_[column].align == Align::right;
        blanks += right ? padding : 0;
        if (shown.size != 0) {
            out.append(blanks, ' ');
            append_styled(out, text(of, shown), shown.style, colour);
            blanks = 0;
        }
        blanks += column_gap + (right ? 0 : padding);
    };
    for (std::size_t column = 0; column < names.size(); ++column)
        append_cell(*names[column], column);
    for (std::size_t column = begin; column < end; ++column)
        append_cell(row, column);
    out += '\n';
}

// Where the rows behind a rule end.
std::size_t TextTable::end_of_section(std::size_t rule) const {
    std::size_t end = rule + 1;
    while (end < rows_.size() && !rows_[end].rule)
        ++end;
    return end;
}

// Of a row that was broken into lines.
std::size_t TextTable::end_of_row(std::size_t first) const {
    std::size_t end = first + 1;
    while (end < rows_.size() && rows_[end].later)
        ++end;
    return end;
}

bool TextTable::says(const Row& row, std::size_t begin, std::size_t end) const {
    for (std::size_t column = begin; column < std::min<std::size_t>(end, row.cells); ++column) {
        if (cell(row, column).size != 0)
            return true;
    }
    return false;
}

// Any of these lines, in columns [begin, end).
bool TextTable::says(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) const {
    return std::any_of(rows_.begin() + static_cast<std::ptrdiff_t>(first),
                       rows_.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](const Row& line) { return says(line, begin, end); });
}

// Of a part of the table that is cut: it has nothing but a name.
bool TextTable::is_heading(std::size_t row) const {
    return !says(row, end_of_row(row), lead_, widths_.size());
}

// In a block of columns [begin, end) of a table that is cut: where the row has something in them, and above such rows
// where it is the heading of a part; what heads nothing stands in the first block.
bool TextTable::stands(std::size_t row, std::size_t begin, std::size_t end) const {
    const std::size_t behind = end_of_row(row);
    if ((row == 0 && headed_) || says(row, behind, begin, end))
        return true;
    if (!is_heading(row))
        return false;
    std::size_t at = behind;
    for (; at < rows_.size() && !rows_[at].rule && !is_heading(at); at = end_of_row(at)) {
        if (says(at, end_of_row(at), begin, end))
            return true;
    }
    return at == behind && begin == lead_;
}

// All lines of a row, and of the names that it has from rows above it.
void TextTable::append_row(std::string& out, std::size_t first, const ColumnBlock& block, const Owed& owed,
                           bool colour) const {
    static const Row nothing;
    const auto line_of = [this](std::size_t row, std::size_t line) {
        return row + line < end_of_row(row) ? &rows_[row + line] : &nothing;
    };
    std::size_t height = end_of_row(first) - first;
    for (const std::optional<std::size_t>& row : owed)
        height = row ? std::max(height, end_of_row(*row) - *row) : height;
    std::vector<const Row*> names(block.lead);
    for (std::size_t line = 0; line < height; ++line) {
        const Row* const own = line_of(first, line);
        bool any = says(*own, block.begin, block.end);
        for (std::size_t column = 0; column < block.lead; ++column) {
            names[column] = owed[column] ? line_of(*owed[column], line) : own;
            any = any || says(*names[column], column, column + 1);
        }
        if (any)
            append_line(out, names, *own, block.begin, block.end, colour);
    }
}

void TextTable::append_block(std::string& out, const ColumnBlock& block, bool colour) const {
    Owed owed(block.lead);
    for (std::size_t i = 0; i < rows_.size();) {
        if (rows_[i].rule) {
            const std::size_t behind = end_of_section(i);
            std::size_t shown = i + 1;
            while (shown < behind && !stands(shown, block.begin, block.end))
                shown = end_of_row(shown);
            if (shown < behind || behind == i + 1)
                append_rule(out, block.width, colour);
            std::ranges::fill(owed, std::nullopt);
            ++i;
            continue;
        }
        const std::size_t behind = end_of_row(i);
        for (std::size_t column = 0, named = 0; column < block.lead; ++column) {
            const bool own = says(i, behind, column, column + 1);
            named += own ? 1 : 0;
            if (own || named > 0)
                owed[column] = own ? std::optional(i) : std::nullopt;
        }
        if (stands(i, block.begin, block.end)) {
            append_row(out, i, block, owed, colour);
            std::ranges::fill(owed, std::nullopt);
        } else if (is_heading(i)) {
            std::ranges::fill(owed, std::nullopt);
        }
        i = behind;
    }
}

std::string TextTable::render(std::size_t limit, bool colour) const {
    std::string out;
    out.reserve(text_.size() + rows_.size() * (width() + 1));
    const std::vector<ColumnBlock> blocks = column_blocks(widths_, lead_, columns_, limit);
    if (blocks.size() == 1) {
        for (const Row& row : rows_) {
            if (row.rule)
                append_rule(out, blocks.front().width, colour);
            else
                append_line(out, {}, row, 0, blocks.front().end, colour);
        }
        return out;
    }
    for (const ColumnBlock& block : blocks) {
        if (!out.empty())
            out += '\n';
        append_block(out, block, colour);
    }
    return out;
}

}  // namespace msp
