// SPDX-License-Identifier: MIT
// Amounts as a reader may ask for them: with their cents, in whole euros or in whole thousands of euros. This rounds
// what is shown alone; nothing is computed with it.
#pragma once

#include <msp/money/money.hpp>

#include <cstdint>
#include <string>

namespace msp {

enum class ShownIn : std::uint8_t { cents, euros, thousands };

// To the nearest unit, a half away from zero: 0.50 is one euro, -1,500.00 two thousand less than nothing. What is
// nearer to nothing is nothing, without a sign.
[[nodiscard]] std::int64_t whole_units(Money amount, ShownIn unit);

// For columns of figures: "12 345,67", "12 346", "12".
[[nodiscard]] std::string write_figure(Money amount, ShownIn unit, Language language);
// With its unit: "12 345,67 €", "12 346 €", "12 k€"; in English without the euro sign where it is euros.
[[nodiscard]] std::string write_amount(Money amount, ShownIn unit, Language language);

}  // namespace msp
