// SPDX-License-Identifier: MIT
// CSV files whose rows are tables of one section.
#pragma once

#include <msp/budget/key.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>
#include <msp/read/document.hpp>

#include <optional>

namespace msp {

// As read_csv reads them, with headings and totals as people and banks write them (csv_headings.hpp).
[[nodiscard]] std::optional<Document> read_rows(Sources& sources, SourceId source, Section section,
                                                Diagnostics& diagnostics);

}  // namespace msp
