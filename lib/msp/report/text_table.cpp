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

// A column and those joined to it: the end of them.
std::size_t end_of_joined(std::size_t column, const std::vector<TableColumn>& columns, std::size_t number) {
    std::size_t end = column + 1;
    while (end < std::min(number, columns.size()) && columns[end].joined)
        ++end;
    return end;
}

std::vector<ColumnBlock> cut(std::span<const std::size_t> widths, const std::vector<TableColumn>& columns,
                             std::size_t limit) {
    if (widths.empty())
        return {};
    std::vector<ColumnBlock> blocks = {{1, 1, widths[0]}};
    for (std::size_t column = 1; column < widths.size();) {
        const std::size_t end = end_of_joined(column, columns, widths.size());
        std::size_t width = 0;
        for (std::size_t i = column; i < end; ++i)
            width += gap + widths[i];
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

// Where a word that is too wide may go on in the next line: a path behind a folder; with `marks` also the parts of ids
// and names of files, but no amount and no date.
bool ends_part(std::string_view word, std::size_t at, bool marks) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const char next = at + 1 < word.size() ? word[at + 1] : ' ';
    return word[at] == '/' || (marks && std::string_view("-_.:").find(word[at]) != std::string_view::npos &&
                               (letter(next) || word[at] == ':') && next != ' ' && next != '/');
}

// A word that is wider than its column goes on behind the last part of it that fits.
std::vector<std::string> with_parts_broken(std::vector<std::string> lines, std::size_t room, bool marks) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (display_width(lines[i]) <= room)
            continue;
        std::size_t end = std::string::npos;
        for (std::size_t at = hanging; at < lines[i].size(); ++at) {
            if (!ends_part(lines[i], at, marks))
                continue;
            if (display_width(std::string_view(lines[i]).substr(0, at + 1)) > room && end != std::string::npos)
                break;
            end = at + 1;
        }
        if (end == std::string::npos || end == lines[i].size())
            continue;
        std::string rest = std::string(hanging, ' ') + lines[i].substr(end);
        lines[i].resize(end);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
    }
    return lines;
}

// What a text becomes in a column of this width, its indentation kept.
std::vector<std::string> lines_of(std::string_view text, std::size_t width, bool marks) {
    const std::size_t room = std::max<std::size_t>(width, 1);
    const std::size_t indent = std::min(text.find_first_not_of(' '), room - 1);
    std::vector<std::string> lines =
        with_parts_broken(lines_within(text.substr(indent), room - indent, hanging), room - indent, marks);
    for (std::string& line : lines)
        line.insert(0, indent, ' ');
    return lines;
}

std::size_t widest_of(const std::vector<std::string>& lines) {
    std::size_t widest = 0;
    for (const std::string& line : lines)
        widest = std::max(widest, display_width(line));
    return widest;
}

// The narrowest column that a text may have.
std::size_t longest_word(std::string_view text, bool marks) {
    const std::size_t indent = std::min(text.find_first_not_of(' '), text.size());
    return indent + widest_of(with_parts_broken(lines_within(text.substr(indent), 1, hanging), 1, marks));
}

// A head has at most so many lines: one of a word in each is hard to read.
std::size_t narrowest_head(std::string_view head) {
    constexpr std::size_t most_lines = 4;
    std::size_t width = widest_of(lines_within(head, 1));
    while (lines_within(head, width).size() > most_lines)
        ++width;
    return width;
}

}  // namespace

TextTable::TextTable(std::vector<TableColumn> columns) : columns_(std::move(columns)), widths_(columns_.size()) {}

void TextTable::head(const std::vector<std::string>& cells, const std::vector<std::string>& briefs) {
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

std::string_view TextTable::text(const Row& row, const Cell& cell) const {
    return std::string_view(text_).substr(row.text + cell.begin, cell.size);
}

std::size_t TextTable::width() const {
    if (rows_.empty() || widths_.empty())
        return 0;
    return std::accumulate(widths_.begin(), widths_.end(), gap * (widths_.size() - 1));
}

void TextTable::break_heads(std::size_t most) {
    std::vector<std::size_t> widths(widths_.size());
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        for (std::size_t column = 0; column < rows_[i].cells; ++column)
            widths[column] = std::max<std::size_t>(widths[column], cell(rows_[i], column).width);
    }
    bool any = false;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const std::string_view head = text(rows_.front(), cell(rows_.front(), column));
        const std::size_t room = std::max(widths[column], most);
        any = any || display_width(head) > room;
        widths[column] = std::max(widths[column], widest_of(lines_within(head, room)));
    }
    if (any)
        *this = set_to(widths, Setting::headed);
}

void TextTable::narrow(std::size_t limit, std::size_t least, std::size_t column) {
    if (width() <= limit || column >= widths_.size())
        return;
    std::vector<std::size_t> widths = widths_;
    const std::size_t others = width() - widths[column];
    widths[column] = std::max(least, limit - std::min(limit, others));
    *this = set_to(widths, Setting::plain);
}

