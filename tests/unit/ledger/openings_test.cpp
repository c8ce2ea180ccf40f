// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// Of each line: o where it opens the year, ? where it may, . where it does not.
std::string openings(ReadLedger& read) {
    std::string found;
    for (const LedgerLine& line : read.ledger->lines())
        found += line.opens != 0 ? 'o' : line.may_open != 0 ? '?' : '.';
    return found;
}

// Lines "code|label|number|MMDD|account|euros" of 2026, and a payment of January.
std::unique_ptr<ReadLedger> called(const std::vector<std::string>& lines) {
    std::string text = fec_header();
    std::vector<std::string> all = lines;
    all.emplace_back("BQ|Banque|900|0120|606100|5");
    all.emplace_back("BQ|Banque|900|0120|512000|-5");
    for (const std::string& line : all) {
        std::vector<std::string> fields(1);
        for (const char c : line) {
            if (c == '|')
                fields.emplace_back();
            else
                fields.back() += c;
        }
        const bool negative = fields[5].front() == '-';
        const std::string amount = fields[5].substr(negative ? 1 : 0) + ",00";
        text += fec_line(fields[0] + '|' + fields[1] + '|' + fields[2] + "|2026" + fields[3] + '|' + fields[4] +
                         "|x|||P|2026" + fields[3] + "|x|" + (negative ? "0,00|" + amount : amount + "|0,00") +
                         "|||20260401||");
    }
    return ledger_of(std::move(text));
}

std::string found_in(const std::vector<std::string>& lines) {
    const auto read = called(lines);
    const std::string all = openings(*read);
    return all.substr(0, all.size() - 2);
}

// "a|b" of an entry of two lines on a day.
std::vector<std::string> entry(const std::string& journal, const std::string& number, const std::string& day,
                               const std::string& to, const std::string& from) {
    return {journal + '|' + number + '|' + day + '|' + to + "|50",
            journal + '|' + number + '|' + day + '|' + from + "|-50"};
}

std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace

TEST_CASE("a journal that is called so opens the year, but for an expense in it") {
    CHECK(found_in(entry("AN|x", "1", "0101", "512000", "101000")) == "oo");
    CHECK(found_in(entry("99|A nouveaux", "1", "0101", "512000", "411000")) == "oo");
    CHECK(found_in(entry("99|Bilan d'ouverture", "1", "0201", "512000", "471000")) == "oo");
    CHECK(found_in(entry("AN|x", "1", "0101", "606100", "512000")) == "..");
    CHECK(found_in(entry("AD|Achats divers", "1", "0101", "512000", "411000")) == "..");
}

TEST_CASE("a word that other journals have too needs an entry that looks like an opening") {
    for (const char* label : {"A NOUV.", "Nouveaux", "Reprise des soldes", "Balance d'entrée", "Reports"})
        CHECK(found_in(entry(std::string("99|") + label, "1", "0201", "512000", "101000")) == "oo");
    CHECK(found_in(entry("99|Nouvelle agence", "1", "0210", "512000", "411000")) == "..");
    CHECK(found_in(entry("BQ|Banque (report des relevés)", "1", "0210", "512000", "411000")) == "..");
    CHECK(found_in(entry("AN|Banque Agence Nord", "1", "0210", "512000", "164000")) == "..");
}

TEST_CASE("a journal that moves banks through the year opens nothing by its name") {
    std::vector<std::string> days;
    for (const char* day : {"0101", "0105", "0112", "0120"})
        days = days + entry("AN|A nouveaux", day, day, "512000", "411000");
    CHECK(found_in(days) == "........");
    // Its first entry has what a year before left: account 110.
    CHECK(found_in(entry("AN|A nouveaux", "1", "0101", "512000", "110000") + days) == "oo........");
}

TEST_CASE("one code for journals of several labels is told apart by them") {
    CHECK(found_in(entry("GEN|A nouveaux", "1", "0101", "512000", "411000") +
                   entry("GEN|Banque", "2", "0105", "512000", "411000")) == "oo..");
    CHECK(found_in(entry("|Banque", "2", "0101", "512000", "411000") +
                   entry("|A nouveaux", "1", "0101", "512000", "411000")) == "..oo");
}

TEST_CASE("an entry of the first day opens the year by its accounts, whatever its journal") {
    // What the year before left; several accounts of money; members' capital beside debts.
    CHECK(found_in(entry("|", "1", "0101", "512000", "110000")) == "oo");
    CHECK(found_in({"|x|1|0101|512000|50", "|x|1|0101|530000|10", "|x|1|0101|164000|-60"}) == "ooo");
    CHECK(found_in({"|x|1|0101|512000|50", "|x|1|0101|401000|-10", "|x|1|0101|101000|-40"}) == "ooo");
    // Money that members pay, a loan that is repaid, an expense.
    CHECK(found_in({"|x|1|0101|512000|50", "|x|1|0101|411000|-10", "|x|1|0101|411100|-40"}) == "...");
    CHECK(found_in(entry("|", "1", "0101", "164000", "512000")) == "..");
    CHECK(found_in({"|x|1|0101|512000|50", "|x|1|0101|110000|-60", "|x|1|0101|606100|10"}) == "...");
    // In a file that has its opening by name nothing else is one.
    CHECK(found_in(entry("AN|x", "1", "0101", "512000", "110000") + entry("BQ|x", "2", "0101", "512000", "110000")) ==
          "oo..");
}

TEST_CASE("an entry that may open the year is told, with its day and amount") {
    // Capital paid in, or a loan drawn, on the first day, or capital that the account opens with.
    for (const char* account : {"101000", "164000"}) {
        const auto read = called(entry("BQ|Banque", "1", "0101", "512000", account));
        CHECK(openings(*read) == "??..");
        CHECK(read->found() == Found{"fec.opening 2:1"});
        REQUIRE(read->findings.told().size() == 1);
    }
    // On another day it is no opening; what the year before left is in doubt on any day.
    CHECK(found_in(entry("BQ|Banque", "1", "0105", "512000", "164000")) == "..");
    CHECK(found_in(entry("BQ|Banque", "1", "0101", "512000", "411000") +
                   entry("BQ|Banque", "2", "0210", "512000", "120000")) == "..??");
    // Nothing is in doubt where the file has its opening.
    CHECK(found_in(entry("AN|x", "1", "0101", "512000", "101000") + entry("BQ|x", "2", "0101", "512000", "164000")) ==
          "oo..");
}
