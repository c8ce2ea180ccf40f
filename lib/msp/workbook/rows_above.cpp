// SPDX-License-Identifier: MIT
#include <msp/workbook/digits.hpp>
#include <msp/workbook/rows_above.hpp>

#include <algorithm>

namespace msp {
namespace {

Money together(Across down, Money before, Money next) {
    switch (down) {
        case Across::first:
            return before;
        case Across::last:
            return next;
        case Across::least:
            return std::min(before, next);
        case Across::sum:
            break;
    }
    return before + next;
}

}  // namespace

void RowsAbove::clear() {
    groups_.clear();
    last_.clear();
}

void RowsAbove::Group::add(std::uint32_t row) {
    if (!runs.empty() && runs.back().second + 1 == row)
        runs.back().second = row;
    else
        runs.emplace_back(row, row);
}

void RowsAbove::add(const PlacedRow& row) {
    if (row.row.group != 0 || (row.row.adds.empty() && row.row.kind == RowKind::line))
        add_to(groups_[row.row.group], row);
    RowAbove& last = last_[row.row.thread];
    last.at = row.at;
    last.amounts.resize(row.cells.size());
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const Money* amount = row.amount(column);
        last.amounts[column] = amount == nullptr ? std::nullopt : std::optional(*amount);
    }
}

void RowsAbove::add_to(Group& group, const PlacedRow& row) const {
    group.add(row.at);
    group.sums.resize(columns_.size());
    group.numbers.resize(columns_.size());
    group.texts.resize(columns_.size());
    group.has_amounts.resize(columns_.size());
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const Cell& cell = row.cells[column];
        if (const Money* amount = row.amount(column)) {
            const bool is_first = !group.has_amounts[column];
            group.has_amounts[column] = true;
            if (!is_first && columns_[column].down == Across::first)
                add_joined(group, row, column);
            group.sums[column] = is_first ? *amount : together(columns_[column].down, group.sums[column], *amount);
        } else if (const std::optional<Quotient> number = number_in(columns_[column], cell)) {
            group.numbers[column] += *number;
        } else if (!std::holds_alternative<std::monostate>(cell)) {
            group.texts[column] = true;
        }
    }
}

void RowsAbove::add_joined(Group& group, const PlacedRow& row, std::size_t column) const {
    const Money joining = row.joining(column);
    const std::vector<Addend>& adds = columns_[column].adds;
    const RowAbove* above = last(row.row.thread);
    if (joining == Money() || adds.size() != 1 || !adds.front().above || above == nullptr)
        return;
    const std::size_t left = columns_.called(adds.front().column);
    if (!columns_.at(left) || above->of(left) == nullptr)
        return;
    group.joined.push_back({column, row.at, above->at, left});
    group.sums[column] += joining;
}

const RowAbove* RowsAbove::last(std::uint32_t thread) const {
    const auto found = last_.find(thread);
    return found == last_.end() ? nullptr : &found->second;
}

template <typename Number>
Number RowsAbove::add_groups(SumFormula& formula, std::span<const RowTerm> terms, std::size_t column,
                             std::vector<Number> Group::*parts) const {
    Number sum;
    for (const RowTerm& term : terms) {
        const auto found = groups_.find(term.group);
        if (found == groups_.end())
            continue;
        const Group& group = found->second;
        for (const auto& [first, last] : group.runs)
            formula.add_run(cell_name(first, *columns_.at(column)), cell_name(last, *columns_.at(column)), term.less,
                            group.texts[column]);
        const Number& part = (group.*parts)[column];
        sum = term.less ? sum - part : sum + part;
    }
    return sum;
}

template <typename Number>
std::string RowsAbove::of_groups(std::span<const RowTerm> terms, std::size_t column, const Number& number,
                                 std::vector<Number> Group::*parts) const {
    SumFormula formula;
    const Number sum = add_groups(formula, terms, column, parts);
    return !formula.empty() && sum == number ? formula.text() : "";
}