void TextTable::use_briefs() {
    for (const Brief& brief : std::exchange(briefs_, {}))
        cells_[brief.cell] = brief.text;
    std::ranges::fill(widths_, 0);
    for (const Row& row : rows_) {
        for (std::size_t column = 0; column < row.cells; ++column)
            widths_[column] = std::max<std::size_t>(widths_[column], cell(row, column).width);
    }
}

bool TextTable::has(std::size_t column, bool TableColumn::*quality) const {
    return column < columns_.size() && columns_[column].*quality;
}

std::vector<TextTable::Extent> TextTable::extents(bool marks) const {
    constexpr std::size_t readable = 12;
    std::vector<Extent> found(widths_.size());
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        for (std::size_t column = 0; column < row.cells; ++column) {
            const Cell shown = cell(row, column);
            Extent& extent = found[column];
            extent.empty = extent.empty && shown.size == 0;
            extent.most = std::max<std::size_t>(extent.most, shown.width);
            if (has(column, &TableColumn::words) && shown.width > extent.least)
                extent.least = std::max(extent.least, longest_word(text(row, shown), marks));
        }
    }
    for (std::size_t column = 0; column < found.size(); ++column) {
        const std::string_view head = text(rows_.front(), cell(rows_.front(), column));
        const std::size_t word = narrowest_head(head);
        found[column].head = display_width(head);
        found[column].most = std::max(found[column].most, word);
        found[column].least = has(column, &TableColumn::words)
                                  ? std::max({found[column].least, word, std::min(found[column].most, readable)})
                                  : found[column].most;
    }
    return found;
}

// No column of words is wider than another one that is broken.
std::optional<std::vector<std::size_t>> TextTable::widths_within(std::size_t limit, bool marks) const {
    const std::vector<Extent> found = extents(marks);
    std::vector<std::size_t> widths(found.size());
    for (std::size_t level = limit + 1; level-- > 0;) {
        std::size_t all = found.empty() ? 0 : gap * (found.size() - 1);
        for (std::size_t column = 0; column < found.size(); ++column) {
            widths[column] = std::clamp(level, found[column].least, found[column].most);
            all += widths[column];
        }
        if (all <= limit) {
            keep_heads_whole(found, widths, 0, widths.size(), limit - all);
            return widths;
        }
    }
    return std::nullopt;
}

// All of those of a block, where it has the room: not some of them.
void TextTable::keep_heads_whole(const std::vector<Extent>& found, std::vector<std::size_t>& widths, std::size_t begin,
                                 std::size_t end, std::size_t room) {
    std::size_t all = 0;
    for (std::size_t column = begin; column < end; ++column)
        all += std::max(found[column].head, widths[column]) - widths[column];
    for (std::size_t column = begin; column < end && all <= room; ++column)
        widths[column] = std::max(found[column].head, widths[column]);
}

// Of the widths of names that have as many blocks the largest, and of those the one with the fewest lines in all: a
// narrower one where it saves a tenth of them.
std::vector<std::size_t> TextTable::widths_of_blocks(std::size_t limit) const {
    const std::vector<Extent> found = extents(true);
    const auto beside = [&](std::size_t first) {
        std::vector<std::size_t> widths(found.size());
        for (std::size_t column = 1; column < found.size();) {
            const std::size_t end = end_of_joined(column, columns_, found.size());
            std::size_t all = first;
            for (std::size_t i = column; i < end; ++i)
                all += gap + found[i].most;
            for (; column < end; ++column) {
                const std::size_t room = found[column].most - std::min(found[column].most, all - std::min(all, limit));
                widths[column] = std::clamp(room, found[column].least, found[column].most);
                all -= found[column].most - widths[column];
            }
        }
        widths.front() = first;
        return widths;
    };
    const auto lines = [&](std::size_t first) {
        std::size_t all = 0;
        for (const Row& row : rows_)
            all += cell(row, 0).width <= first ? 1 : lines_of(text(row, cell(row, 0)), first, true).size();
        return all;
    };
    std::size_t best = found.front().most;
    std::size_t number = 0;  // of the blocks of the width that was looked at last
    std::size_t fewest = 0;
    for (std::size_t first = found.front().most; first >= std::max<std::size_t>(found.front().least, 1); --first) {
        const std::vector<ColumnBlock> blocks = cut(beside(first), columns_, limit);
        if (blocks.size() == number ||
            std::ranges::any_of(blocks, [limit](const ColumnBlock& block) { return block.width > limit; }))
            continue;
        number = blocks.size();
        const std::size_t all = number * lines(first);
        if (fewest == 0 || all < fewest - fewest / 10) {
            best = first;
            fewest = all;
        }
    }
    std::vector<std::size_t> widths = beside(fewest == 0 ? found.front().least : best);
    for (const ColumnBlock& block : cut(widths, columns_, limit))
        keep_heads_whole(found, widths, block.begin, block.end, limit - std::min(limit, block.width));
    return widths;
}

