// SPDX-License-Identifier: MIT
#include <algorithm>
#include <sstream>
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

std::string fec_amount(std::int64_t cents, char mark) {
    const std::int64_t size = cents < 0 ? -cents : cents;
    const std::string digits = std::to_string(size % 100);
    return std::to_string(size / 100) + mark + (digits.size() < 2 ? "0" : "") + digits;
}

std::string fec_line(const BookLine& line) {
    std::string day = line.day;
    std::erase(day, '-');
    const std::string size = fec_amount(line.cents);
    return fec_line(line.journal + '|' + (line.journal == "AN" ? "A nouveaux" : "x") + '|' + line.number + '|' + day +
                    '|' + line.account + "|x|" + line.auxiliary + '|' + line.auxiliary + "|P" + line.number + '|' +
                    day + '|' + line.label + '|' + (line.cents < 0 ? "0,00|" + size : size + "|0,00") + '|' +
                    line.letter + '|' + line.letter_day + '|' + day + "||");
}

std::string fec_entry(BookLine of, const std::string& to, const std::string& from, std::int64_t cents) {
    of.account = to;
    of.cents = cents;
    std::string text = fec_line(of);
    of.account = from;
    of.cents = -cents;
    return text + fec_line(of);
}

std::string fec_of(const std::vector<std::string>& lines) {
    std::string text = fec_header();
    const auto day_of = [](const std::string& day) { return std::string("20260100").substr(0, 8 - day.size()) + day; };
    for (const std::string& words : lines) {
        std::istringstream in(words);
        BookLine line;
        std::string euros;
        in >> line.journal >> line.number >> line.day >> line.account >> line.auxiliary >> line.letter >> euros;
        line.day = day_of(line.day);
        for (std::string* each : {&line.auxiliary, &line.letter}) {
            if (*each == "-")
                each->clear();
        }
        if (const std::size_t slash = line.letter.find('/'); slash != std::string::npos) {
            line.letter_day = day_of(line.letter.substr(slash + 1));
            line.letter.resize(slash);
        }
        const std::size_t mark = euros.find(',');
        if (mark == std::string::npos)
            euros += "00";
        else
            euros.erase(mark, 1);
        line.cents = std::stoll(euros);
        text += fec_line(line);
    }
    return text;
}

std::unique_ptr<ReadLedger> books_of(const std::vector<std::string>& lines) {
    return ledger_of(fec_of(lines));
}

}  // namespace msp::test
