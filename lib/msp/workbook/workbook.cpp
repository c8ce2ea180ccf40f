// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/report/styled_lines.hpp>
#include <msp/workbook/page_setup.hpp>
#include <msp/workbook/tables.hpp>
#include <msp/workbook/widths.hpp>
#include <msp/workbook/workbook.hpp>
#include <msp/workbook/worksheet.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace msp {

class Workbook::State {
 public:
    State(WorkbookSink& sink, Language language, ShownIn amounts, std::uint32_t most_rows)
        : book_{sink, {language, 0, false, Bars::blocks, amounts}, most_rows} {}

    void about(std::string name, std::vector<std::string> owners) {
        book_.about = std::move(name);
        owners_ = std::move(owners);
    }

    void lines(std::string_view text) {
        for (const StyledLine& line : styled_lines(text)) {
            const bool first = line.heading && title_.empty();
            if (line.heading)
                book_.heading = title_with_owners(line.text, owners_);
            if (first)
                title_ = book_.heading;
            std::string whole;
            Style style = line.heading ? Style::strong : Style::plain;
            for (const StyledPiece& piece : styled_pieces(line.text)) {
                whole += piece.text;
                style = piece.style == Style::alert ? Style::alert : style;
            }
            line_of(first ? title_ : whole, {.form = line.heading ? CellForm::title : CellForm::text, .style = style});
        }
    }

    void sheet(const Sheet& sheet) {
        if (sheet.columns.size() > Worksheet::most_columns)
            throw Error({Severity::error,
                         "workbook.columns",
                         {tr("a worksheet has at most {most} columns, but this table has {n}"),
                          {{"most", std::int64_t{Worksheet::most_columns}},
                           {"n", static_cast<std::int64_t>(sheet.columns.size())}}},
                         {},
                         {},
                         Message{tr("show fewer periods, or ask for CSV"), {}}});
        Tables tables(book_, sheet);
        sheet.rows(tables);
        tables.finish_block();
        if (!tables.begun())
            lines(sheet.nothing);
    }

    void finish() {
        if (book_.worksheets.empty())
            static_cast<void>(sentences());
        for (const Worksheet& worksheet : book_.worksheets)
            book_.sink.look(worksheet.number, page_setup(worksheet, title_.empty() ? book_.about : title_));
    }

 private:
    // Blanks set apart what names a line, which gets a column of its own.
    void line_of(std::string_view text, CellLook look) {
        constexpr std::size_t name_width = 40;  // characters
        Worksheet& on = sentences();
        const bool is_title = look.form == CellForm::title;
        if (is_title && on.next_row != 0)
            ++on.next_row;
        std::uint32_t lines = is_title ? 1 : lines_in(text, sentence_width);
        if (const std::size_t gap = text.find("  "); !is_title && gap != std::string_view::npos) {
            const std::string_view name = text.substr(0, gap);
            text.remove_prefix(std::min(text.find_first_not_of(' ', gap), text.size()));
            on.widen(0, std::min(display_width(name), name_width));
            lines = std::max(lines_in(name, name_width), lines_in(text, sentence_width));
            book_.sink.cell(on.number, {on.next_row, 0, {.style = Style::strong, .wrapped = true}, name, {}, 1, lines});
        }
        look.wrapped = !is_title;
        on.widths.resize(std::max<std::size_t>(on.widths.size(), 2));
        on.widths[1] = sentence_width;
        book_.sink.cell(on.number, {on.next_row++, is_title ? 0U : 1U, look, text, {}, 1, lines});
    }

    [[nodiscard]] Worksheet& sentences() {
        if (!sentences_)
            sentences_ = book_.add(translate(tr("Summary"), book_.style.language));
        return book_.worksheets[*sentences_];
    }

    OpenWorkbook book_;
    std::optional<std::size_t> sentences_;  // their worksheet
    std::string title_;                     // their first heading
    std::vector<std::string> owners_;       // of all
};

Workbook::Workbook(WorkbookSink& sink, Language language, ShownIn amounts, std::uint32_t most_rows)
    : state_(std::make_unique<State>(sink, language, amounts, most_rows)) {}
Workbook::~Workbook() = default;

void Workbook::about(std::string name, std::vector<std::string> owners) {
    state_->about(std::move(name), std::move(owners));
}

void Workbook::lines(std::string_view text) {
    state_->lines(text);
}

void Workbook::sheet(const Sheet& sheet) {
    state_->sheet(sheet);
}

void Workbook::finish() {
    state_->finish();
}

}  // namespace msp
