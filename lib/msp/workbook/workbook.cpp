// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/report/styled_lines.hpp>
#include <msp/workbook/digits.hpp>
#include <msp/workbook/formula.hpp>
#include <msp/workbook/formulas.hpp>
#include <msp/workbook/placement.hpp>
#include <msp/workbook/widths.hpp>
#include <msp/workbook/workbook.hpp>
#include <msp/workbook/worksheet.hpp>
#include <msp/workbook/worksheet_names.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <optional>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t name_width = 40;  // of what stands before it
constexpr std::size_t least_note_width = 60;
constexpr std::uint32_t chart_height = 18;  // rows
constexpr std::uint32_t chart_columns = 13;
constexpr std::uint32_t short_table = 40;  // rows that may be read beside a chart
constexpr std::uint32_t a4_rows = 32;      // that a page has without being made smaller
constexpr std::uint32_t a3_rows = 48;

class Tables : public RowSink {
 public:
    // `heading` is what the sentences before it are about, `about` the whole workbook.
    Tables(WorkbookSink& sink, WorksheetNames& names, std::vector<Worksheet>& worksheets, const Sheet& sheet,
           const TextStyle& style, std::uint32_t most_rows, const std::string& heading, const std::string& about,
           std::map<std::string, SharedFigure>& figures)
        : sink_(sink),
          names_(names),
          worksheets_(worksheets),
          sheet_(sheet),
          style_(style),
          most_rows_(most_rows),
          heading_(heading),
          about_(about),
          figures_(figures),
          columns_(sheet),
          formulas_(columns_) {}

    void begin(const Block& block) override {
        finish_block();
        const bool goes_on = sheet_.together && begun_ && named_ == block.name;
        if (!goes_on)
            open_for(block);
        if (sheet_.together) {
            formulas_.forget_rows();
            words(block.title, {.style = Style::strong});
        }
    }