std::string RowsAbove::one(const Row& row, std::size_t column, Money amount) const {
    const auto found = row.adds.size() == 1 ? groups_.find(row.adds.front().group) : groups_.end();
    if (found == groups_.end())
        return {};
    const Group& group = found->second;
    if (group.runs.size() != 1 || group.sums[column] != amount)
        return {};
    const std::string first = cell_name(group.runs.front().first, *columns_.at(column));
    const std::string last = cell_name(group.runs.front().second, *columns_.at(column));
    const Across down = columns_[column].down;
    if (down != Across::first)
        return down == Across::least ? "=MIN(" + first + ":" + last + ")" : "=" + last;
    SumFormula formula;
    formula.add(first, false);
    for (const Group::Joined& joined : group.joined) {
        if (joined.column != column)
            continue;
        formula.add(cell_name(joined.at, *columns_.at(column)), false);
        formula.add(cell_name(joined.above, *columns_.at(joined.left)), true);
    }
    return formula.text();
}

std::string RowsAbove::sum(const Row& row, std::size_t column, Money amount) const {
    if (columns_[column].down != Across::sum)
        return one(row, column, amount);
    return of_groups(row.adds, column, amount, &Group::sums);
}

std::string RowsAbove::sum(const Row& row, std::size_t column, const Quotient& number) const {
    return of_groups(row.adds, column, number, &Group::numbers);
}

std::string RowsAbove::sum_onwards(const PlacedRow& row, std::size_t column, Money amount) const {
    const std::span<const RowAhead> ahead = row.row.ahead;
    SumFormula formula;
    Money sum;
    if (const Money* before = row.row.runs_on && column != 0 ? row.amount(column - 1) : nullptr) {
        formula.add(cell_name(row.at, *columns_.at(column - 1)), false);
        sum = *before;
    }
    sum += add_groups(formula, row.row.adds, column, &Group::sums);
    if (ahead.empty() && sum != amount)
        return {};
    for (std::size_t i = 0; i < ahead.size();) {
        std::size_t end = i + 1;
        while (end < ahead.size() && ahead[end].rows == ahead[end - 1].rows + 1 && ahead[end].less == ahead[i].less)
            ++end;
        formula.add_run(cell_name(row.at + ahead[i].rows, *columns_.at(column)),
                        cell_name(row.at + ahead[end - 1].rows, *columns_.at(column)), ahead[i].less);
        i = end;
    }
    if (formula.empty())
        return {};
    return row.row.never_negative ? "=MAX(" + std::string(formula.terms()) + ",0)" : formula.text();
}

std::string RowsAbove::gathered(const PlacedRow& row, const std::string& from) const {
    const std::size_t column = columns_.called(from);
    const std::uint32_t before = row.row.gathered - 1;
    const auto found = groups_.find(row.row.group);
    const bool all_stand = before == 0 || (found != groups_.end() && found->second.runs.back().second + 1 == row.at &&
                                           found->second.runs.back().first + before <= row.at);
    if (!columns_.at(column) || !all_stand)
        return {};
    SumFormula formula;
    formula.add_run(cell_name(row.at - before, *columns_.at(column)), cell_name(row.at, *columns_.at(column)), false);
    return formula.text();
}

std::string RowsAbove::portion(const Row& row, std::size_t column, Money amount) const {
    const auto found = groups_.find(row.whole);
    const Quotient& portion = *row.portions[column];
    const std::string factor = factor_text(portion);
    if (found == groups_.end() || factor.empty())
        return {};
    const Group& whole = found->second;
    SumFormula above;
    const RowTerm same = {row.group, true};
    const Money taken = opposite(add_groups(above, {&same, 1}, column, &Group::sums));
    const Quotient exact = Quotient(whole.sums[column].cents(), 100) * portion;
    const std::string nudged = nudge(exact, taken + amount);
    const std::string cell = cell_name(whole.runs.front().first, *columns_.at(column));
    const std::string up_to_here =
        portion == Quotient(1) && nudged.empty() ? cell : "ROUND(" + cell + factor + nudged + ",2)";
    return "=" + up_to_here + std::string(above.terms());
}

}  // namespace msp
