// SPDX-License-Identifier: MIT
// Private to io: what people and banks write at the head of a CSV column, and the keys that it stands for.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/io/csv_records.hpp>
#include <msp/io/keys.hpp>

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace msp {

struct Heading {
    std::string_view text;  // as typed; after name_columns the key
    Span span;
    bool used = true;
};

// The cells of a column that are not empty, from the first record on.
using ColumnCells = std::function<std::vector<std::string_view>(std::size_t column)>;

// Puts the keys of `section` in the place of the headings: capitals, accents, spaces and units do not count, and a
// bank's schedule has the bank's own words. What a schedule may hold beside its keys, such as the rank, is not used.
// False, with diagnostics, where a column is unknown, missing or there twice.
[[nodiscard]] bool name_columns(std::vector<Heading>& headings, Section section, const ColumnCells& cells,
                                Sources& sources, Diagnostics& diagnostics);

// A record of the word total, sub-total or the like, and of figures.
[[nodiscard]] bool is_total(const std::vector<CsvCell>& cells);

}  // namespace msp
