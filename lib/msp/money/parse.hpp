// SPDX-License-Identifier: MIT
// Amounts and rates from the user's own characters; never through a binary float.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/rate.hpp>

#include <string_view>
#include <variant>

namespace msp {

enum class NumberProblem {
    not_a_number,  // letters, nothing, two signs
    point,         // a point in quoted text, where the comma is the decimal mark
    comma,         // a comma in a bare number
    grouping,      // spaces that do not group by three
    decimals,      // more than two decimals that are not zero
    exponent,      // 1e3, hexadecimal, infinity
    range,         // beyond largest_amount, or more than 18 digits for a rate
};

using AmountResult = std::variant<Money, NumberProblem>;
using RateResult = std::variant<Rate, NumberProblem>;

// A number as TOML and YAML write it: 2400, 2400.00, -0.10, +5, 2_400.00. A third decimal must be zero.
[[nodiscard]] AmountResult parse_bare_amount(std::string_view text);
// Text as an accountant writes it: "2 400,00 €", "-1 250,5", "2400". Comma for decimals, spaces (also no-break and
// narrow) grouping by three, an optional euro sign after the number.
[[nodiscard]] AmountResult parse_written_amount(std::string_view text);
// "2,1 %", "2.1 %", "+50 %", "-3%": a percentage. A bare "0.021" is a plain ratio. Point and comma are both taken as
// the decimal mark, since a rate has no grouping.
[[nodiscard]] RateResult parse_rate(std::string_view text);

}  // namespace msp
