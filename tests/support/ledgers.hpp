// SPDX-License-Identifier: MIT
// Exports from text, and what was found in them.
#pragma once

#include <msp/ledger/check.hpp>
#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

// "12,05" of 1205; of less than nothing its size.
std::string fec_amount(std::int64_t cents, char mark = ',');

// A line of books where its words do not matter: what is not given is empty, or what an export that the law asks for
// has.
struct BookLine {
    std::string journal = "BQ";  // AN is called « A nouveaux », others x
    std::string number = "1";
    std::string day = {};  // 20260105 or 2026-01-05
    std::string account = {};
    std::int64_t cents = 0;  // debit less credit
    std::string auxiliary = {};
    std::string letter = {};
    std::string letter_day = {};
    std::string label = "label";
};
std::string fec_line(const BookLine& line);

// An entry between two accounts: the first gets it, the second gives it. Only what both lines share is taken of `of`.
std::string fec_entry(BookLine of, const std::string& to, const std::string& from, std::int64_t cents);

// Lines of words: "journal number day account auxiliary letter euros", - for none; days of January 2026, or MMDD or
// YYYYMMDD; a lettering code may have its day behind it, A/12; the euros may have cents. With the header.
std::string fec_of(const std::vector<std::string>& lines);
std::unique_ptr<ReadLedger> books_of(const std::vector<std::string>& lines);

}  // namespace msp::test
