// SPDX-License-Identifier: MIT
// Files in, as checked text. The only place of the library that opens a file.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace msp {

inline constexpr std::size_t largest_file = 32U << 20;  // bytes

// Reads `path`, or standard input for "-", and keeps it under the name `path`. Nothing, with a diagnostic, for a file
// that cannot be read, is a folder, is larger than largest_file (no more than that is ever read), holds a NUL byte, or
// is not UTF-8. A byte order mark is dropped.
[[nodiscard]] std::optional<SourceId> load(Sources& sources, const std::string& path, Diagnostics& diagnostics);

// The same of a file that another file names: never standard input ("-" is a name like others), a device or a pipe.
[[nodiscard]] std::optional<SourceId> load_file(Sources& sources, const std::string& path, Diagnostics& diagnostics);

// The checks of load() on a text that is already there.
[[nodiscard]] std::optional<SourceId> load_text(Sources& sources, std::string name, std::string text,
                                                Diagnostics& diagnostics);

}  // namespace msp
