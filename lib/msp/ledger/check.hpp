// SPDX-License-Identifier: MIT
// Whether an export is a legal one, beyond what its single lines show: the checks of the tax office's own tool
// (github.com/DGFiP/Test-Compta-Demat), and those that it has not, as the balance of each entry.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace msp {

// The file's own name, without folders: SIREN, FEC, the last day of the exercise as AAAAMMJJ.
struct LedgerName {
    std::string_view siren;
    std::optional<Date> closing;
};
[[nodiscard]] std::optional<LedgerName> ledger_name(std::string_view path);
// Nine digits of which the last one checks the others.
[[nodiscard]] bool is_siren(std::string_view digits);

// `path` as typed; "-" has no name to check.
void check_ledger(const Fec& ledger, std::string_view path, LedgerFindings& findings);

}  // namespace msp
