// SPDX-License-Identifier: MIT
#include <msp/workbook/formula.hpp>
#include <msp/workbook/named_rows.hpp>

#include <utility>

namespace msp {

void NamedRows::begin(const Row& row) {
    made_of_.clear();
    for (const std::string& name : row.made_of) {
        if (const auto found = rows_.find(name); found != rows_.end())
            made_of_.push_back(&found->second);
    }
}

std::string NamedRows::sum(std::size_t column, Money amount) const {
    const Column& of = columns_[column];
    if (of.of_rows == OfRows::none || made_of_.empty())
        return {};
    SumFormula formula;
    Money rest = amount;
    for (const Named* row : made_of_) {
        const NamedSheet& on = worksheets_[row->worksheet];
        if (!on.columns[column])
            return {};
        formula.add(cell_name(on.name, row->at, *on.columns[column]), false);
        rest -= row->amounts[column];
    }
    if (rest != Money()) {
        if (of.of_rows != OfRows::most)
            return {};
        formula.add(plain(absolute(rest)), rest.negative() != of.turned);
    }
    return formula.text();
}

// One without an amount where others are made of it is no part: no formula adds up a text.
void NamedRows::add(const std::string& worksheet, const PlacedRow& row) {
    if (row.row.name.empty())
        return;
    if (worksheets_.empty() || worksheets_.back().name != worksheet) {
        NamedSheet on = {worksheet, {}};
        for (std::size_t column = 0; column < columns_.size(); ++column)
            on.columns.push_back(columns_.at(column));
        worksheets_.push_back(std::move(on));
    }
    Named named = {worksheets_.size() - 1, row.at, std::vector<Money>(row.cells.size())};
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (columns_[column].of_rows == OfRows::none)
            continue;
        const Money* amount = row.amount(column);
        if (amount == nullptr)
            return;
        named.amounts[column] = *amount;
    }
    rows_.insert_or_assign(std::string(row.row.name), std::move(named));
}

}  // namespace msp
