// SPDX-License-Identifier: MIT
// Private to the module: the formulas that make a cell of others of its row.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/quotient.hpp>
#include <msp/report/row_formulas.hpp>
#include <msp/workbook/placement.hpp>
#include <msp/workbook/rows_above.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// A formula is empty where it would not make the amount, to the cent.
class CellsBeside {
 public:
    CellsBeside(const PlacedColumns& columns, const PlacedRow& row) : columns_(columns), row_(row) {}

    // The columns that one adds up; some of them in the row on which this one stands, where there is one.
    [[nodiscard]] std::string sum(const Column& of, const RowAbove* above, Money amount) const;
    // The first, the last or the least of them.
    [[nodiscard]] std::string one(const Column& of, Money amount) const;
    // So much for each unit that another cell of the row has.
    [[nodiscard]] std::string product(const Product& product, Money amount) const;
    [[nodiscard]] std::string product(const Multiplied& product, Money amount) const;
    [[nodiscard]] std::string portion(const std::string& of, const Quotient& portion, Money amount) const;
    [[nodiscard]] std::string repeated(const Repeated& repeated, Money amount) const;
    [[nodiscard]] std::string within(const Within& within, Money amount) const;
    // One amount of the row by another, where binary numbers round it as it was rounded.
    [[nodiscard]] std::string quotient(const Division& division, const std::string& digits) const;

 private:
    // A cell that a formula can name: its column is there, and it has a value of that type.
    template <typename Value>
    struct Named {
        std::string name;
        Value value;
        bool turned = false;  // it shows the other sign
    };
    template <typename Value>
    [[nodiscard]] std::optional<Named<Value>> named(std::size_t column, const Value* value) const;
    [[nodiscard]] std::optional<Named<Money>> money(const std::string& id) const;
    [[nodiscard]] std::optional<Named<std::int64_t>> count(const std::string& id) const;
    [[nodiscard]] std::optional<Named<Quotient>> number(const std::string& id) const;

    struct Term {
        std::size_t column = 0;  // of the sheet
        bool less = false;
        bool above = false;
    };
    // Those that the block shows.
    [[nodiscard]] std::vector<Term> terms(const Column& of) const;
    // Whether one cell follows the other in a run that is added up at once.
    [[nodiscard]] bool goes_on(const Term& term, const Term& next) const;

    const PlacedColumns& columns_;
    const PlacedRow& row_;
};

}  // namespace msp