    void row(Row row, std::span<const Cell> cells) override {
        if (row.audience == Audience::data)
            return;
        if (row.kind == RowKind::rule) {
            ruled_ = true;
            return;
        }
        assert(begun_ && cells.size() == sheet_.columns.size());
        if (here().next_row >= most_rows_) {
            lines_.reset();  // a picture of the end alone
            open(worksheet_word(sheet_.id, style_.language));
            start();
        }
        const PlacedRow placed = {row, cells, here().next_row};
        const bool ruled = std::exchange(ruled_, false);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (columns_.at(column))
                cell(placed, column, ruled);
        }
        remember(placed);
        ++here().next_row;
    }

    void note(std::string_view text) override {
        if (!text.empty())
            notes_.emplace_back(text);
    }

    void note_of_changes(std::string_view text) override { note(text); }

    // Notes follow their block's last row, and the chart follows them.
    void finish_block() {
        for (const std::string& text : std::exchange(notes_, {}))
            note_below(text);
        if (const std::optional<CellRun> lines = std::exchange(lines_, {}); lines && sheet_.chart)
            draw(*sheet_.chart, *lines);
    }

    [[nodiscard]] bool begun() const { return begun_; }

 private:
    [[nodiscard]] Worksheet& here() { return worksheets_[on_]; }

    void open_for(const Block& block) {
        begun_ = true;
        named_ = block.name;
        owner_ = !block.owner.empty() ? block.owner : sheet_.owner.empty() ? heading_ : sheet_.owner;
        part_ = sheet_.together ? block.name : block.title.empty() ? sheet_.owner : block.title;
        title_ = title_of(block);
        open(name_of(block));
        columns_.arrange(block);
        start();
    }

    [[nodiscard]] std::string name_of(const Block& block) const {
        std::string word = worksheet_word(sheet_.id, style_.language);
        const std::string& called = sheet_.called.empty() ? sheet_.owner : sheet_.called;
        const std::string& name = sheet_.together || !block.name.empty() ? block.name
                                  : block.title.empty()                  ? called
                                                                         : block.title;
        return (sheet_.apart || sheet_.together || sheet_.chart) && !name.empty() ? word + " " + name : word;
    }

    // What it is, whose, and which of them: the worksheet stands alone.
    [[nodiscard]] std::string title_of(const Block& block) const {
        const std::string word = worksheet_word(sheet_.id, style_.language);
        std::string title = part_.empty() && owner_.empty() ? about_ : word.starts_with(part_) ? "" : part_;
        const auto stands_before = [&](const std::string& words) {
            title = title.empty() ? words : words + " · " + title;
        };
        if (title.find(owner_) == std::string::npos)
            stands_before(owner_);
        if (title.find(word) == std::string::npos && !(title.empty() && about_.empty()))
            stands_before(word);
        return shown_title(sheet_, {title, block.without}, style_);
    }

    void open(const std::string& name) {
        Worksheet made;
        made.name = names_.next(name);
        made.number = sink_.worksheet(made.name);
        made.owner = owner_;
        on_ = worksheets_.size();
        worksheets_.push_back(std::move(made));
        if (!title_.empty())
            words(title_, {.form = CellForm::title, .style = Style::strong});
    }

    // The head of the block's rows, or of what goes on in another worksheet: formulas name none of the rows before it.
    void start() {
        here().hidden_from = columns_.in_sight();
        here().frozen_columns = columns_.names();
        head();
        formulas_.forget_rows();
        has_amounts_.assign(sheet_.columns.size(), false);
    }

    void head() {
        std::vector<std::string> texts;
        std::uint32_t lines = 1;
        for (const std::size_t column : columns_.in_order()) {
            const Column& shown = columns_[column];
            texts.push_back(columns_.hidden(column) ? shown.label : shown_heading(shown, style_));
            if (!columns_.hidden(column))
                lines = std::max(lines, lines_in(texts.back(), widest_heading));
        }
        for (std::size_t i = 0; i < columns_.in_order().size(); ++i) {
            if (texts[i].empty())
                continue;
            const std::size_t column = columns_.in_order()[i];
            const std::uint32_t at = *columns_.at(column);
            const CellLook look = {.form = CellForm::heading,
                                   .style = Style::strong,
                                   .right = columns_[column].figure,
                                   .level = std::uint8_t{columns_.set_in(column)}};
            sink_.cell(here().number, {here().next_row, at, look, texts[i], {}, 1, lines});
            here().widen(at, heading_width(texts[i]));
        }
        here().frozen_rows = ++here().next_row;
    }

    // A row of words that go on beyond their column.
    void words(std::string_view text, CellLook look) {
        put(0, look, text);
        ++here().next_row;
    }

    // Across the columns that are seen, and some beyond a narrow table's.
    void note_below(std::string_view text) {
        constexpr std::size_t beyond = 8;  // characters of a column without a width
        const Worksheet& worksheet = here();
        std::size_t width = 0;
        std::uint32_t columns = 0;
        while (columns < columns_.in_sight() ? width < sentence_width : width < least_note_width) {
            const bool has_width = columns < worksheet.widths.size();
            width += columns >= columns_.in_order().size()          ? beyond
                     : columns >= columns_.in_sight() || !has_width ? 0
                                                                    : worksheet.widths[columns] + 1;
            ++columns;
        }
        sink_.cell(
            here().number,
            {here().next_row, 0, {.style = Style::faint, .wrapped = true}, text, {}, columns, lines_in(text, width)});
        ++here().next_row;
    }

    void put(std::uint32_t column, CellLook look, const CellValue& value, std::string_view formula = {}) {
        sink_.cell(here().number, {here().next_row, column, look, value, formula});
    }

    void cell(const PlacedRow& placed, std::size_t column, bool ruled) {
        const Row& row = placed.row;
        const Column& of = columns_[column];
        const bool first = *columns_.at(column) == 0;
        CellLook look = {
            .right = of.figure, .ruled = ruled, .level = first ? row.level : std::uint8_t{columns_.set_in(column)}};
        if (const Money* amount = placed.amount(column)) {
            look.form = CellForm::money;
            look.style = of.strong ? Style::strong : row_style(row.kind);
            look.amounts = columns_.hidden(column) ? ShownIn::cents : unit_of(of, style_);
            look.sparse = shows_dots(of, row) && !of.strong && (look.amounts == ShownIn::cents || *amount == Money());
            look.alert = !of.quiet;
            const Money shown = of.turned ? opposite(*amount) : *amount;
            std::string formula = formulas_.of_amount(placed, column, *amount);
            if (!row.figures.empty() && !row.figures[column].empty())
                formula = shared(row.figures[column], column, shown, std::move(formula));
            put(*columns_.at(column), look, shown, formula);
            here().widen(*columns_.at(column), money_width(shown, look.amounts));
            return;
        }
        plain_cell(placed, column, look);
    }

    void plain_cell(const PlacedRow& row, std::size_t column, CellLook look) {
        const Cell& cell = row.cells[column];
        const std::uint32_t at = *columns_.at(column);
        const TableCell shown = shown_cell(columns_[column], row.row, style_, cell);
        look.style = shown.style;
        here().widen(at, display_width(shown.text) + 2 * std::size_t{look.level});
        if (const Date* day = std::get_if<Date>(&cell)) {
            look.form = CellForm::day;
            return put(at, look, *day);
        }
        if (const PeriodCell* period = std::get_if<PeriodCell>(&cell); period != nullptr && period->grid == Grid::day) {
            look.form = CellForm::day;
            by_day_ = true;
            return put(at, look, period->period.first);
        }
        if (const std::int64_t* number = std::get_if<std::int64_t>(&cell)) {
            look.form = CellForm::whole;
            return put(at, look, *number);
        }
        if (const WholesCell* numbers = std::get_if<WholesCell>(&cell);
            numbers != nullptr && numbers->numbers.size() == 1) {
            look.form = CellForm::whole;
            return put(at, look, std::int64_t{numbers->numbers.front()});
        }
        if (const PercentCell* percent = std::get_if<PercentCell>(&cell)) {
            constexpr int hundredths = 2;
            const std::string share = decimal(percent->percent / Quotient(100), percent->places + hundredths);
            look.form = CellForm::percent;
            look.places = static_cast<std::uint8_t>(percent->places);
            return put(at, look, CellDigits{share});
        }
        if (const std::optional<std::string> digits = digits_of(cell)) {
            look.form = CellForm::decimal;
            look.places = static_cast<std::uint8_t>(places_of(*digits));
            const std::string kept = columns_[column].all_digits ? all_digits(cell, *digits) : *digits;
            return put(at, look, CellDigits{kept}, formulas_.of_number(row, column, *digits));
        }
        const WordCell* word = std::get_if<WordCell>(&cell);
        const std::string_view text = columns_.hidden(column) && word != nullptr ? word->id : shown.text;
        if (display_width(text) > Worksheet::widest_column && !columns_.hidden(column)) {
            look.wrapped = true;
            return sink_.cell(here().number,
                              {here().next_row, at, look, text, {}, 1, lines_in(text, Worksheet::widest_column)});
        }
        if (!text.empty() || look.ruled)
            put(at, look, text);
    }

    // One figure of several worksheets: the first makes it, others take it from there.
    std::string shared(const std::string& figure, std::size_t column, Money shown, std::string formula) {
        const std::string cell = cell_name(here().name, here().next_row, *columns_.at(column));
        const auto [made, is_first] = figures_.try_emplace(figure, SharedFigure{on_, cell, shown});
        const bool is_taken = !is_first && made->second.worksheet != on_ && made->second.amount == shown;
        return formula.empty() && is_taken ? "=" + made->second.cell : std::move(formula);
    }

    // Below a table with which it fits a page, else beside it: a page that ends in a picture would cut it. Of a table
    // that fits none the picture alone is printed.
    void draw(const Chart& chart, const CellRun& lines) {
        const bool below = here().next_row + 1 + chart_height <= a4_rows;
        WorkbookChart drawn;
        drawn.amounts = style_.amounts;
        drawn.title = part_.empty() ? chart.title : chart.title + " · " + part_;
        drawn.row = below ? here().next_row + 1 : lines.first;
        drawn.column = below ? 0 : static_cast<std::uint32_t>(columns_.in_order().size()) + 1;
        drawn.rows = chart_height;
        const auto run = [&](const std::string& id) {
            const std::size_t column = columns_.called(id);
            return CellRun{columns_.at(column).value_or(0), lines.first, lines.last};
        };
        drawn.along = run(chart.along);
        drawn.by_day = by_day_;
        for (const ChartSeries& series : chart.series) {
            const std::size_t column = columns_.called(series.column);
            if (has_amounts_[column])
                drawn.series.push_back({columns_[column].label, series.as, run(series.column)});
        }
        sink_.chart(here().number, drawn);
        here().chart_beside = !below && lines.last - lines.first < short_table;
        if (!below && !here().chart_beside)
            here().printed = CellArea{drawn.row, drawn.column, drawn.row + chart_height, drawn.column + chart_columns};
        if (below)
            here().next_row += chart_height + 2;
    }

    void remember(const PlacedRow& row) {
        formulas_.add(row);
        if (row.row.kind == RowKind::line) {
            if (!lines_)
                lines_ = CellRun{0, row.at, row.at};
            lines_->last = row.at;
        }
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            if (row.amount(column) != nullptr)
                has_amounts_[column] = true;
        }
    }

    WorkbookSink& sink_;
    WorksheetNames& names_;
    std::vector<Worksheet>& worksheets_;
    const Sheet& sheet_;
    const TextStyle& style_;
    std::uint32_t most_rows_;
    const std::string& heading_;
    const std::string& about_;
    std::map<std::string, SharedFigure>& figures_;
    std::size_t on_ = 0;  // which worksheet
    PlacedColumns columns_;
    Formulas formulas_;
    bool begun_ = false;
    std::string named_;  // the block that the worksheet began with
    bool ruled_ = false;
    std::vector<std::string> notes_;
    bool by_day_ = false;            // its periods are days
    std::vector<bool> has_amounts_;  // by column of the block
    std::string owner_;              // of the block
    std::string part_;               // which block it is
    std::string title_;              // of its worksheet
    std::optional<CellRun> lines_;   // its lines' rows
};

}  // namespace

