// SPDX-License-Identifier: MIT
// What stands in a cell of a sheet.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/money/money.hpp>
#include <msp/money/quotient.hpp>
#include <msp/report/text_table.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace msp {

// What the user wrote: CSV guards it against spreadsheets.
struct TextCell {
    std::string_view text;
};
// A word of ours: its stable name, and what a page shows.
struct WordCell {
    std::string_view id;
    std::string_view shown = {};
    Style style = Style::plain;
};
struct PeriodCell {
    Period period;
    Grid grid;
};
struct DecimalCell {
    Quotient value;
    int places;  // the last one rounded
};
// The same; a page shows the sign of percent, and a spreadsheet program counts with the share.
struct PercentCell {
    Quotient percent;
    int places;
};

// A numerator or denominator, of any length: in JSON a text, since most readers cut numbers to 53 bits.
struct WholeCell {
    Quotient::Integer number;
};
struct WholeDigitsCell {
    std::string_view text;  // written already
};
struct WholesCell {
    std::span<const std::int32_t> numbers;  // a list in JSON
};

// A number that is written already, with a point: of any length.
struct DigitsCell {
    std::string_view text;
};

// Words of ours for a value of any kind: what a spreadsheet program counts with, where it is one figure.
struct ValueCell {
    std::string_view words;
    std::variant<std::monostate, Money, Date, PercentCell> figure = {};
};

// What data has a value of, as it promises one, and a page has nothing of: the lowest balance of what is not open yet.
struct DataCell {
    std::variant<Money, Date> value;
};

// Nothing, or a value of its column's type. Texts need to last until the row has been taken.
using Cell = std::variant<std::monostate, TextCell, WordCell, Money, Date, PeriodCell, std::int64_t, DecimalCell,
                          WholeCell, WholeDigitsCell, DigitsCell, PercentCell, WholesCell, ValueCell, DataCell>;

}  // namespace msp
