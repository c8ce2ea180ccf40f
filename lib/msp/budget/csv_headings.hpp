// SPDX-License-Identifier: MIT
// Private to the module: what people and banks write at the head of a CSV column, and the keys that it stands for.
#pragma once

#include <msp/budget/key.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/read/csv_columns.hpp>

#include <vector>

namespace msp {

// Puts the keys of `section` in the place of the headings: capitals, accents, spaces and units do not count, and a
// bank's schedule has the bank's own words. What a schedule may hold beside its keys, such as the rank, is not used.
// False, with diagnostics, where a column is unknown, missing or there twice.
[[nodiscard]] bool name_columns(std::vector<Heading>& headings, Section section, const ColumnCells& cells,
                                Sources& sources, Diagnostics& diagnostics);

// A record of the word total, sub-total or the like, and of figures.
[[nodiscard]] bool is_total(const std::vector<CsvCell>& cells);

}  // namespace msp
