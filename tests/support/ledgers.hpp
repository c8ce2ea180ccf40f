// SPDX-License-Identifier: MIT
// Exports from text, and what was found in them.
#pragma once

#include <msp/ledger/check.hpp>
#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace msp::test {

using Found = std::vector<std::string>;

struct ReadLedger {
    Sources sources;
    LedgerFindings findings;
    std::optional<Fec> ledger;

    // "fec.balance 3:12", and "fec.name" of the file as a whole.
    Found found();
};

// Of a file called so; "-" has no name to check.
std::unique_ptr<ReadLedger> ledger_of(std::string text, const std::string& name = "-");

// The 18 columns with tabs, and a line end.
std::string fec_header(char separator = '\t');
// A line of it: "AC|Achats|AC1|20260105|606100|Fournitures|||F1|20260105|Facture|100,00|0,00|||20260105||" with tabs
// for the bars, and a line end.
std::string fec_line(std::string_view fields, char separator = '\t');

}  // namespace msp::test
