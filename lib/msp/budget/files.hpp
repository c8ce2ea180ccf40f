// SPDX-License-Identifier: MIT
// What a budget names beside itself: CSV files of lines and people, a bank's loan schedule, the shipped catalogue.
#pragma once

#include <msp/budget/balances.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <optional>
#include <string>

namespace msp {

enum class FileFormat : std::uint8_t { toml, yaml, json };

// By the file's extension: .yaml and .yml, .json, else TOML.
[[nodiscard]] FileFormat format_of(const std::string& path);

// By the reader of the format.
[[nodiscard]] std::optional<Document> read_as(FileFormat format, Sources& sources, SourceId source,
                                              Diagnostics& diagnostics);

// Reads a budget and every file it names, relative to its folder ("-": the working folder). Rows of a CSV file stand
// after the file's own entries, each at its place in the CSV. A file of balances takes the place of the openings.
[[nodiscard]] std::optional<Document> read_budget(Sources& sources, const std::string& path, FileFormat format,
                                                  Diagnostics& diagnostics, const Openings& openings = {});

// Puts the files that `document` names into it; read_budget's second half.
void read_named_files(Document& document, Sources& sources, const std::string& folder, Diagnostics& diagnostics,
                      const Openings& openings = {});

}  // namespace msp
