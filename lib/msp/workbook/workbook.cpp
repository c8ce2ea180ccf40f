// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/report/styled_lines.hpp>
#include <msp/workbook/digits.hpp>
#include <msp/workbook/formula.hpp>
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

// The rows of one group in a block: where they stand, and what their amounts come to, column by column.
struct Group {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> runs;  // of rows, both ends
    std::vector<Money> sums;
    std::vector<Quotient> numbers;  // of cells that are no amounts, as they are written
    std::vector<bool> texts;        // whether a cell of the column is none of them: only SUM takes it for nothing

    void add(std::uint32_t row) {
        if (!runs.empty() && runs.back().second + 1 == row)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
};

// A row that others stand on.
struct RowAbove {
    std::uint32_t row = 0;
    std::vector<std::optional<Money>> amounts;

    [[nodiscard]] const Money* of(std::size_t column) const { return amounts[column] ? &*amounts[column] : nullptr; }
};

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
          figures_(figures) {}

    void begin(const Block& block) override {
        finish_block();
        const bool goes_on = sheet_.together && begun_ && named_ == block.name;
        if (!goes_on)
            open_for(block);
        if (sheet_.together) {
            groups_.clear();
            above_.clear();
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
        row_ = here().next_row;
        const bool ruled = std::exchange(ruled_, false);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (at_[column])
                cell(row, column, cells, ruled);
        }
        remember(row, cells);
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
    // Of the sheet: what names its rows for programs has its own head, and all of its digits.
    [[nodiscard]] bool hidden(std::size_t column) const { return *at_[column] >= pages_; }

    void open_for(const Block& block) {
        begun_ = true;
        named_ = block.name;
        owner_ = !block.owner.empty() ? block.owner : sheet_.owner.empty() ? heading_ : sheet_.owner;
        part_ = sheet_.together ? block.name : block.title.empty() ? sheet_.owner : block.title;
        title_ = title_of(block);
        open(name_of(block));
        arrange(block);
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

    // Which column of the worksheet has which of the sheet: first what a page shows, then, hidden, what names it for
    // programs.
    void arrange(const Block& block) {
        at_.assign(sheet_.columns.size(), std::nullopt);
        heads_ = shown_columns(sheet_, block);
        pages_ = static_cast<std::uint32_t>(heads_.size());
        const std::vector<std::size_t> shown = heads_;
        for (std::size_t column = 0; column < sheet_.columns.size(); ++column) {
            if (sheet_.columns[column].audience == Audience::data)
                heads_.push_back(column);
        }
        for (std::size_t i = 0; i < heads_.size(); ++i)
            at_[heads_[i]] = static_cast<std::uint32_t>(i);
        names_in_sight_ = 0;
        while (names_in_sight_ < shown.size() && names_in_sight_ < 2 && !sheet_.columns[shown[names_in_sight_]].figure)
            ++names_in_sight_;
        set_in_.assign(sheet_.columns.size(), false);
        for (std::size_t i = 1; i < heads_.size(); ++i)
            set_in_[heads_[i]] = !sheet_.columns[heads_[i]].figure && sheet_.columns[heads_[i - 1]].figure;
    }

    // The head of the block's rows, or of what goes on in another worksheet: formulas name none of the rows before it.
    void start() {
        here().hidden_from = pages_;
        here().frozen_columns = names_in_sight_;
        head();
        groups_.clear();
        above_.clear();
        has_amounts_.assign(sheet_.columns.size(), false);
    }

    void head() {
        std::vector<std::string> texts;
        std::uint32_t lines = 1;
        for (const std::size_t column : heads_) {
            const Column& shown = sheet_.columns[column];
            texts.push_back(hidden(column) ? shown.label : shown_heading(shown, style_));
            if (!hidden(column))
                lines = std::max(lines, lines_in(texts.back(), widest_heading));
        }
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            if (texts[i].empty())
                continue;
            const CellLook look = {.form = CellForm::heading,
                                   .style = Style::strong,
                                   .right = sheet_.columns[heads_[i]].figure,
                                   .level = std::uint8_t{set_in_[heads_[i]]}};
            sink_.cell(here().number, {here().next_row, *at_[heads_[i]], look, texts[i], {}, 1, lines});
            here().widen(*at_[heads_[i]], heading_width(texts[i]));
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
        while (columns < pages_ ? width < sentence_width : width < least_note_width) {
            const bool has_width = columns < worksheet.widths.size();
            width += columns >= heads_.size()          ? beyond
                     : columns >= pages_ || !has_width ? 0
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

    void cell(const Row& row, std::size_t column, std::span<const Cell> cells, bool ruled) {
        const Column& of = sheet_.columns[column];
        const bool first = *at_[column] == 0;
        CellLook look = {
            .right = of.figure, .ruled = ruled, .level = first ? row.level : std::uint8_t{set_in_[column]}};
        const Cell& cell = cells[column];
        if (const Money* amount = std::get_if<Money>(&cell)) {
            look.form = CellForm::money;
            look.style = of.strong ? Style::strong : row_style(row.kind);
            look.amounts = hidden(column) ? ShownIn::cents : unit_of(of, style_);
            look.sparse = shows_dots(of, row) && !of.strong && (look.amounts == ShownIn::cents || *amount == Money());
            look.alert = !of.quiet;
            const Money shown = of.turned ? opposite(*amount) : *amount;
            std::string formula = formula_of(row, column, cells, *amount);
            if (!row.figures.empty() && !row.figures[column].empty())
                formula = shared(row.figures[column], column, shown, std::move(formula));
            put(*at_[column], look, shown, formula);
            here().widen(*at_[column], money_width(shown, look.amounts));
            return;
        }
        plain_cell(row, column, cells, look);
    }

    void plain_cell(const Row& row, std::size_t column, std::span<const Cell> cells, CellLook look) {
        const Cell& cell = cells[column];
        const std::uint32_t at = *at_[column];
        const TableCell shown = shown_cell(sheet_.columns[column], row, style_, cell);
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
            const std::string kept = sheet_.columns[column].all_digits ? all_digits(cell, *digits) : *digits;
            return put(at, look, CellDigits{kept}, formula_of_number(row, column, cells, *digits));
        }
        const WordCell* word = std::get_if<WordCell>(&cell);
        const std::string_view text = hidden(column) && word != nullptr ? word->id : shown.text;
        if (display_width(text) > Worksheet::widest_column && !hidden(column)) {
            look.wrapped = true;
            return sink_.cell(here().number,
                              {here().next_row, at, look, text, {}, 1, lines_in(text, Worksheet::widest_column)});
        }
        if (!text.empty() || look.ruled)
            put(at, look, text);
    }

    // One figure of several worksheets: the first makes it, others take it from there.
    std::string shared(const std::string& figure, std::size_t column, Money shown, std::string formula) {
        const std::string cell = cell_name(here().name, here().next_row, *at_[column]);
        const auto [made, is_first] = figures_.try_emplace(figure, SharedFigure{on_, cell, shown});
        const bool is_taken = !is_first && made->second.worksheet != on_ && made->second.amount == shown;
        return formula.empty() && is_taken ? "=" + made->second.cell : std::move(formula);
    }

    // How it is made of others; empty where it is not, or where that would make another amount.
    std::string formula_of(const Row& row, std::size_t column, std::span<const Cell> cells, Money amount) {
        const Column& of = sheet_.columns[column];
        if (!of.adds.empty() && row.across != Across::sum)
            return picked(row.across, of, cells, amount);
        std::string formula = row.runs_on || !row.ahead.empty() ? of_parts(row, column, cells, amount)
                                                                : of_rows(row.adds, column, amount);
        if (formula.empty() && !row.portions.empty() && row.portions[column])
            formula = of_whole(row, column, amount);
        if (formula.empty() && of.times)
            formula = of_units(*of.times, cells, amount);
        if (formula.empty() && of.repeats)
            formula = of_times(*of.repeats, cells, amount);
        if (formula.empty() && of.within)
            formula = of_bounds(*of.within, cells, amount);
        if (formula.empty() && row.carried != 0 && column != 0 && at_[column - 1] &&
            std::holds_alternative<Money>(cells[column - 1]))
            formula = "=" + cell_name(row_ + row.carried, *at_[column - 1]);
        if (formula.empty() && !of.adds.empty())
            formula = of_columns(row, column, cells, amount);
        return formula.size() > longest_formula ? "" : formula;
    }

    // The same of a number that is no amount, as it is written.
    std::string formula_of_number(const Row& row, std::size_t column, std::span<const Cell> cells,
                                  const std::string& digits) {
        std::string formula = number_of_rows(row.adds, column, *number_in(sheet_.columns[column], cells[column]));
        if (const std::optional<Division>& division = sheet_.columns[column].divides; formula.empty() && division)
            formula = of_division(*division, cells, digits);
        return formula;
    }

    // The groups' cells; what they come to, of which `parts` are of each group the amounts, column by column.
    template <typename Number>
    Number add_groups(SumFormula& formula, std::span<const RowTerm> terms, std::size_t column,
                      std::vector<Number> Group::*parts) {
        Number sum;
        for (const RowTerm& term : terms) {
            const auto found = groups_.find(term.group);
            if (found == groups_.end())
                continue;
            for (const auto& [first, last] : found->second.runs)
                formula.add_run(cell_name(first, *at_[column]), cell_name(last, *at_[column]), term.less,
                                found->second.texts[column]);
            const Number& part = (found->second.*parts)[column];
            sum = term.less ? sum - part : sum + part;
        }
        return sum;
    }
    template <typename Number>
    std::string of_groups(std::span<const RowTerm> terms, std::size_t column, const Number& number,
                          std::vector<Number> Group::*parts) {
        SumFormula formula;
        const Number sum = add_groups(formula, terms, column, parts);
        return !formula.empty() && sum == number ? formula.text() : "";
    }

    // What the rows above come to, onto the column before or with rows that are still to come.
    std::string of_parts(const Row& row, std::size_t column, std::span<const Cell> cells, Money amount) {
        SumFormula formula;
        Money sum;
        if (const Money* before = row.runs_on && column != 0 ? std::get_if<Money>(&cells[column - 1]) : nullptr) {
            formula.add(cell_name(row_, *at_[column - 1]), false);
            sum = *before;
        }
        sum += add_groups(formula, row.adds, column, &Group::sums);
        if (row.ahead.empty() && sum != amount)
            return {};
        for (std::size_t i = 0; i < row.ahead.size();) {
            std::size_t end = i + 1;
            while (end < row.ahead.size() && row.ahead[end].rows == row.ahead[end - 1].rows + 1 &&
                   row.ahead[end].less == row.ahead[i].less)
                ++end;
            formula.add_run(cell_name(row_ + row.ahead[i].rows, *at_[column]),
                            cell_name(row_ + row.ahead[end - 1].rows, *at_[column]), row.ahead[i].less);
            i = end;
        }
        if (formula.empty())
            return {};
        return row.never_negative ? "=MAX(" + std::string(formula.terms()) + ",0)" : formula.text();
    }

    std::string of_rows(std::span<const RowTerm> terms, std::size_t column, Money amount) {
        return of_groups(terms, column, amount, &Group::sums);
    }
    std::string number_of_rows(std::span<const RowTerm> terms, std::size_t column, const Quotient& number) {
        return of_groups(terms, column, number, &Group::numbers);
    }

    // What rows up to this one have of another row's amount in the column, less what those above it have.
    std::string of_whole(const Row& row, std::size_t column, Money amount) {
        const auto found = groups_.find(row.whole);
        const Quotient& portion = *row.portions[column];
        const std::string factor = times(portion);
        if (found == groups_.end() || factor.empty())
            return {};
        SumFormula above;
        const RowTerm same = {row.group, true};
        const Money taken = opposite(add_groups(above, {&same, 1}, column, &Group::sums));
        const Quotient exact = Quotient(found->second.sums[column].cents(), 100) * portion;
        const std::string nudged = nudge(exact, taken + amount);
        const std::string whole = cell_name(found->second.runs.front().first, *at_[column]);
        const std::string mine =
            portion == Quotient(1) && nudged.empty() ? whole : "ROUND(" + whole + factor + nudged + ",2)";
        return "=" + mine + std::string(above.terms());
    }

    // So much for each unit that another cell of the row has.
    std::string of_units(const Product& product, std::span<const Cell> cells, Money amount) {
        const std::size_t units = column_called(product.column);
        const std::size_t less = product.less.empty() ? units : column_called(product.less);
        const std::optional<Quotient> number = number_in(sheet_.columns[units], cells[units]);
        const std::optional<Quotient> taken = number_in(sheet_.columns[less], cells[less]);
        const std::string factor = times(product.factor);
        if (!number || !taken || !at_[units] || !at_[less] || factor.empty())
            return {};
        const Quotient exact = (less == units ? *number : *number - *taken) * product.factor;
        if (!within_a_cent(exact, amount))
            return {};
        const std::string all = cell_name(row_, *at_[units]);
        return "=ROUND(" + (less == units ? all : "(" + all + "-" + cell_name(row_, *at_[less]) + ")") + factor +
               nudge(exact, amount) + ",2)";
    }

    std::string of_times(const Repeated& repeated, std::span<const Cell> cells, Money amount) {
        const std::size_t count = column_called(repeated.count);
        const std::size_t each = column_called(repeated.each);
        const std::size_t last = column_called(repeated.last);
        const std::int64_t* number = std::get_if<std::int64_t>(&cells[count]);
        const Money* one = std::get_if<Money>(&cells[each]);
        const Money* closing = std::get_if<Money>(&cells[last]);
        if (number == nullptr || one == nullptr || closing == nullptr || !at_[count] || !at_[each] || !at_[last])
            return {};
        if (Quotient(*number - 1) * Quotient(one->cents()) != Quotient((amount - *closing).cents()))
            return {};
        return "=(" + cell_name(row_, *at_[count]) + "-1)*" + cell_name(row_, *at_[each]) + "+" +
               cell_name(row_, *at_[last]);
    }

    std::string of_bounds(const Within& within, std::span<const Cell> cells, Money amount) {
        const std::size_t column = column_called(within.column);
        const std::size_t most = column_called(within.most);
        const Money* value = std::get_if<Money>(&cells[column]);
        const Money* limit = std::get_if<Money>(&cells[most]);
        if (value == nullptr || limit == nullptr || !at_[column] || !at_[most] ||
            std::min(std::max(*value, Money()), *limit) != amount)
            return {};
        return "=MIN(MAX(" + cell_name(row_, *at_[column]) + ",0)," + cell_name(row_, *at_[most]) + ")";
    }

    // One amount of the row by another, where binary numbers round it as it was rounded.
    std::string of_division(const Division& division, std::span<const Cell> cells, const std::string& digits) {
        const std::size_t of = column_called(division.of);
        const std::size_t by = column_called(division.by);
        const Money* whole = std::get_if<Money>(&cells[by]);
        const Money* part = std::get_if<Money>(&cells[of]);
        if (!at_[of] || !at_[by] || part == nullptr || whole == nullptr || *whole == Money())
            return {};
        const int places = places_of(digits);
        const Quotient exact = Quotient(part->cents(), division.percent ? absolute(*whole).cents() : whole->cents()) *
                               Quotient(division.percent ? 100 : 1);
        if (!rounded_alike(exact, places) || decimal(exact, places) != digits)
            return {};
        const bool minus = sheet_.columns[of].turned != (!division.percent && sheet_.columns[by].turned);
        const std::string name = cell_name(row_, *at_[by]);
        return "=IF(" + name + "=0,\"\",ROUND(" + (minus ? "-" : "") + (division.percent ? "100*" : "") +
               cell_name(row_, *at_[of]) + "/" + (division.percent ? "ABS(" + name + ")" : name) + "," +
               std::to_string(places) + "))";
    }

    [[nodiscard]] std::size_t column_called(const std::string& id) const {
        const auto at = std::ranges::find(sheet_.columns, id, &Column::id);
        assert(at != sheet_.columns.end());
        return static_cast<std::size_t>(at - sheet_.columns.begin());
    }

    struct Place {
        std::size_t column = 0;  // of the sheet
        bool less = false;
        bool above = false;
    };
    // The columns that one adds up, those that the block shows.
    [[nodiscard]] std::vector<Place> places(const Column& of) const {
        std::vector<Place> found;
        for (const Addend& addend : of.adds) {
            const std::size_t column = column_called(addend.column);
            if (at_[column])
                found.push_back({column, addend.less, addend.above});
        }
        return found;
    }

    // Rows that stand on the one above are lines: what adds them up has no such row.
    std::string of_columns(const Row& row, std::size_t column, std::span<const Cell> cells, Money amount) {
        const Column& of = sheet_.columns[column];
        const std::vector<Place> all = places(of);
        const auto last = above_.find(row.thread);
        const bool has_above = row.kind == RowKind::line && last != above_.end();
        const auto turned = [&](const Place& place) { return sheet_.columns[place.column].turned; };
        SumFormula formula;
        Money sum;
        for (std::size_t i = 0; i < all.size();) {
            if (all[i].above && (!has_above || last->second.of(all[i].column) == nullptr))
                return {};
            const std::uint32_t from = all[i].above ? last->second.row : row_;
            std::size_t end = i + 1;
            while (end < all.size() && *at_[all[end].column] == *at_[all[end - 1].column] + 1 &&
                   all[end].less == all[i].less && all[end].above == all[i].above && turned(all[end]) == turned(all[i]))
                ++end;
            formula.add_run(cell_name(from, *at_[all[i].column]), cell_name(from, *at_[all[end - 1].column]),
                            all[i].less != (turned(all[i]) != of.turned));
            for (; i < end; ++i) {
                const Money* part = std::get_if<Money>(&cells[all[i].column]);
                if (all[i].above)
                    part = last->second.of(all[i].column);
                if (part != nullptr)
                    sum = all[i].less ? sum - *part : sum + *part;
                else if (!std::holds_alternative<std::monostate>(cells[all[i].column]))
                    return {};
            }
        }
        if (formula.empty() || (of.unsigned_sum ? absolute(sum) : sum) != amount)
            return {};
        return of.unsigned_sum ? "=ABS(" + std::string(formula.terms()) + ")" : formula.text();
    }

    std::string picked(Across across, const Column& of, std::span<const Cell> cells, Money amount) {
        const std::vector<Place> all = places(of);
        std::vector<Money> amounts;
        for (const Place& place : all) {
            if (const Money* part = std::get_if<Money>(&cells[place.column]))
                amounts.push_back(*part);
        }
        if (amounts.empty() || amounts.size() != all.size())
            return {};
        const std::string first = cell_name(row_, *at_[all.front().column]);
        const std::string last = cell_name(row_, *at_[all.back().column]);
        if (across == Across::least)
            return std::ranges::min(amounts) == amount ? "=MIN(" + first + ":" + last + ")" : "";
        const bool is_first = across == Across::first;
        return (is_first ? amounts.front() : amounts.back()) == amount ? "=" + (is_first ? first : last) : "";
    }

    // Below a table with which it fits a page, else beside it: a page that ends in a picture would cut it. Of a table
    // that fits none the picture alone is printed.
    void draw(const Chart& chart, const CellRun& lines) {
        const bool below = here().next_row + 1 + chart_height <= a4_rows;
        WorkbookChart drawn;
        drawn.amounts = style_.amounts;
        drawn.title = part_.empty() ? chart.title : chart.title + " · " + part_;
        drawn.row = below ? here().next_row + 1 : lines.first;
        drawn.column = below ? 0 : static_cast<std::uint32_t>(heads_.size()) + 1;
        drawn.rows = chart_height;
        const auto run = [&](const std::string& id) {
            const std::size_t column = column_called(id);
            return CellRun{at_[column].value_or(0), lines.first, lines.last};
        };
        drawn.along = run(chart.along);
        drawn.by_day = by_day_;
        for (const ChartSeries& series : chart.series) {
            const std::size_t column = column_called(series.column);
            if (has_amounts_[column])
                drawn.series.push_back({sheet_.columns[column].label, series.as, run(series.column)});
        }
        sink_.chart(here().number, drawn);
        here().chart_beside = !below && lines.last - lines.first < short_table;
        if (!below && !here().chart_beside)
            here().printed = CellArea{drawn.row, drawn.column, drawn.row + chart_height, drawn.column + chart_columns};
        if (below)
            here().next_row += chart_height + 2;
    }

    void remember(const Row& row, std::span<const Cell> cells) {
        if (row.kind == RowKind::line) {
            if (!lines_)
                lines_ = CellRun{0, row_, row_};
            lines_->last = row_;
        }
        const bool counted = row.group != 0 || (row.adds.empty() && row.kind == RowKind::line);
        Group* group = counted ? &groups_[row.group] : nullptr;
        if (group != nullptr) {
            group->add(row_);
            group->sums.resize(sheet_.columns.size());
            group->numbers.resize(sheet_.columns.size());
            group->texts.resize(sheet_.columns.size());
        }
        RowAbove& last = above_[row.thread];
        last.row = row_;
        last.amounts.resize(cells.size());
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const Money* amount = std::get_if<Money>(&cells[column]);
            last.amounts[column] = amount == nullptr ? std::nullopt : std::optional(*amount);
            if (amount != nullptr)
                has_amounts_[column] = true;
            if (group != nullptr && amount != nullptr)
                group->sums[column] += *amount;
            else if (const std::optional<Quotient> number =
                         group == nullptr ? std::nullopt : number_in(sheet_.columns[column], cells[column]))
                group->numbers[column] += *number;
            else if (group != nullptr && !std::holds_alternative<std::monostate>(cells[column]))
                group->texts[column] = true;
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
    bool begun_ = false;
    std::string named_;  // the block that the worksheet began with
    bool ruled_ = false;
    std::uint32_t row_ = 0;
    std::uint32_t pages_ = 0;  // columns that are not hidden
    std::uint32_t names_in_sight_ = 0;
    std::vector<std::optional<std::uint32_t>> at_;
    std::vector<std::size_t> heads_;
    std::vector<bool> set_in_;  // what stands to the left, beside a figure
    std::map<std::uint8_t, Group> groups_;
    std::map<std::uint32_t, RowAbove> above_;  // by thread
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
