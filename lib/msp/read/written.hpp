// SPDX-License-Identifier: MIT
// Private to the module: the value of a node as its user wrote it.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/document.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace msp {

// As the kind of the node asks: with a point outside quotes, with a comma in them, either in a YAML scalar or CSV cell.
[[nodiscard]] AmountResult parse_amount(const Node& node);
// A whole number without a unit: 6, 1_024, "1 024".
[[nodiscard]] std::optional<std::int64_t> parse_count(const Node& node);
// Digits, with a sign before them or none.
[[nodiscard]] std::optional<std::int64_t> parse_whole(std::string_view text);
// What is wrong with a day that is nearly one: out of range, with a time, ambiguous. Nothing where the text is no date
// at all, or a good one.
[[nodiscard]] std::optional<Diagnostic> date_problem(const Node& node);

}  // namespace msp
