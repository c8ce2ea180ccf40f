// SPDX-License-Identifier: MIT
#include <msp/report/shown_cell.hpp>
#include <msp/workbook/tables.hpp>
#include <msp/workbook/widths.hpp>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

namespace msp {

void Tables::begin(const Block& block) {
    finish_block();
    const bool goes_on = sheet_.together && begun_ && called_ == block.name;
    if (!goes_on) {
        begun_ = true;
        called_ = block.name;
        words_ = block_words(sheet_, block, book_);
        columns_.arrange(block);
        open(words_.word, words_.name);
    }
    if (sheet_.together) {
        cells_.forget_rows();
        words(block.title, {.style = Style::strong});
    }
}

void Tables::row(Row row, std::span<const Cell> cells) {
    if (row.audience == Audience::data)
        return;
    if (row.kind == RowKind::rule) {
        ruled_ = true;
        return;
    }
    assert(begun_ && cells.size() == columns_.size());
    if (here().next_row >= book_.most_rows)
        open(words_.word);
    const PlacedRow placed = {row, cells, here().next_row};
    cells_.write(on_, placed, std::exchange(ruled_, false));
    chart_.add(placed);
    ++here().next_row;
}

void Tables::note(std::string_view text) {
    if (!text.empty())
        notes_.emplace_back(text);
}

void Tables::finish_block() {
    for (const std::string& text : std::exchange(notes_, {}))
        note_below(text);
    if (begun_)
        chart_.draw(book_, here(), words_.part);
}

// A worksheet up to the head of the block's rows, or of those that go on in another worksheet.
void Tables::open(std::string_view word, const std::vector<std::string>& name) {
    on_ = book_.add(word, name);
    if (!words_.owner.empty())  // else the pages are headed by what the whole is about
        here().heading = words_.title.empty() ? words_.owner : words_.title;
    if (!words_.title.empty())
        words(words_.title, {.form = CellForm::title, .style = Style::strong});
    here().hidden_from = columns_.in_sight();
    here().frozen_columns = columns_.names();
    head();
    cells_.forget_rows();
    chart_.begin_worksheet();
}

void Tables::head() {
    std::vector<std::string> texts;
    std::uint32_t lines = 1;
    for (const std::size_t column : columns_.in_order()) {
        const bool hidden = columns_.hidden(column);
        texts.push_back(hidden ? columns_[column].label : shown_heading(columns_[column], book_.style));
        if (!hidden)
            lines = std::max(lines, lines_in(texts.back(), widest_heading));
    }
    for (std::uint32_t at = 0; at < texts.size(); ++at) {
        if (texts[at].empty())
            continue;
        const std::size_t column = columns_.in_order()[at];
        const CellLook look = {.form = CellForm::heading,
                               .style = Style::strong,
                               .right = columns_[column].figure,
                               .level = std::uint8_t{columns_.set_in(column)}};
        book_.sink.cell(here().number, {here().next_row, at, look, texts[at], {}, 1, lines});
        here().widen(at, heading_width(texts[at]));
    }
    here().frozen_rows = ++here().next_row;
}

// A row of words that go on beyond their column.
void Tables::words(std::string_view text, CellLook look) {
    book_.sink.cell(here().number, {here().next_row, 0, look, text});
    ++here().next_row;
}

// Across the columns that are seen, and some beyond a narrow table's.
void Tables::note_below(std::string_view text) {
    constexpr std::size_t least_width = 60;
    constexpr std::size_t beyond = 8;  // characters of a column without a width
    const Worksheet& worksheet = here();
    std::size_t width = 0;
    std::uint32_t columns = 0;
    while (columns < columns_.in_sight() ? width < sentence_width : width < least_width) {
        const bool has_width = columns < worksheet.widths.size();
        width += columns >= columns_.in_order().size()          ? beyond
                 : columns >= columns_.in_sight() || !has_width ? 0
                                                                : worksheet.widths[columns] + 1;
        ++columns;
    }
    const CellLook look = {.style = Style::faint, .wrapped = true};
    book_.sink.cell(here().number, {here().next_row, 0, look, text, {}, columns, lines_in(text, width)});
    ++here().next_row;
}

}  // namespace msp
