// SPDX-License-Identifier: MIT
// The readers of the neutral tree. A syntax error is reported at its place and ends the reading of that file.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>
#include <msp/read/document.hpp>

#include <optional>

namespace msp {

struct CsvColumns;

// TOML 1.0 by toml++. At most 100 parts in a key and 100 levels of brackets. Entries stand in the order of the file.
[[nodiscard]] std::optional<Document> read_toml(Sources& sources, SourceId source, Diagnostics& diagnostics);

// YAML 1.2 (one document) by yaml-cpp. Refuses a repeated key, which yaml-cpp accepts, tags and merge
// keys; an alias is copied, within Document::limit nodes in all. An empty file is an empty table.
[[nodiscard]] std::optional<Document> read_yaml(Sources& sources, SourceId source, Diagnostics& diagnostics);

// JSON by RFC 8259 to the letter, without repeated keys. Goes on behind most errors, so that all are told in one run.
[[nodiscard]] std::optional<Document> read_json(Sources& sources, SourceId source, Diagnostics& diagnostics);

// The root is a list of tables, one a record: RFC 4180 with `,`, `;` or tab, found from the header. The header holds
// the keys; one with points ("index.rate") makes tables. An empty cell is an absent key, and a record of empty cells is
// none; a first line "sep=;" says the separator. Goes on after a bad record, which is reported and left out; nothing
// only for a bad header.
[[nodiscard]] std::optional<Document> read_csv(Sources& sources, SourceId source, Diagnostics& diagnostics);
// With `columns`, who knows what the file holds decides what its headings stand for.
[[nodiscard]] std::optional<Document> read_csv_with(Sources& sources, SourceId source, Diagnostics& diagnostics,
                                                    const CsvColumns& columns);

}  // namespace msp
