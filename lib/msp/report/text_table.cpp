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
// How much further in a name goes on: what follows in it never begins a line, where it could pass for one of ours.
constexpr std::size_t hanging = 2;

// Columns [begin, end) beside the first one.
struct ColumnBlock {
    std::size_t begin;
    std::size_t end;
    std::size_t width;
};

std::vector<ColumnBlock> cut(std::span<const std::size_t> widths, const std::vector<bool>& joined, std::size_t limit) {
    if (widths.empty())
        return {};
    std::vector<ColumnBlock> blocks = {{1, 1, widths[0]}};
    for (std::size_t column = 1; column < widths.size();) {
        std::size_t end = column;
        std::size_t width = 0;
        do
            width += gap + widths[end++];
        while (end < std::min(widths.size(), joined.size()) && joined[end]);
        const ColumnBlock& last = blocks.back();
        const bool fits = limit == 0 || last.width + width <= limit;
        if (!fits && last.end > last.begin)
            blocks.push_back({column, column, widths[0]});
        blocks.back().end = end;
        blocks.back().width += width;
        column = end;
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

void append_rule(std::string& out, std::size_t width, bool colour) {
    std::string line;
    for (std::size_t i = 0; i < width; ++i)
        line += "─";
    append_styled(out, line, line.empty() ? Style::plain : Style::faint, colour);
    out += '\n';
}

// The path of a file is one word; one that is wider than its column goes on behind the last folder that fits.
std::vector<std::string> with_paths_broken(std::vector<std::string> lines, std::size_t room) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::size_t end = std::string::npos;
        for (std::size_t at = lines[i].find('/', hanging); at != std::string::npos; at = lines[i].find('/', at + 1)) {
            if (display_width(std::string_view(lines[i]).substr(0, at + 1)) > room && end != std::string::npos)
                break;
            end = at + 1;
        }
        if (display_width(lines[i]) <= room || end == std::string::npos || end == lines[i].size())
            continue;
        std::string rest = std::string(hanging, ' ') + lines[i].substr(end);
        lines[i].resize(end);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
    }
    return lines;
}

}  // namespace

TextTable::TextTable(std::vector<Align> columns, std::vector<bool> joined)
    : columns_(std::move(columns)), joined_(std::move(joined)), widths_(columns_.size()) {}

void TextTable::head(const std::vector<std::string>& cells) {
    begin_row(false);
    for (const std::string& text : cells)
        add(text, Style::strong);
}

void TextTable::row(const std::vector<TableCell>& cells) {
    begin_row(false);
    for (const TableCell& cell : cells)
        add(cell.text, cell.style);
}

void TextTable::rule() {
    begin_row(true);
}

void TextTable::begin_row(bool rule) {
    rows_.push_back({.text = text_.size(), .first = cells_.size(), .cells = 0, .rule = rule});
}

// A label must not move the cursor, break the line or send commands to the terminal.
void TextTable::add(std::string_view text, Style style) {
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
    const std::size_t width = shown.columns;
    Row& row = rows_.back();
    cells_.push_back({static_cast<std::uint32_t>(begin - row.text), static_cast<std::uint32_t>(text_.size() - begin),
                      static_cast<std::uint32_t>(width), style});
    const std::size_t column = row.cells++;
    widths_.resize(std::max(widths_.size(), column + 1));
    widths_[column] = std::max(widths_[column], width);
}

TextTable::Cell TextTable::cell(const Row& row, std::size_t column) const {
    return column < row.cells ? cells_[row.first + column] : Cell();
}

std::string_view TextTable::text(const Row& row, const Cell& cell) const {
    return std::string_view(text_).substr(row.text + cell.begin, cell.size);
}

std::size_t TextTable::width() const {
    if (rows_.empty() || widths_.empty())
        return 0;
    return std::accumulate(widths_.begin(), widths_.end(), gap * (widths_.size() - 1));
}

void TextTable::narrow(std::size_t limit, std::size_t least, std::size_t column) {
    if (width() <= limit || column >= widths_.size())
        return;
    const std::size_t others = width() - widths_[column];
    const std::size_t room = std::max(least, limit - std::min(limit, others));
    TextTable narrower(columns_, joined_);
    for (const Row& row : rows_) {
        const Cell broken = cell(row, column);
        std::vector<std::string> lines(1, std::string(text(row, broken)));
        if (broken.width > room) {
            const std::size_t indent = std::min(text(row, broken).find_first_not_of(' '), room - 1);
            lines = with_paths_broken(lines_within(text(row, broken).substr(indent), room - indent, hanging),
                                      room - indent);
            for (std::string& line : lines)
                line.insert(0, indent, ' ');
        }
        narrower.begin_row(row.rule);
        for (std::size_t at = 0; at < row.cells; ++at)
            narrower.add(at == column ? lines.front() : text(row, cell(row, at)), cell(row, at).style);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            std::vector<TableCell> later(column);
            later.push_back({lines[i], broken.style});
            narrower.row(later);
        }
    }
    *this = std::move(narrower);
}

void TextTable::narrow_head(std::size_t limit) {
    if (width() <= limit || rows_.empty())
        return;
    const Row head = rows_.front();
    std::vector<std::size_t> below(widths_.size());
    for (const Row& row : std::span(rows_).subspan(1)) {
        for (std::size_t column = 0; column < row.cells; ++column)
            below[column] = std::max<std::size_t>(below[column], cell(row, column).width);
    }
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t column = 0; column < head.cells; ++column) {
        columns.push_back(lines_within(text(head, cell(head, column)), std::max<std::size_t>(below[column], 1)));
        height = std::max(height, columns.back().size());
    }
    if (height < 2)
        return;
    TextTable narrower(columns_, joined_);
    for (std::size_t line = 0; line < height; ++line) {  // the last words stand above what they name
        narrower.begin_row(false);
        for (std::size_t column = 0; column < head.cells; ++column) {
            const std::size_t above = height - columns[column].size();
            narrower.add(line < above ? "" : columns[column][line - above], cell(head, column).style);
        }
    }
    for (const Row& row : std::span(rows_).subspan(1)) {
        narrower.begin_row(row.rule);
        for (std::size_t column = 0; column < row.cells; ++column)
            narrower.add(text(row, cell(row, column)), cell(row, column).style);
    }
    *this = std::move(narrower);
}

void TextTable::append_line(std::string& out, const Row& row, std::size_t begin, std::size_t end, bool colour) const {
    std::size_t blanks = 0;  // owed before the next text: a line has none at its end
    const auto append_cell = [&](std::size_t column) {
        const Cell shown = cell(row, column);
        const std::size_t padding = widths_[column] - shown.width;
        const bool right = column < columns_.size() && columns_[column] == Align::right;
        blanks += right ? padding : 0;
        if (shown.size != 0) {
            out.append(blanks, ' ');
            append_styled(out, text(row, shown), shown.style, colour);
            blanks = 0;
        }
        blanks += gap + (right ? 0 : padding);
    };
    append_cell(0);
    for (std::size_t column = begin; column < end; ++column)
        append_cell(column);
    out += '\n';
}

std::string TextTable::render(std::size_t limit, bool colour) const {
    std::string out;
    out.reserve(text_.size() + rows_.size() * (width() + 1));
    for (const ColumnBlock& block : cut(widths_, joined_, limit)) {
        if (!out.empty())
            out += '\n';
        for (const Row& row : rows_) {
            if (row.rule)
                append_rule(out, block.width, colour);
            else
                append_line(out, row, block.begin, block.end, colour);
        }
    }
    return out;
}

}  // namespace msp
