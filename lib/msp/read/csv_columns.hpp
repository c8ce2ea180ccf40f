// SPDX-License-Identifier: MIT
// Private to the library: what whoever knows the contents of a CSV file makes of its columns.
#pragma once

#include <msp/diag/source.hpp>
#include <msp/read/csv_records.hpp>

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace msp {

struct Heading {
    std::string_view text;  // as typed; once named the key
    Span span;
    bool used = true;
};

// The cells of a column that are not empty, from the first record on.
using ColumnCells = std::function<std::vector<std::string_view>(std::size_t column)>;

struct CsvColumns {
    // Puts keys in the place of headings. False, with diagnostics, where that cannot be done.
    std::function<bool(std::vector<Heading>& headings, const ColumnCells& cells)> name;
    // Records that are no entries.
    std::function<bool(const std::vector<CsvCell>& cells)> skips;
};

}  // namespace msp
