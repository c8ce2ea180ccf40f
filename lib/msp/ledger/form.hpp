// SPDX-License-Identifier: MIT
// Private to the module: how an export is written, told by its first lines and its bytes.
#pragma once

#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>

#include <optional>
#include <string_view>

namespace msp {

// Nothing, with a finding, where the first line is no header, or lacks a column without which nothing can be read.
[[nodiscard]] std::optional<LedgerForm> ledger_form(std::string_view text, LedgerFindings& findings);

}  // namespace msp
