// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/workbook/digits.hpp>
#include <msp/workbook/formula.hpp>
#include <msp/workbook/table_cells.hpp>
#include <msp/workbook/widths.hpp>

#include <optional>
#include <utility>

namespace msp {

void TableCells::write(std::size_t worksheet, const PlacedRow& row, bool ruled) {
    formulas_.begin(row.row);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (!columns_.at(column))
            continue;
        CellLook look;
        look.right = columns_[column].figure;
        look.ruled = ruled;
        look.level = *columns_.at(column) == 0 ? row.row.level : std::uint8_t{columns_.set_in(column)};
        const Cell& cell = row.cells[column];
        const ValueCell* value = columns_.hidden(column) ? nullptr : std::get_if<ValueCell>(&cell);
        if (const Money* money = row.amount(column))
            write_amount(worksheet, row, column, *money, look);
        else if (value != nullptr)
            write_value(book_.worksheets[worksheet], row, column, *value, look);
        else
            write_other(book_.worksheets[worksheet], row, column, cell, look);
    }
    formulas_.add(book_.worksheets[worksheet].name, row);
}

void TableCells::write_amount(std::size_t worksheet, const PlacedRow& row, std::size_t column, Money amount,
                              CellLook look) {
    Worksheet& on = book_.worksheets[worksheet];
    const Column& of = columns_[column];
    look.form = CellForm::money;
    look.style = of.strong ? Style::strong : row_style(row.row.kind);
    look.amounts = columns_.hidden(column) ? ShownIn::cents : unit_of(of, book_.style);
    look.sparse = shows_dots(of, row.row) && !of.strong && (look.amounts == ShownIn::cents || amount == Money());
    look.alert = !of.quiet;
    const Money shown = of.turned ? opposite(amount) : amount;
    std::string formula = formulas_.of_amount(row, column, amount);
    if (!row.row.figures.empty() && !row.row.figures[column].empty()) {
        FigureCell here = {worksheet, cell_name(on.name, row.at, *columns_.at(column)), shown};
        formula = book_.figures.formula(row.row.figures[column], std::move(here), std::move(formula));
    }
    if (formula.empty())
        formula = formulas_.of_named_rows(column, amount);
    put(on, row, column, look, shown, formula);
    on.widen(*columns_.at(column), money_width(shown, look.amounts));
}

// Each of its own kind. In a column of all kinds amounts keep their cents.
void TableCells::write_value(Worksheet& on, const PlacedRow& row, std::size_t column, const ValueCell& value,
                             CellLook look) {
    if (const Money* amount = std::get_if<Money>(&value.figure)) {
        look.form = CellForm::money;
        look.style = row_style(row.row.kind);
        on.widen(*columns_.at(column), money_width(*amount, look.amounts));
        return put(on, row, column, look, *amount);
    }
    if (const Date* day = std::get_if<Date>(&value.figure))
        return write_other(on, row, column, *day, look);
    if (const PercentCell* percent = std::get_if<PercentCell>(&value.figure))
        return write_other(on, row, column, *percent, look);
    write_other(on, row, column, TextCell{value.words}, look);
}

void TableCells::write_other(Worksheet& on, const PlacedRow& row, std::size_t column, const Cell& cell, CellLook look) {
    const TableCell shown = shown_cell(columns_[column], row.row, book_.style, cell);
    look.style = shown.style;
    on.widen(*columns_.at(column), display_width(shown.text) + 2 * std::size_t{look.level});
    if (const Date* day = std::get_if<Date>(&cell)) {
        look.form = CellForm::day;
        return put(on, row, column, look, *day);
    }
    if (const PeriodCell* period = std::get_if<PeriodCell>(&cell); period != nullptr && period->grid == Grid::day) {
        look.form = CellForm::day;
        return put(on, row, column, look, period->period.first);
    }
    if (const std::int64_t* number = std::get_if<std::int64_t>(&cell)) {
        look.form = CellForm::whole;
        return put(on, row, column, look, *number);
    }
    if (const WholesCell* numbers = std::get_if<WholesCell>(&cell);
        numbers != nullptr && numbers->numbers.size() == 1) {
        look.form = CellForm::whole;
        return put(on, row, column, look, std::int64_t{numbers->numbers.front()});
    }
    if (const PercentCell* percent = std::get_if<PercentCell>(&cell)) {
        constexpr int hundredths = 2;
        const std::string share = decimal(percent->percent / Quotient(100), percent->places + hundredths);
        look.form = CellForm::percent;
        look.places = static_cast<std::uint8_t>(percent->places);
        return put(on, row, column, look, CellDigits{share});
    }
    if (const std::optional<std::string> digits = digits_of(cell)) {
        look.form = CellForm::decimal;
        look.places = static_cast<std::uint8_t>(places_of(*digits));
        const std::string kept = columns_[column].all_digits ? all_digits(cell, *digits) : *digits;
        return put(on, row, column, look, CellDigits{kept}, formulas_.of_number(row, column, *digits));
    }
    const WordCell* word = std::get_if<WordCell>(&cell);
    write_text(on, row, column, look, columns_.hidden(column) && word != nullptr ? word->id : shown.text);
}

void TableCells::write_text(Worksheet& on, const PlacedRow& row, std::size_t column, CellLook look,
                            std::string_view shown) {
    if (display_width(shown) > Worksheet::widest_column && !columns_.hidden(column)) {
        look.wrapped = true;
        const std::uint32_t lines = lines_in(shown, Worksheet::widest_column);
        book_.sink.cell(on.number, {row.at, *columns_.at(column), look, shown, {}, 1, lines});
    } else if (!shown.empty() || look.ruled) {
        put(on, row, column, look, shown);
    }
}

void TableCells::put(Worksheet& on, const PlacedRow& row, std::size_t column, CellLook look, const CellValue& value,
                     std::string_view formula) {
    book_.sink.cell(on.number, {row.at, *columns_.at(column), look, value, formula});
}

}  // namespace msp