std::vector<std::string> TextTable::fit(std::size_t limit) {
    if (width() <= limit || rows_.size() < 2)
        return {};
    use_briefs();
    if (width() <= limit)
        return {};
    std::vector<bool> kept;
    for (const Extent& extent : extents(false))
        kept.push_back(!extent.empty);
    if (std::ranges::find(kept, true) != kept.end())
        *this = only(kept);
    if (width() <= limit)
        return {};
    for (const bool marks : {false, true}) {
        if (const auto widths = widths_within(limit, marks)) {
            *this = set_to(*widths, Setting::headed);
            return {};
        }
    }
    std::vector<std::string> left_out;
    kept.clear();
    for (std::size_t column = 0; column < widths_.size(); ++column) {
        kept.push_back(!has(column, &TableColumn::spare));
        if (!kept.back())
            left_out.emplace_back(text(rows_.front(), cell(rows_.front(), column)));
    }
    TextTable fewer = only(kept);
    if (const auto widths = fewer.widths_within(limit, true)) {
        *this = fewer.set_to(*widths, Setting::headed);
        return left_out;
    }
    *this = set_to(widths_of_blocks(limit), Setting::headed);
    return {};
}

TextTable TextTable::only(const std::vector<bool>& kept) const {
    std::vector<TableColumn> columns;
    for (std::size_t column = 0; column < kept.size(); ++column) {
        if (kept[column])
            columns.push_back(column < columns_.size() ? columns_[column] : Align::left);
    }
    TextTable made(std::move(columns));
    for (const Row& row : rows_) {
        made.begin_row(row.rule);
        for (std::size_t column = 0; column < row.cells; ++column) {
            if (kept[column])
                made.add({std::string(text(row, cell(row, column))), cell(row, column).style});
        }
    }
    return made;
}

TextTable TextTable::set_to(const std::vector<std::size_t>& widths, Setting setting) const {
    TextTable made(columns_);
    std::vector<std::vector<std::string>> columns;  // of one row: the lines of its cells
    for (const Row& row : rows_) {
        const bool head = setting == Setting::headed && &row == &rows_.front();
        columns.clear();
        std::size_t height = 1;
        for (std::size_t column = 0; column < row.cells; ++column) {
            const Cell shown = cell(row, column);
            const std::string_view words = text(row, shown);
            if (shown.width <= widths[column])
                columns.push_back({std::string(words)});
            else
                columns.push_back(head ? lines_within(words, std::max<std::size_t>(widths[column], 1))
                                       : lines_of(words, widths[column], setting == Setting::headed));
            height = std::max(height, columns.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            made.begin_row(row.rule);
            for (std::size_t column = 0; column < row.cells; ++column) {
                const std::vector<std::string>& lines = columns[column];
                const std::size_t above = head ? height - lines.size() : 0;
                const bool shown = line >= above && line - above < lines.size();
                made.add({shown ? lines[line - above] : std::string(), cell(row, column).style});
            }
        }
    }
    return made;
}

void TextTable::append_line(std::string& out, const Row& row, std::size_t begin, std::size_t end, bool colour) const {
    std::size_t blanks = 0;  // owed before the next text: a line has none at its end
    const auto append_cell = [&](std::size_t column) {
        const Cell shown = cell(row, column);
        const std::size_t padding = widths_[column] - shown.width;
        const bool right = column < columns_.size() && columns_[column].align == Align::right;
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

// Where the rows behind a rule end.
std::size_t TextTable::end_of_section(std::size_t rule) const {
    std::size_t end = rule + 1;
    while (end < rows_.size() && !rows_[end].rule)
        ++end;
    return end;
}

bool TextTable::says_nothing(std::size_t row, std::size_t begin, std::size_t end) const {
    for (std::size_t column = begin; column < end; ++column) {
        if (cell(rows_[row], column).size != 0)
            return false;
    }
    return true;
}

std::string TextTable::render(std::size_t limit, bool colour) const {
    std::string out;
    out.reserve(text_.size() + rows_.size() * (width() + 1));
    const std::vector<ColumnBlock> blocks = cut(widths_, columns_, limit);
    for (const ColumnBlock& block : blocks) {
        if (!out.empty())
            out += '\n';
        std::size_t first = 0;  // the head of another block may have more lines
        while (first < rows_.size() && !rows_[first].rule && says_nothing(first, 0, 1) &&
               says_nothing(first, block.begin, block.end))
            ++first;
        for (std::size_t i = first; i < rows_.size(); ++i) {
            if (!rows_[i].rule) {
                append_line(out, rows_[i], block.begin, block.end, colour);
                continue;
            }
            const std::size_t end = end_of_section(i);
            std::size_t said = i + 1;
            while (said < end && says_nothing(said, block.begin, block.end))
                ++said;
            if (blocks.size() > 1 && said == end && end > i + 1)
                i = end - 1;  // totals of other columns
            else
                append_rule(out, block.width, colour);
        }
    }
    return out;
}

}  // namespace msp
