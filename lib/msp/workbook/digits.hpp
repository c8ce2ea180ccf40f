// SPDX-License-Identifier: MIT
// Private to the module: numbers as a spreadsheet program has them, with fifteen digits and in binary, and what a
// formula needs so that it still makes the exact one.
#pragma once

#include <msp/money/money.hpp>
#include <msp/money/quotient.hpp>
#include <msp/report/cell.hpp>
#include <msp/report/column.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace msp {

// Of a cell that is a number and no amount, with a point; nothing where a spreadsheet program does not keep them all.
[[nodiscard]] std::optional<std::string> digits_of(const Cell& cell);
// Those too that are not shown.
[[nodiscard]] std::string all_digits(const Cell& cell, std::string digits);
// How many stand behind the point.
[[nodiscard]] int places_of(std::string_view digits);
// What formulas count with.
[[nodiscard]] std::optional<Quotient> number_in(const Column& column, const Cell& cell);

// What is added to a quotient of two numbers that is half a unit of its last place: binary may have a little less of
// it, and would round it the other way. Nothing where all three of them are exact there.
[[nodiscard]] std::string off_the_half(const Quotient& part, const Quotient& whole, int places);
[[nodiscard]] bool within_a_cent(const Quotient& euros, Money amount);

// "*19/250", or nothing where a spreadsheet program does not keep the digits.
[[nodiscard]] std::string factor_text(const Quotient& factor);
// What is added to an exact amount, a tenth of a cent at a time, so that it is rounded to the one that stands there:
// a cent of many that are left over goes by a rule that no formula knows. Half a cent may be a little less in binary,
// so that what is rounded is never that near to it.
[[nodiscard]] std::string nudge(const Quotient& euros, Money amount);

}  // namespace msp
