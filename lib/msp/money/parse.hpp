// SPDX-License-Identifier: MIT
// Amounts, rates and quantities from the user's own characters; never through a binary float.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/rate.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace msp {

enum class NumberProblem {
    not_a_number,  // letters, nothing, two signs
    point,         // a point in quoted text, where the comma is the decimal mark
    comma,         // a comma in a bare number
    grouping,      // spaces that do not group by three, or a point where spaces group
    decimals,      // more than two decimals of an amount are written, be they zeros
    exponent,      // 1e3, hexadecimal, infinity
    range,         // beyond largest_amount, or more than 18 digits for a rate
};

using AmountResult = std::variant<Money, NumberProblem>;
using RateResult = std::variant<Rate, NumberProblem>;

// A number as TOML and YAML write it: 2400, 2400.00, -0.10, +5, 2_400.00. A third decimal is refused even where it is
// zero: 2.400 is what some write for two thousand four hundred.
[[nodiscard]] AmountResult parse_bare_amount(std::string_view text);
// Text as an accountant writes it: "2 400,00 €", "-1 250,5", "2400". Comma for decimals, spaces (also no-break and
// narrow) grouping by three, an optional €, EUR or euros after the number.
[[nodiscard]] AmountResult parse_written_amount(std::string_view text);
// "2,1 %", "2.1 %", "+50 %", "-3%", "1 000 %": a percentage. A bare "0.021" is a plain ratio. Point and comma are both
// taken as the decimal mark, the point only where no spaces group.
[[nodiscard]] RateResult parse_rate(std::string_view text);

struct Quantity {
    Rate number;
    bool whole;             // no decimal mark is written
    std::string_view unit;  // what stands behind the number, as it is written; which one fits, the key knows
};
using QuantityResult = std::variant<Quantity, NumberProblem>;
// A count or measure, by the grammar of rates: "1 200 m2", "18.5", "0,5 ETP", "1_024".
[[nodiscard]] QuantityResult parse_quantity(std::string_view text);

// What a number with decimals may mean: "2.400" is 2400 to who groups by points, 2.4 to others. Empty where it cannot
// be that.
struct Readings {
    std::optional<std::string> thousands = {};  // one to three digits, a mark and three more
    std::optional<std::string> decimal = {};
};
[[nodiscard]] Readings readings_of(std::string_view text);
// The same where an amount is meant: "2.400" is 2400.00 or 2.40.
struct AmountReadings {
    std::optional<Money> thousands = {};
    std::optional<Money> cents = {};
};
[[nodiscard]] AmountReadings amount_readings_of(std::string_view text);

}  // namespace msp
