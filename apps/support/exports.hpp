// SPDX-License-Identifier: MIT
// An accounting export that is read and checked, and what is wrong with it.
#pragma once

#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>
#include <support/run.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp::app {

struct Export {
    Fec ledger;
    LedgerFindings findings;
};

// Whether the file begins as an export does; false where it cannot be read. Standard input is not looked into.
[[nodiscard]] bool is_export(const std::string& path);

// Nothing, and the errors are told, where no line of it can be read.
[[nodiscard]] std::optional<Export> read_export(Context& context, const std::string& path);
// Tells of all that is wrong: what cannot be read as errors. What is not legal is one of them too where `refused`.
void tell_findings(Context& context, const LedgerFindings& findings, SourceId source, const LedgerForm& form,
                   bool refused);

}  // namespace msp::app
