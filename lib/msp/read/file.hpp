// SPDX-License-Identifier: MIT
// Files in, as checked text. The only place of the library that opens a file.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

inline constexpr std::size_t largest_mapped_file = UINT32_MAX;  // bytes: a place is a 32-bit offset

// For what is too large to be copied, such as an accounting export: maps `path`, or standard input for "-", as it is,
// in whatever encoding. It costs no memory of the process; only what cannot be mapped, such as a pipe, is read into
// memory. Nothing, with a diagnostic, for what cannot be read, is a folder or is larger than that.
[[nodiscard]] std::optional<SourceId> map_file(Sources& sources, const std::string& path, Diagnostics& diagnostics);

// Whether a text is UTF-16, by its mark or by the NUL bytes of its first letters.
[[nodiscard]] bool is_utf16(std::string_view text);
// The first byte that is no part of a UTF-8 character; the size of the text if there is none.
[[nodiscard]] std::size_t first_stray(std::string_view text);
// In UTF-8, what `byte` is in Windows-1252; nothing where it has no such character.
[[nodiscard]] std::string windows_character(unsigned char byte);

}  // namespace msp
