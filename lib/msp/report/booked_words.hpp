// SPDX-License-Identifier: MIT
// Private to the module: how what came, and a row of the comparison, are called.
#pragma once

#include <msp/report/actuals_sheets.hpp>

#include <cstdint>
#include <string>

namespace msp {

// Of an entry that does not balance there is none, and of a statement.
[[nodiscard]] std::string account_text(const MappedExport& of, std::uint32_t account);
// Of the entry at this line of the export, or of the statement.
[[nodiscard]] std::string label_at(const MappedExport& of, std::uint32_t line);
// In its file, from 1.
[[nodiscard]] std::int64_t number_at(const MappedExport& of, std::uint32_t line);

[[nodiscard]] WordCell certainty_word(bool estimated, Language language);

// Decimals of a percentage.
inline constexpr int percent_places = 1;

[[nodiscard]] std::string label_of(const ComparedRow& row, Language language);

}  // namespace msp
