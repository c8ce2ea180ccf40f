// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tests/support/ledgers.hpp>

namespace msp::test {

std::vector<std::string> ReadLedger::found() {
    const LedgerForm form = ledger ? ledger->form() : LedgerForm();
    const SourceId source = sources.all().front();
    std::vector<std::string> all;
    for (const LedgerProblem& problem : problems_of(findings, sources.text(source), form, source, sources)) {
        std::string told = problem.diagnostic.id;
        if (problem.line != 0)
            told += ' ' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
        all.push_back(told);
    }
    return all;
}

std::unique_ptr<ReadLedger> ledger_of(std::string text, const std::string& name) {
    auto read = std::make_unique<ReadLedger>();
    const SourceId source = read->sources.add(name, std::move(text));
    read->ledger = read_ledger(read->sources, source, read->findings);
    if (read->ledger)
        check_ledger(*read->ledger, name, read->findings);
    return read;
}

std::string fec_header(char separator) {
    return fec_line(
        "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|"
        "EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise",
        separator);
}

std::string fec_line(std::string_view fields, char separator) {
    std::string line(fields);
    std::ranges::replace(line, '|', separator);
    return line + '\n';
}

}  // namespace msp::test
