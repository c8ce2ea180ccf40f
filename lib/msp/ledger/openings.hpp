// SPDX-License-Identifier: MIT
// Private to the module: which entries hold the balances that a year begins with. The name of a journal says it, where
// the journal does not move banks through the year; else the accounts of an entry on the first day.
#pragma once

#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace msp {

enum class OpensYear : std::uint8_t { no, maybe, yes };

// What a journal is called in the lines of the file.
struct JournalLabels {
    std::string_view first;
    bool several = false;
};

// By line. An entry that may be one, in a file without openings of cash, is told.
[[nodiscard]] std::vector<OpensYear> openings_of(const Fec& ledger, const std::vector<JournalLabels>& labels,
                                                 std::optional<Date> closing, LedgerFindings& findings);

}  // namespace msp
