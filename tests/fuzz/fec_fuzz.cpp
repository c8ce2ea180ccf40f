// SPDX-License-Identifier: MIT
#include <msp/ledger/anonymous.hpp>
#include <msp/ledger/changes.hpp>
#include <msp/ledger/check.hpp>
#include <msp/ledger/sums.hpp>

#include "spans_inside.hpp"

namespace {

void check_export(const std::string& text) {
    msp::Sources sources;
    const msp::SourceId source = sources.add("123456782FEC20261231.txt", text);
    msp::LedgerFindings findings;
    const std::optional<msp::Fec> fec = msp::read_ledger(sources, source, findings);
    fuzz::require(fec || !findings.legal());
    msp::LedgerForm form;
    if (fec) {
        form = fec->form();
        msp::check_ledger(*fec, "123456782FEC20261231.txt", findings);
        const msp::LedgerSums sums = msp::ledger_sums(*fec);
        msp::Money all;
        for (const msp::JournalSum& journal : sums.journals)
            all += journal.difference;
        fuzz::require(all == sums.debit - sums.credit);
        std::string shown;
        msp::anonymise(*fec, [&](std::string_view piece) { shown += piece; });
        msp::LedgerFindings none;
        fuzz::require(msp::ledger_changes(*fec, *fec, none).entries.empty());
    }
    for (const msp::LedgerProblem& problem : msp::problems_of(findings, text, form, source, sources)) {
        fuzz::require_inside(sources, problem.diagnostic.span);
        for (const msp::Note& note : problem.diagnostic.notes)
            fuzz::require_inside(sources, note.span);
        fuzz::require(!msp::render(problem.diagnostic, sources, msp::Language::french).empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        check_export(std::string(data, data + size));
    } catch (const msp::Error&) {
        // Amounts whose sum has no place in 64 bits.
    }
    return 0;
}
