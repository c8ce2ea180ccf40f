// SPDX-License-Identifier: MIT
// Values that options of several programs take, and what is wrong with one.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/money/money.hpp>
#include <msp/money/rate.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

[[nodiscard]] std::optional<Money> amount_from(std::string_view text);
[[nodiscard]] std::optional<int> whole_number_from(std::string_view text, int least, int most);
// With its sign: a bare number could be a ratio.
[[nodiscard]] std::optional<Rate> percentage_from(std::string_view text);
// A year of the calendar.
[[nodiscard]] std::optional<std::int16_t> year_from(std::string_view text);
// Those of a list such as "equal,surface", without blanks around them; an empty place is an empty name.
[[nodiscard]] std::vector<std::string> names_in(std::string_view list);
[[nodiscard]] std::optional<Message> check_amount(std::string_view value);
[[nodiscard]] std::optional<Message> check_month(std::string_view value);

}  // namespace msp::app
