// SPDX-License-Identifier: MIT
// Private to the module: which characters the bytes of an export are.
#pragma once

#include <msp/ledger/ledger.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

struct CodeFound {
    LedgerCode code = LedgerCode::ascii;
    // Of UTF-8, a byte that is no part of a character: a label was cut in the middle of one.
    std::optional<std::uint32_t> stray = {};
    std::uint32_t strays = 0;
    // Of Windows-1252, the first byte that ISO 8859-15 has not.
    std::optional<std::uint32_t> windows = {};
};
// UTF-8 where more of its characters than stray bytes are there, else one byte a character.
[[nodiscard]] CodeFound code_of(std::string_view text);

// Bytes of `code` in UTF-8. A byte that is no character stays as it is.
[[nodiscard]] std::string utf8_from(std::string_view raw, LedgerCode code);

}  // namespace msp
