// SPDX-License-Identifier: MIT
// What of a table gives way on a narrow page.
#include <msp/diag/utf8.hpp>
#include <msp/report/text_blocks.hpp>
#include <msp/report/text_style.hpp>
#include <msp/report/text_table.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// How much further in a name goes on: what follows in it never begins a line, where it could pass for one of ours.
constexpr std::size_t hanging = 2;

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

// What a table became within a limit, if it did, and the heads of what it was left without.
struct TextTable::Fitted {
    std::optional<TextTable> table;
    std::vector<std::string> left_out;
};

void TextTable::break_heads(std::size_t most) {
    if (!headed_)
        return;
    std::vector<std::size_t> widths(widths_.size());
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        for (std::size_t column = 0; column < rows_[i].cells; ++column)
            widths[column] = std::max<std::size_t>(widths[column], cell(rows_[i], column).width);
    }
    bool any = false;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const std::string_view head = head_of(column);
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
    for (std::size_t i = headed_ ? 1 : 0; i < rows_.size(); ++i) {
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
        const std::string_view head = head_of(column);
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
        std::size_t all = found.empty() ? 0 : column_gap * (found.size() - 1);
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
std::optional<std::vector<std::size_t>> TextTable::widths_of_blocks(std::size_t limit, std::size_t lead) const {
    const std::vector<Extent> found = extents(true);
    std::size_t name = 0;  // the column that gives way
    while (name + 1 < lead && !has(name, &TableColumn::words))
        ++name;
    const auto beside = [&](std::size_t wide) {
        std::vector<std::size_t> widths(found.size());
        std::size_t led = wide;
        for (std::size_t column = 0; column < lead; ++column) {
            widths[column] = column == name ? wide : found[column].most;
            led += column == name ? 0 : column_gap + widths[column];
        }
        for (std::size_t column = lead; column < found.size();) {
            const std::size_t end = end_of_joined(column, columns_, found.size());
            std::size_t all = led;
            for (std::size_t i = column; i < end; ++i)
                all += column_gap + found[i].most;
            for (; column < end; ++column) {
                const std::size_t room = found[column].most - std::min(found[column].most, all - std::min(all, limit));
                widths[column] = std::clamp(room, found[column].least, found[column].most);
                all -= found[column].most - widths[column];
            }
        }
        return widths;
    };
    const auto lines = [&](std::size_t wide) {
        std::size_t all = 0;
        for (const Row& row : rows_)
            all += cell(row, name).width <= wide ? 1 : lines_of(text(row, cell(row, name)), wide, true).size();
        return all;
    };
    std::size_t best = 0;
    std::size_t number = 0;  // of the blocks of the width that was looked at last
    std::size_t fewest = 0;
    for (std::size_t wide = found[name].most; wide >= std::max<std::size_t>(found[name].least, 1); --wide) {
        const std::vector<ColumnBlock> blocks = column_blocks(beside(wide), lead, columns_, limit);
        if (blocks.size() == number ||
            std::ranges::any_of(blocks, [limit](const ColumnBlock& block) { return block.width > limit; }))
            continue;
        number = blocks.size();
        const std::size_t all = number * lines(wide);
        if (fewest == 0 || all < fewest - fewest / 10) {
            best = wide;
            fewest = all;
        }
    }
    if (fewest == 0)
        return std::nullopt;
    std::vector<std::size_t> widths = beside(best);
    for (const ColumnBlock& block : column_blocks(widths, lead, columns_, limit))
        keep_heads_whole(found, widths, block.begin, block.end, limit - std::min(limit, block.width));
    return widths;
}

// With all that names a row in each block, where there is room for it. A single row has nothing to stand under, so that
// a block of it would be its name once more for each figure.
std::optional<TextTable> TextTable::in_blocks(std::size_t limit) const {
    if (std::ranges::count(rows_, false, &Row::rule) == (headed_ ? 2 : 1))
        return std::nullopt;
    for (const std::size_t lead : {name() + 1, std::size_t{1}}) {
        if (const auto widths = widths_of_blocks(limit, lead)) {
            TextTable made = set_to(*widths, Setting::headed);
            made.lead_ = lead;
            return made;
        }
    }
    return std::nullopt;
}

std::vector<std::string> TextTable::fit(std::size_t limit, std::string_view colon) {
    if (limit == 0 || width() <= limit || rows_.size() < (headed_ ? 2 : 1))
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
    Fitted set = set_within(limit);
    if (!set.table && !is_of_words())
        set.table = in_blocks(limit);
    if (!set.table || is_of_words()) {
        TextTable records = as_records(limit, colon);
        if (!set.table || records.rows_.size() < set.table->rows_.size()) {
            *this = std::move(records);
            return {};
        }
    }
    *this = std::move(*set.table);
    return set.left_out;
}

// With all columns or, where that is not enough, without the spare ones.
TextTable::Fitted TextTable::set_within(std::size_t limit) const {
    for (const bool marks : {false, true}) {
        if (const auto widths = widths_within(limit, marks))
            return {set_to(*widths, Setting::headed), {}};
    }
    Fitted made;
    std::vector<bool> kept;
    for (std::size_t column = 0; column < widths_.size(); ++column) {
        kept.push_back(!has(column, &TableColumn::spare));
        if (!kept.back())
            made.left_out.emplace_back(head_of(column));
    }
    const TextTable fewer = only(kept);
    const auto widths = fewer.widths_within(limit, true);
    if (!widths)
        return {};
    made.table = fewer.set_to(*widths, Setting::headed);
    return made;
}

// Which column a row is called by.
std::size_t TextTable::name() const {
    const auto named = std::ranges::find(columns_, true, &TableColumn::name);
    return named == columns_.end() ? 0 : static_cast<std::size_t>(named - columns_.begin());
}

// Words beside the names of its rows, and no fewer columns of them than of figures.
bool TextTable::is_of_words() const {
    const auto words = std::ranges::count(columns_, true, &TableColumn::words);
    return words > 1 && words >= std::ranges::count(columns_, Align::right, &TableColumn::align);
}

// Behind the name of a row and what is joined to it: a value in words, and what has no head that says what it is.
std::size_t TextTable::end_of_value() const {
    std::size_t end = name() + 1;
    while (end < widths_.size() && has(end, &TableColumn::joined) &&
           (has(end, &TableColumn::words) || head_of(end).empty()))
        ++end;
    return end;
}

// What a row is called, and its value: an alert where one of them is.
TableCell TextTable::called(const Row& row, std::string_view colon) const {
    TableCell line = {{}, Style::strong};
    for (std::size_t column = 0; column < end_of_value(); ++column) {
        const Cell shown = cell(row, column);
        if (shown.size == 0)
            continue;
        line.text += line.text.empty() ? "" : column > name() ? colon : " – ";
        line.text += text(row, shown);
        if (shown.style == Style::alert)
            line.style = Style::alert;
    }
    return line;
}

// What of a row has the head that the row is called by: no column where nothing does.
std::size_t TextTable::namesake(const Row& row, std::string_view called) const {
    called.remove_prefix(std::min(called.find_first_not_of(' '), called.size()));
    std::size_t column = end_of_value();
    while (column < row.cells && (cell(row, column).size == 0 || called.empty() || head_of(column) != called))
        ++column;
    return column;
}

// What else a row says, each under its head: beside one another where there is room, and where they look the same.
std::vector<TableCell> TextTable::said(const Row& row, std::size_t but, std::size_t room,
                                       std::string_view colon) const {
    std::vector<TableCell> lines;
    for (std::size_t column = end_of_value(); column < row.cells; ++column) {
        const Cell shown = cell(row, column);
        if (shown.size == 0 || column == but)
            continue;
        std::string words(head_of(column));
        words += words.empty() ? "" : colon;
        words += text(row, shown);
        if (!lines.empty() && lines.back().style == shown.style &&
            display_width(lines.back().text) + column_gap + display_width(words) <= room)
            lines.back().text += std::string(column_gap, ' ') + words;
        else
            lines.push_back({std::move(words), shown.style});
    }
    return lines;
}

// Each row as lines of its own: what it is called and its value, and further in what else it says. A value whose head
// is what the row is called stands behind that name: the same word twice would read as two things.
TextTable TextTable::as_records(std::size_t limit, std::string_view colon) const {
    constexpr std::size_t further = 4;
    TextTable made({Align::left});
    const auto add = [&](const TableCell& line, std::size_t indent) {
        for (const std::string& words : lines_of(std::string(indent, ' ') + line.text, limit, true)) {
            made.begin_row(false);
            made.add({words, line.style});
        }
    };
    for (std::size_t i = headed_ ? 1 : 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        if (row.rule) {
            made.begin_row(true);
            continue;
        }
        TableCell head = called(row, colon);
        const std::size_t level = std::min(head.text.find_first_not_of(' '), head.text.size());
        const std::size_t indent = std::min(level + further, limit - 1);
        const std::size_t same = namesake(row, head.text);
        if (same < row.cells) {
            const Cell value = cell(row, same);
            head.text.append(colon).append(text(row, value));
            head.style = value.style == Style::alert ? Style::alert : head.style;
        }
        if (!head.text.empty())
            add(head, 0);
        for (const TableCell& line : said(row, same, limit - indent, colon))
            add(line, indent);
    }
    return made;
}

TextTable TextTable::only(const std::vector<bool>& kept) const {
    std::vector<TableColumn> columns;
    for (std::size_t column = 0; column < kept.size(); ++column) {
        if (kept[column])
            columns.push_back(column < columns_.size() ? columns_[column] : Align::left);
    }
    TextTable made(std::move(columns));
    made.headed_ = headed_;
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
    made.headed_ = headed_;
    std::vector<std::vector<std::string>> columns;  // of one row: the lines of its cells
    for (const Row& row : rows_) {
        const bool head = setting == Setting::headed && headed_ && &row == &rows_.front();
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
            made.rows_.back().later = line > 0;
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

}  // namespace msp
