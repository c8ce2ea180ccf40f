// SPDX-License-Identifier: MIT
// Private to the module: the rows of a block that stand above one, and the formulas that make an amount of them.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/quotient.hpp>
#include <msp/workbook/formula.hpp>
#include <msp/workbook/placement.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace msp {

// The last row of a thread, on which the next one may stand.
struct RowAbove {
    std::uint32_t at = 0;
    std::vector<std::optional<Money>> amounts;  // one a column of the sheet

    [[nodiscard]] const Money* of(std::size_t column) const { return amounts[column] ? &*amounts[column] : nullptr; }
};

// A formula is empty where it would not make the amount, to the cent.
class RowsAbove {
 public:
    explicit RowsAbove(const PlacedColumns& columns) : columns_(columns) {}

    void clear();
    void add(const PlacedRow& row);
    [[nodiscard]] const RowAbove* last(std::uint32_t thread) const;

    // What the groups come to that the row adds up; of a column that says so, the first, the last or the least of one.
    [[nodiscard]] std::string sum(const Row& row, std::size_t column, Money amount) const;
    [[nodiscard]] std::string sum(const Row& row, std::size_t column, const Quotient& number) const;
    // The same onto the column before, or with rows that are still to come: that these make it is the sheet's word.
    [[nodiscard]] std::string sum_onwards(const PlacedRow& row, std::size_t column, Money amount) const;
    // What rows up to this one have of another row's amount in the column, less what those above it have.
    [[nodiscard]] std::string portion(const Row& row, std::size_t column, Money amount) const;
    // What so many lines up to this one have in another column: that these make its amount is the sheet's word.
    [[nodiscard]] std::string gathered(const PlacedRow& row, const std::string& from) const;

 private:
    // The rows of one group: where they stand, and what their cells come to, column by column of the sheet, as it says.
    struct Group {
        // Of a column that has the first: a row that begins with more or less than the one above has left, in another.
        struct Joined {
            std::size_t column = 0;
            std::uint32_t at = 0;
            std::uint32_t above = 0;
            std::size_t left = 0;
        };
        std::vector<std::pair<std::uint32_t, std::uint32_t>> runs;  // of rows, both ends
        std::vector<Money> sums;
        std::vector<Quotient> numbers;  // of cells that are no amounts, as they are written
        std::vector<bool> texts;        // whether a cell of the column is none of them
        std::vector<bool> has_amounts;
        std::vector<Joined> joined;  // what comes to the first

        void add(std::uint32_t row);
    };
    void add_to(Group& group, const PlacedRow& row) const;
    void add_joined(Group& group, const PlacedRow& row, std::size_t column) const;
    [[nodiscard]] std::string one(const Row& row, std::size_t column, Money amount) const;

    // Adds the cells of groups to a formula; what they come to, of which `parts` are of each group the amounts.
    template <typename Number>
    Number add_groups(SumFormula& formula, std::span<const RowTerm> terms, std::size_t column,
                      std::vector<Number> Group::*parts) const;
    template <typename Number>
    [[nodiscard]] std::string of_groups(std::span<const RowTerm> terms, std::size_t column, const Number& number,
                                        std::vector<Number> Group::*parts) const;

    const PlacedColumns& columns_;
    std::map<std::uint8_t, Group> groups_;
    std::map<std::uint32_t, RowAbove> last_;  // by thread
};

}  // namespace msp
