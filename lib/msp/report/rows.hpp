// SPDX-License-Identifier: MIT
// Typed rows, written once and read as CSV or as a JSON array of objects with the same columns.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/diag/message.hpp>
#include <msp/money/quotient.hpp>
#include <msp/report/csv.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet_data.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace msp {

class Rows {
 public:
    // With `file`, a first column of that name holds it in every row.
    Rows(Csv& csv, std::vector<Column> columns, Heading heading, std::string_view file);
    // As the members of an array that is open.
    Rows(Json& json, std::vector<Column> columns);

    void text(std::string_view cell);
    void word(std::string_view cell);
    void money(Money amount);
    void date(Date date);
    void period(const Period& period, Grid grid);
    void integer(std::int64_t number);
    // With so many decimals, the last one rounded; `exact` follows it where no digit may be lost.
    void decimal(const Quotient& value, int decimals);
    // Two cells, numerator and denominator: a spreadsheet would take 1/2 for a date.
    void exact(const Quotient& value);
    void empty();
    void end_row();

 private:
    void begin();

    std::variant<Csv*, Json*> out_;
    std::vector<Column> columns_;
    std::string file_;
    std::size_t next_ = 0;
};

}  // namespace msp
