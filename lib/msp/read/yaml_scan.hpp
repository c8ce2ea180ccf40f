// SPDX-License-Identifier: MIT
// Private to the module: the text of a YAML file as its author wrote it, where yaml-cpp gives only the beginning of
// things.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace msp {

// What yaml-cpp must not get: control characters (it takes 0x04 for the end of the file), a CR alone (no line end to
// it), and more marks than it reads within about a gigabyte and a few seconds.
[[nodiscard]] std::optional<Diagnostic> beyond_yaml_bounds(std::string_view text, SourceId source);

// Over the anchors and tags, and the space after them, that stand at `at`.
[[nodiscard]] std::uint32_t skip_yaml_properties(std::string_view text, std::uint32_t at);

// Behind the closing quote of the string that begins at `at`; nothing if there is none.
[[nodiscard]] std::optional<std::uint32_t> quoted_yaml_end(std::string_view text, std::uint32_t at);

// Behind the plain scalar that begins at `at` and whose folded lines read `value`.
[[nodiscard]] std::uint32_t plain_yaml_end(std::string_view text, std::uint32_t at, std::string_view value);

// Behind the closing bracket that is the next one at or after `at`, over comments.
[[nodiscard]] std::uint32_t closing_yaml_bracket(std::string_view text, std::uint32_t at, char bracket);

}  // namespace msp