class Workbook::State {
 public:
    State(WorkbookSink& sink, Language language, ShownIn amounts, std::uint32_t most_rows)
        : sink_(sink), style_({language, 0, false, Bars::blocks, amounts}), most_rows_(most_rows) {}

    void about(std::string name) { about_ = std::move(name); }

    void lines(std::string_view text) {
        for (const StyledLine& line : styled_lines(text)) {
            if (title_.empty() && line.heading)
                title_ = line.text;
            if (line.heading)
                heading_ = line.text;
            std::string whole;
            Style style = line.heading ? Style::strong : Style::plain;
            for (const StyledPiece& piece : styled_pieces(line.text)) {
                whole += piece.text;
                style = piece.style == Style::alert ? Style::alert : style;
            }
            line_of(whole, {.form = line.heading ? CellForm::title : CellForm::text, .style = style});
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
        Tables tables(sink_, names_, worksheets_, sheet, style_, most_rows_, heading_, about_, figures_);
        sheet.rows(tables);
        tables.finish_block();
        if (!tables.begun())
            lines(sheet.nothing);
    }

    void finish() {
        if (worksheets_.empty())
            static_cast<void>(first());
        for (const Worksheet& worksheet : worksheets_)
            sink_.look(worksheet.number, look_of(worksheet));
    }

 private:
    // Blanks set apart what names a line, which gets a column of its own.
    void line_of(std::string_view text, CellLook look) {
        Worksheet& on = worksheets_[first()];
        const bool is_title = look.form == CellForm::title;
        if (is_title && on.next_row != 0)
            ++on.next_row;
        std::uint32_t lines = is_title ? 1 : lines_in(text, sentence_width);
        if (const std::size_t gap = text.find("  "); !is_title && gap != std::string_view::npos) {
            const std::string_view name = text.substr(0, gap);
            text.remove_prefix(std::min(text.find_first_not_of(' ', gap), text.size()));
            on.widen(0, std::min(display_width(name), name_width));
            lines = std::max(lines_in(name, name_width), lines_in(text, sentence_width));
            sink_.cell(on.number, {on.next_row, 0, {.style = Style::strong, .wrapped = true}, name, {}, 1, lines});
        }
        look.wrapped = !is_title;
        on.widths.resize(std::max<std::size_t>(on.widths.size(), 2));
        on.widths[1] = sentence_width;
        sink_.cell(on.number, {on.next_row++, is_title ? 0U : 1U, look, text, {}, 1, lines});
    }

    [[nodiscard]] std::size_t first() {
        if (!first_) {
            Worksheet made;
            made.number = sink_.worksheet(names_.next(translate(tr("Summary"), style_.language)));
            first_ = worksheets_.size();
            worksheets_.push_back(std::move(made));
        }
        return *first_;
    }

    [[nodiscard]] WorksheetLook look_of(const Worksheet& worksheet) const {
        constexpr std::size_t a4_landscape = 135;  // characters that can be read on one page
        constexpr std::size_t a3_landscape = 200;
        WorksheetLook look;
        look.title = !worksheet.owner.empty() ? worksheet.owner : title_.empty() ? about_ : title_;
        std::size_t width = 0;
        std::size_t repeated = 0;
        for (std::size_t i = 0; i < worksheet.widths.size(); ++i) {
            const bool hidden = i >= worksheet.hidden_from;
            look.columns.push_back({worksheet.widths[i], hidden});
            width += hidden ? 0 : worksheet.widths[i] + 1;
            repeated += i < worksheet.frozen_columns ? worksheet.widths[i] + 1 : 0;
        }
        look.printed = worksheet.printed;
        look.large_paper = width > a4_landscape || worksheet.chart_beside;
        // The names stand on each page, so that twelve months and twelve more take two.
        if (width > a3_landscape && repeated < a3_landscape / 2)
            look.pages_across = static_cast<std::uint16_t>((width - repeated - 1) / (a3_landscape - repeated) + 1);
        look.frozen_rows = worksheet.frozen_rows;
        look.frozen_columns = worksheet.frozen_columns;
        // A few rows do not stand alone on the last page.
        const std::size_t readable = look.large_paper ? a3_landscape : a4_landscape;
        const std::size_t a_page = (look.large_paper ? a3_rows : a4_rows) * std::max(width, readable) / readable;
        if (look.pages_across == 1 && worksheet.next_row > a_page && worksheet.next_row % a_page <= a_page / 8)
            look.pages_down = static_cast<std::uint16_t>(worksheet.next_row / a_page);
        return look;
    }

    WorkbookSink& sink_;
    TextStyle style_;
    std::uint32_t most_rows_;
    WorksheetNames names_;
    std::vector<Worksheet> worksheets_;
    std::optional<std::size_t> first_;  // with the sentences
    std::string title_;
    std::string heading_;  // the last one
    std::string about_;
    std::map<std::string, SharedFigure> figures_;
};

Workbook::Workbook(WorkbookSink& sink, Language language, ShownIn amounts, std::uint32_t most_rows)
    : state_(std::make_unique<State>(sink, language, amounts, most_rows)) {}
Workbook::~Workbook() = default;

void Workbook::about(std::string name) {
    state_->about(std::move(name));
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
