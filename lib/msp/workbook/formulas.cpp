// SPDX-License-Identifier: MIT
#include <msp/workbook/cells_beside.hpp>
#include <msp/workbook/digits.hpp>
#include <msp/workbook/formula.hpp>
#include <msp/workbook/formulas.hpp>

#include <utility>

namespace msp {
namespace {

// A longer one makes a spreadsheet program refuse the file.
std::string if_short_enough(std::string formula) {
    if (formula.size() > longest_formula)
        formula.clear();
    return formula;
}

}  // namespace

std::string Formulas::of_amount(const PlacedRow& row, std::size_t column, Money amount) const {
    return if_short_enough(first_found(row, column, amount));
}

std::string Formulas::of_named_rows(std::size_t column, Money amount) const {
    return if_short_enough(named_.sum(column, amount));
}

// The next column begins with what stands further down in this one, and with what comes to that. Where that is all,
// nothing was there before, and it is an amount to be typed.
std::string Formulas::brought_forward(const PlacedRow& row, std::size_t column, Money amount) const {
    if (row.row.carried == 0 || column == 0 || !columns_.at(column - 1) || row.amount(column - 1) == nullptr)
        return {};
    const Money joining = row.joining(column);
    std::string before = "=" + cell_name(row.at + row.row.carried, *columns_.at(column - 1));
    if (joining == Money())
        return before;
    std::string rows = of_named_rows(column, amount);
    if (!rows.empty() || joining == amount)
        return rows;
    return before + (joining.negative() ? "" : "+") + plain(joining);
}

std::string Formulas::first_found(const PlacedRow& placed, std::size_t column, Money amount) const {
    const Column& of = columns_[column];
    const Row& row = placed.row;
    const CellsBeside beside(columns_, placed);
    if (!of.adds.empty() && row.across != Across::sum)
        return beside.one(of, amount);
    std::string formula = row.runs_on || !row.ahead.empty() ? above_.sum_onwards(placed, column, amount)
                                                            : above_.sum(row, column, amount);
    if (formula.empty() && !row.portions.empty() && row.portions[column])
        formula = of.portion_of.empty() ? above_.portion(row, column, amount)
                                        : beside.portion(of.portion_of, *row.portions[column], amount);
    if (formula.empty() && row.gathered != 0 && !of.gathers.empty())
        formula = above_.gathered(placed, of.gathers);
    if (formula.empty() && of.times)
        formula = beside.product(*of.times, amount);
    if (formula.empty() && of.multiplies)
        formula = beside.product(*of.multiplies, amount);
    if (formula.empty() && of.repeats)
        formula = beside.repeated(*of.repeats, amount);
    if (formula.empty() && of.within)
        formula = beside.within(*of.within, amount);
    if (formula.empty())
        formula = brought_forward(placed, column, amount);
    // Rows that stand on the one above are lines: what adds them up has no such row.
    if (formula.empty() && !of.adds.empty())
        formula = beside.sum(of, row.kind == RowKind::line ? above_.last(row.thread) : nullptr, amount);
    return formula;
}

std::string Formulas::of_number(const PlacedRow& row, std::size_t column, const std::string& digits) const {
    std::string formula = above_.sum(row.row, column, *number_in(columns_[column], row.cells[column]));
    if (const std::optional<Division>& division = columns_[column].divides; formula.empty() && division)
        formula = CellsBeside(columns_, row).quotient(*division, digits);
    return if_short_enough(std::move(formula));
}

}  // namespace msp
